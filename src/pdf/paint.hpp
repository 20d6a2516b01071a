// Whether a PDF could show words that nobody sees: a look at its operators, not at its pages.
//
// Drawing a page costs more than reading it, and nearly no resume hides anything. So the content is
// scanned for what hiding takes: text in the color of the paper or of a filled area, invisible
// text, transparency, areas painted over text. "1 1 1 rg (Leadership) Tj" is reason to draw the
// page; whether the words are hidden (or white on a dark bar) is then seen from the ink.
#pragma once

#include <string_view>

namespace rapport {

struct PaintScan {
  bool may_hide = false;           // draw the pages and look
  bool only_invisible = false;     // all text is invisible by mode: what OCR lays under a scan
  bool has_large_picture = false;  // large enough to be a page or much of one
};

[[nodiscard]] PaintScan scan_paint(std::string_view file);

}  // namespace rapport
