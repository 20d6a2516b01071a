// Reads all pages of a PDF: the lines that a person sees, and what stands in the way of them.
#pragma once

#include <vector>

#include "pdf/document.hpp"
#include "pdf/layout.hpp"
#include "pdf/paint.hpp"
#include "rapport/extracted.hpp"

namespace rapport {

using PageLines = std::vector<PrintedLine>;

struct PdfPages {
  std::vector<PageLines> lines{};
  std::vector<PageLines> straight{};  // the same, where columns are read straight across
  std::vector<PageSize> sizes{};
  std::vector<int> columns{};   // pages that are set in columns
  std::vector<int> broken{};    // pages that could not be opened
  std::vector<int> pictures{};  // pages that are mostly picture
  std::vector<HiddenText> hidden{};
  bool nothing_visible = false;  // every word is hidden, and all were kept
  bool truncated = false;
  int undrawn = 0;  // first page that was not looked at for hidden words, for want of time; or 0
};

[[nodiscard]] PdfPages read_pages(const poppler::document& document, const PaintScan& paint);

}  // namespace rapport
