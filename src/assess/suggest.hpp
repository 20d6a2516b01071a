// Which of a skill's phrasings to offer, and which the application has already.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/assessment.hpp"

namespace rapport {

// The words of a text in lower case, without signs.
[[nodiscard]] std::set<std::string> words_of(std::string_view text);

// Knows whether an application already says much the same as a phrasing: three in four of the
// phrasing's own words (blanks left out) stand in one sentence or bullet.
class SaidAlready {
 public:
  // Keeps copies: the readings may go away.
  explicit SaidAlready(std::span<const Reading> readings);
  [[nodiscard]] bool operator()(std::string_view phrasing) const;

 private:
  std::vector<std::set<std::string>> units_{};
  std::set<std::string> known_{};  // the words of all
};

// The documents of the candidate that were given.
struct Given {
  bool resume = false;
  bool letter = false;
};

[[nodiscard]] Given given(std::span<const Reading> readings);

// At most three, in the lexicon's order, those of the resume first. Two go to the document at hand.
// With both documents the third is for the other one: the resume has two, or the letter where the
// skill's advice says that it is better shown there. With a resume alone, such a skill gets one
// idea for a letter too. A skill that has no phrasing for the documents given offers one for the
// other kind rather than none.
[[nodiscard]] std::vector<Suggestion> suggest(const Skill& skill, Given documents,
                                              const SaidAlready& said);

}  // namespace rapport
