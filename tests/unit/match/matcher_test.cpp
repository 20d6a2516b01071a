#include "rapport/matcher.hpp"

#include "test_lexicon.hpp"

using namespace rapport;
using rapport::test::find;
using rapport::test::tact;

TEST_CASE("evidence is placed by the bytes of the document, wrapped lines included") {
  const std::string text = "Café: calmed\nupset guests daily";
  const auto evidence = find(tact(), text);
  REQUIRE(evidence.size() == 1);
  CHECK(text.substr(evidence.front().begin, evidence.front().end - evidence.front().begin) ==
        "calmed\nupset guests");
}

TEST_CASE("of overlapping evidence for one skill the strongest stays") {
  Lexicon lexicon = tact();
  EvidenceRule wide;
  wide.pattern = "calmed upset guests tactful";
  lexicon.skills.front().evidence.push_back(wide);
  const auto evidence = find(lexicon, "calmed upset guests tactful");
  REQUIRE(evidence.size() == 2);
  CHECK(evidence.front().level == Level::demonstrated);
}

TEST_CASE("a heading is never evidence") {
  const Lexicon lexicon = tact();
  const auto matcher = Matcher::make(lexicon);
  Document document = test::one_unit("Tactful");
  document.units.front().kind = UnitKind::heading;
  CHECK(matcher->match(document).empty());
}

TEST_CASE("rejected evidence is given only when asked for") {
  Lexicon lexicon = tact();
  Rule veto;
  veto.pattern = "tactful ltd";
  lexicon.skills.front().vetoes = {veto};
  const auto matcher = Matcher::make(lexicon);
  const Document document = test::one_unit("Tactful Ltd");
  CHECK(matcher->match(document).empty());
  CHECK(matcher->match(document, Rejected::keep).size() == 1);
}

TEST_CASE("two runs over one document give the same evidence in the same order") {
  const Lexicon lexicon = tact();
  const auto matcher = Matcher::make(lexicon);
  const Document document = test::one_unit("Tactful; calmed upset guests; tactful again");
  const auto first = matcher->match(document);
  const auto second = matcher->match(document);
  REQUIRE(first.size() == 3);
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].begin == second[i].begin);
}
