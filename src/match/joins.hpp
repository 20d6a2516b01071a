// Joins: where two lines of a resume became one sentence because their line break was lost:
//
//     Kept the records of 90 tenants | Calmed angry callers
//
// A join is told by its verb, which has the capital of a line's beginning behind a word that has
// none.
#pragma once

#include <cstdint>
#include <string_view>

#include "match/clauses.hpp"
#include "match/folded.hpp"

namespace rapport {

// A unit with its capitals: offsets are into the folded text.
struct JoinedText {
  std::string_view source;
  const Folded& folded;
};

// Whether a line begins in text[begin, end], at `end` included.
[[nodiscard]] bool holds_join(const Clauses& clauses, const JoinedText& text, std::uint32_t begin,
                              std::uint32_t end);

// An action without what other lines tell.
[[nodiscard]] FoldedRange within_line(const Clauses& clauses, const JoinedText& text,
                                      FoldedRange action, FoldedRange span);

}  // namespace rapport
