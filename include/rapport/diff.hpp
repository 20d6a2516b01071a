// Diff: what a new draft of an application gained and lost against the old one.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

#include "rapport/assessment.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// A sentence or bullet of an application.
struct UnitRef {
  std::size_t reading = 0;  // index into Application::readings
  std::size_t unit = 0;     // index into Document::units
  friend auto operator<=>(const UnitRef&, const UnitRef&) = default;
};

// A skill's level before and after; of the whole application, or in one sentence.
struct LevelStep {
  std::size_t skill = 0;  // index into Assessment::skills, the same in both drafts
  Level before = Level::none;
  Level after = Level::none;
};

// What became of a sentence that is evidence in at least one of the drafts.
struct UnitChange {
  enum class Kind {
    added,    // `before` is empty
    removed,  // `after` is empty
    moved,    // the same words under another section, or in the other document
    changed,  // other words, or the same that count for more or less
  };
  Kind kind = Kind::added;
  std::optional<UnitRef> before{};
  std::optional<UnitRef> after{};
  std::vector<LevelStep> skills{};  // that it is evidence of in either draft; never empty
};

// A phrasing offered for the old draft whose aim the new one reaches.
struct DoneProposal {
  std::size_t skill = 0;     // index into Assessment::skills
  std::size_t proposal = 0;  // index into the old SkillAssessment::proposals
  UnitRef by{};              // the sentence of the new draft that reaches it
};

struct Diff {
  std::vector<LevelStep> skills{};  // every skill, in the profile's order
  std::vector<UnitChange> units{};  // in the new draft's order, then what was removed in the old's
  std::vector<DoneProposal> done{};
  std::vector<Finding> solved{};    // of the old draft, not of the new one
  std::vector<Finding> appeared{};  // of the new draft, not of the old one
};

// Pure arithmetic: no I/O, cannot fail. Both were assessed by the same profile and lexicon.
// Documents correspond by kind, not by name. A sentence is the same when its words are, whatever
// their case and punctuation, and a changed one when half of its words are.
[[nodiscard]] Diff diff(const Application& before, const Application& after);

// Whether any skill fell to a lower level.
[[nodiscard]] bool has_loss(const Diff& diff);

}  // namespace rapport
#pragma GCC visibility pop
