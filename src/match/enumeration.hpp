// Enumerations: whether a sentence or bullet is nothing but a row of certain entries.
//
//     Communication, teamwork and strong problem-solving skills.
#pragma once

#include <vector>

#include "match/clauses.hpp"
#include "match/folded.hpp"

namespace rapport {

// `entries` are what counts as an entry, wherever it stands in the unit. At least three must be
// there; beside them there may be one other entry of up to two words, and no more.
[[nodiscard]] bool is_enumeration_of(const Folded& unit, const std::vector<FoldedRange>& entries);

}  // namespace rapport
