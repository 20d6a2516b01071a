// What a reader made of a file, cut to the bounds that all that follows relies on.
#pragma once

#include "rapport/extracted.hpp"

namespace rapport {

// Keeps the beginning, and adds a finding for whatever is cut. Costs nothing within the bounds of
// base/bounds.hpp.
void keep_within_bounds(Extracted& extracted);

}  // namespace rapport
