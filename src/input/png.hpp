// Pixels to PNG, in memory.
#pragma once

#include <string>

#include "input/raster.hpp"

namespace rapport {

// Small rather than exact: a page of text gets a palette, in which the colours that cover much are
// kept and the shades at the edges of letters are rounded. Empty for an empty raster.
[[nodiscard]] std::string to_png(const Raster& raster);

}  // namespace rapport
