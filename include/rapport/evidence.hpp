// Evidence: a stretch of a document that shows, or only names, a skill.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rapport/lexicon.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// What the context did to a match: the rule that struck and the words that triggered it.
struct Objection {
  std::string rule{};     // id of the context rule, or "veto"
  std::string why{};      // in words: "negated", "a job title"
  std::size_t begin = 0;  // byte range in Document::text of the words that say so
  std::size_t end = 0;
};

// The number that made evidence quantified, and the rule by which it counts.
struct Measure {
  std::size_t rule = 0;   // index into Lexicon::quantities
  std::size_t begin = 0;  // byte range in Document::text
  std::size_t end = 0;
};

struct Evidence {
  std::size_t skill = 0;      // index into Lexicon::skills
  std::size_t rule = 0;       // index into Skill::evidence
  Level level = Level::none;  // none when it was rejected
  std::size_t unit = 0;       // index into Document::units
  std::size_t begin = 0;      // byte range in Document::text of what the pattern matched
  std::size_t end = 0;
  // Rejected: the first is why. Otherwise what lowered the level, if anything did.
  std::vector<Objection> objections{};
  std::optional<Measure> measure{};  // of what is quantified

  [[nodiscard]] bool rejected() const { return level == Level::none; }
};

// A stretch of a unit that tells a part of a story.
struct Part {
  StoryPart part = StoryPart::result;
  std::size_t unit = 0;   // index into Document::units
  std::size_t begin = 0;  // byte range in Document::text
  std::size_t end = 0;
};

}  // namespace rapport
#pragma GCC visibility pop
