// Hidden words of a PDF page: found by their size and by the ink that they lack, set apart as text.
#pragma once

#include <vector>

#include "input/raster.hpp"
#include "pdf/layout.hpp"
#include "rapport/extracted.hpp"

namespace rapport {

enum class Hiding { none, size, ink };

// `hiding` has one entry a word.
void mark_tiny(const std::vector<PrintedWord>& words, std::vector<Hiding>& hiding);

void mark_inkless(const Raster& page, const std::vector<PrintedWord>& words,
                  std::vector<Hiding>& hiding);

// For words that OCR read in the picture of a page. It misplaces some, so that only whole stretches
// of them that stand on blank paper stay hidden.
void spare_misplaced(const std::vector<PrintedWord>& words, std::vector<Hiding>& hiding);

// Takes the hidden words out of `words` and returns them line by line.
[[nodiscard]] std::vector<HiddenText> take_hidden(std::vector<PrintedWord>& words,
                                                  const std::vector<Hiding>& hiding, int page);

}  // namespace rapport
