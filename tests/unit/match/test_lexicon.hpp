// A lexicon made for a test, and what a matcher that knows it finds in one sentence.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rapport/matcher.hpp"

namespace rapport::test {

inline Document one_unit(std::string text) {
  Document document;
  document.text = std::move(text);
  document.sections.push_back({.begin = 0, .end = document.text.size()});
  document.units.push_back({.begin = 0, .end = document.text.size()});
  return document;
}

// One skill, "tact": claimed by "tactful", demonstrated by "calmed <gap:2> guests".
inline Lexicon tact() {
  Lexicon lexicon;
  Skill skill{.id = "tact", .title = "Tact"};
  EvidenceRule claimed;
  claimed.pattern = "tactful";
  EvidenceRule demonstrated;
  demonstrated.pattern = "calmed <gap:2> guests";
  demonstrated.level = Level::demonstrated;
  skill.evidence = {claimed, demonstrated};
  lexicon.skills = {skill};
  return lexicon;
}

inline std::vector<Evidence> find(const Lexicon& lexicon, std::string text) {
  const auto matcher = Matcher::make(lexicon);
  REQUIRE(matcher);
  return matcher->match(one_unit(std::move(text)), Rejected::keep);
}

}  // namespace rapport::test
