// Repeats: the same words in several bullets.
//
//     Assisted customers with returns          two opening words, in three bullets or more
//     Assisted customers at the till
//     Assisted customers by telephone
//
//     … in a fast and friendly manner          a run of five words, in two bullets or more
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/clauses.hpp"
#include "match/folded.hpp"

namespace rapport {

struct RepeatedIn {
  std::size_t unit = 0;  // index into the units that were given
  FoldedRange span;
};

// The same words in several units: at least two places, in order of unit; no two in one unit.
using Repeat = std::vector<RepeatedIn>;

// In order of the first place. A run is as long as its first two units share it; of overlapping
// ones the first is told. Runs of names and figures are none. Linear in the words given, but for
// words that repeat a great deal.
[[nodiscard]] std::vector<Repeat> repeats(const std::vector<Folded>& units,
                                          const std::vector<std::string_view>& sources);

}  // namespace rapport
