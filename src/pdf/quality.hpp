// Whether a PDF's text layer is text at all: scans, glyphs without meaning, lost blanks.
#pragma once

#include <string_view>
#include <vector>

#include "pdf/layout.hpp"

namespace rapport {

enum class TextQuality {
  good,
  none,  // no words, or only the stamp of a scanner
  partly_unreadable,
  unreadable,  // nearly all letters are glyphs that stand for nothing
  glued,       // no blanks between words
  shattered,   // blanks between letters
};

// Whole pages of lines, as lay_out() gives them.
[[nodiscard]] TextQuality quality_of(const std::vector<std::vector<PrintedLine>>& pages);

// The first line that is mostly glyphs without meaning: a heading in a font of its own, say. Null
// when there is none; single icons among words are none.
[[nodiscard]] const PrintedLine* unreadable_line(const std::vector<PrintedLine>& page);

// Words of a page, the stamps of scanning programs left out.
[[nodiscard]] std::size_t count_words(const std::vector<PrintedLine>& page);

// "Scanned by CamScanner" and its like: printed by a program on the image of a page.
[[nodiscard]] bool is_scanner_stamp(std::string_view line);

}  // namespace rapport
