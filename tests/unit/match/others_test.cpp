#include "match/others.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

FoldedRange range_of(const Folded& unit, const std::string& words) {
  const std::size_t at = unit.text.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

bool did(const std::string& text, const std::string& words) {
  const WordClasses classes{{"other-subject", {"course", "guests", "manager"}},
                            {"past", {"taught"}}};
  const Folded unit = fold(text);
  return Others(classes).did(Clauses(classes), text, unit, range_of(unit, words));
}

bool quoted(const std::string& text, const std::string& words) {
  const Folded unit = fold(text);
  return in_quoted_title(text, unit, range_of(unit, words));
}

}  // namespace

TEST_CASE("a clause that begins with another subject tells of somebody else") {
  CHECK(did("The manager calmed the crowd", "calmed"));
  CHECK(did("My store manager always resolved complaints", "resolved"));
  CHECK(did("I swept while the new manager calmed guests", "calmed"));
  CHECK(did("Guests taught me patience", "taught"));
  CHECK(did("This course teaches calm", "teaches"));
}

TEST_CASE("what stands before a verb is not always its subject") {
  CHECK_FALSE(did("Calmed the guests", "calmed"));
  CHECK_FALSE(did("As the manager, calmed guests", "calmed"));
  CHECK_FALSE(did("Assisted the manager and calmed guests", "calmed"));
  CHECK_FALSE(did("Seated the guests Calmed the crowd", "calmed"));
  CHECK_FALSE(did("Seated the guests calmed by the music", "calmed"));
  CHECK_FALSE(did("I calmed guests", "calmed"));
}

TEST_CASE("without words for others nobody else is known") {
  const Folded unit = fold("The manager calmed guests");
  CHECK_FALSE(Others(WordClasses{})
                  .did(Clauses(WordClasses{}), "The manager calmed guests", unit,
                       range_of(unit, "calmed")));
}

TEST_CASE("words in a title between quotation marks are a name") {
  CHECK(quoted("Taught \"How to Calm Angry Guests\" twice", "calm angry"));
  CHECK(quoted("Wrote \u201cListening and the Law\u201d", "listening"));
  CHECK_FALSE(quoted("A \"can-do\" attitude", "can-do"));
  CHECK_FALSE(quoted("Told them \"please stay calm\" often", "stay calm"));
  CHECK_FALSE(quoted("Read \"Red Dust\" and calmed guests, sang \"Blue Sky\"", "calmed guests"));
  CHECK_FALSE(quoted("Calmed guests", "calmed"));
}
