// Interview: a preparation sheet made of an assessed application. Per skill the best story that the
// documents tell, what the story leaves open, and the questions to expect.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rapport/assessment.hpp"

#pragma GCC visibility push(default)
namespace rapport {

struct Story {
  Cited cited;  // the evidence that it is told around
  // Its situation, action and result as far as they were found, in that order, each in order of
  // text; they may stand in several units, and a part may have several stretches.
  std::vector<Part> parts{};
  // Of situation, action and result those that were not found; a number where all were but nothing
  // is measured.
  std::vector<StoryPart> missing{};
  std::vector<std::string> prepare{};   // a question for each of `missing`
  std::vector<std::string> same_for{};  // titles of earlier skills that have the same story
};

struct Rehearsal {
  ProfileEntry entry;
  Level level = Level::none;
  std::optional<Story> story{};          // none: nothing demonstrates the skill yet
  std::optional<Cited> claim{};          // where a skill without a story is named, if anywhere
  std::string about{};                   // what the skill is, one sentence
  std::string outline{};                 // without a story: one to fill, with [blanks]
  std::vector<std::string> questions{};  // to expect, at most two
};

struct Interview {
  std::vector<Rehearsal> skills{};  // those with a story first, each in the profile's order
  std::size_t stories = 0;
};

// Pure, like assess(). The best story is the one with the strongest evidence, then the most parts,
// then one that no earlier skill has, then one from a job, then the longest.
[[nodiscard]] Interview prepare_interview(const Application& application, const Lexicon& lexicon);

}  // namespace rapport
#pragma GCC visibility pop
