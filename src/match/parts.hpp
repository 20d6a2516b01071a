// The parts of a story in one unit: when it was, for whom, how many, what came of it.
//
//     When a guest lost her bag, I called every cab in town, so that she had it back by noon
//     situation──────────────── |          action            | result────────────────────────
//
// Words tell where a part begins; how far it reaches is written beside them
// (lexicons/en/parts.toml). A number is a part where the quantities of the lexicon say that it
// measures something.
#pragma once

#include <vector>

#include "match/clauses.hpp"
#include "match/judge.hpp"

namespace rapport {

struct FoundPart {
  StoryPart part = StoryPart::result;
  FoldedRange span;
};

class PartFinder {
 public:
  // Both must outlive it.
  PartFinder(const Lexicon& lexicon, const std::vector<PatternUse>& uses);

  // In order of text; those of one kind do not overlap.
  [[nodiscard]] std::vector<FoundPart> find(const Folded& unit, const std::vector<Hit>& hits) const;

 private:
  [[nodiscard]] FoldedRange reached(const Folded& unit, const PartRule& rule,
                                    FoldedRange cue) const;
  [[nodiscard]] std::uint32_t clause_end(const Folded& unit, FoldedRange cue) const;

  const Lexicon& lexicon_;
  const std::vector<PatternUse>& uses_;
  WordClass ends_;
};

}  // namespace rapport
