// Which words leave no ink on the drawn page, and how much ink is in no word.
#pragma once

#include <vector>

#include "input/raster.hpp"
#include "pdf/layout.hpp"

namespace rapport {

// One entry a word: true when a person sees nothing where it stands. A white word on a dark cell
// has ink; so has one that lies invisibly over the picture of itself, as OCR puts it.
[[nodiscard]] std::vector<bool> without_ink(const Raster& page,
                                            const std::vector<PrintedWord>& words);

// The share of the page, 0 to 1, where something is drawn but no word stands, and where words do.
struct InkShares {
  double pictures = 0;
  double words = 0;
};
[[nodiscard]] InkShares ink_shares(const Raster& page, const std::vector<PrintedWord>& words);

}  // namespace rapport
