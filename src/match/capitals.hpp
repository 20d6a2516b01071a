// Capitals, by which a name is told.
#pragma once

#include <string_view>

#include "match/clauses.hpp"
#include "match/folded.hpp"

namespace rapport {

// Whether all words of a span are written with a capital; small ones such as "of" aside.
[[nodiscard]] bool is_capitalised(std::string_view source, const Folded& unit, FoldedRange span);

}  // namespace rapport
