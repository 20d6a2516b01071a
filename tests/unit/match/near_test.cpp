#include "match/near.hpp"

#include "test_lexicon.hpp"

using namespace rapport;

namespace {

// "tact" as in tact(), and "cheer", which shares the word "guests" with it.
Lexicon tact_and_cheer() {
  Lexicon lexicon = test::tact();
  EvidenceRule rule;
  rule.pattern = "cheered guests";
  EvidenceRule soothed;
  soothed.pattern = "soothed guests";
  lexicon.skills.front().evidence.push_back(soothed);
  lexicon.skills.push_back({.id = "cheer", .title = "Cheer", .evidence = {rule}});
  return lexicon;
}

std::vector<std::string> words_near(const std::vector<std::string>& units, std::size_t most = 9) {
  const Lexicon lexicon = tact_and_cheer();
  Document document;
  for (const std::string& unit : units) {
    const std::size_t begin = document.text.size();
    document.text += unit;
    document.units.push_back({.begin = begin, .end = document.text.size()});
    document.text += '\n';
  }
  const auto matcher = Matcher::make(lexicon);
  REQUIRE(matcher);
  const auto evidence = matcher->match(document, Rejected::keep);
  std::vector<std::string> words;
  for (const NearMiss& miss : near_misses(document, lexicon, 0, evidence, most))
    words.emplace_back(document.slice(miss.begin, miss.end));
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a word of the skill's own in a sentence that no pattern matches is a near miss") {
  CHECK(words_near({"Sold bread", "The storm Calmed down"}) == Words{"Calmed"});
}

TEST_CASE("a word that another skill's patterns have too is no near miss") {
  CHECK(words_near({"Served guests"}).empty());
}

TEST_CASE("a sentence with evidence, or with rejected evidence, is no near miss as well") {
  CHECK(words_near({"Calmed upset guests and calmed a storm", "Tactful, and calmed a storm"})
            .empty());
}

TEST_CASE("of many near misses those with the most words of the skill stay, in reading order") {
  const Words units{"Seas calmed", "Winds were soothed", "Soothed and calmed a storm"};
  CHECK(words_near(units) == Words{"calmed", "soothed", "Soothed"});
  CHECK(words_near(units, 2) == Words{"calmed", "Soothed"});
  CHECK(words_near(units, 1) == Words{"Soothed"});
}
