#include "match/enumeration.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

bool enumerates(const std::string& text, std::initializer_list<const char*> entries) {
  const Folded unit = fold(text);
  std::vector<FoldedRange> spans;
  for (const std::string entry : entries) {
    const std::size_t at = unit.text.find(entry);
    REQUIRE(at != std::string::npos);
    spans.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + entry.size())});
  }
  return is_enumeration_of(unit, spans);
}

}  // namespace

TEST_CASE("three entries and nothing else are an enumeration") {
  CHECK(enumerates("Tact, patience and calm.", {"tact", "patience", "calm"}));
  CHECK_FALSE(enumerates("Tact and patience", {"tact", "patience"}));
}

TEST_CASE("one other entry of a word or two does not make it a sentence, a longer one does") {
  CHECK(enumerates("Tact, patience, calm and typing", {"tact", "patience", "calm"}));
  CHECK_FALSE(enumerates("Tact, patience, calm, typing and filing", {"tact", "patience", "calm"}));
  CHECK_FALSE(enumerates("Taught tact to twelve apprentices, patience and calm",
                         {"tact", "patience", "calm"}));
}

TEST_CASE("bars and colons are a list of their own making") {
  CHECK_FALSE(enumerates("Tact | patience | calm", {"tact", "patience", "calm"}));
  CHECK_FALSE(enumerates("Strengths: tact, patience, calm", {"tact", "patience", "calm"}));
}
