// Joins: where two lines of a resume became one sentence because their line break was lost:
//
//     Kept the records of 90 tenants | Calmed angry callers
//
// A join is told by its verb in the past tense, which has the capital of a line's beginning between
// words that have none. A semicolon takes the place of the blank there, so that no pattern, number
// or rule about what stands around a match reaches across.
#pragma once

#include <string_view>

#include "match/clauses.hpp"
#include "match/folded.hpp"

namespace rapport {

void part_joined_lines(const Clauses& clauses, std::string_view source, Folded& unit);

}  // namespace rapport
