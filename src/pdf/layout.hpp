// From printed words with boxes to lines in reading order: pure geometry, no PDF library.
//
// A PDF says where each word stands and nothing more. Four steps give it back its order:
//   1. words that stand close together on one baseline form a segment   (pdf_segments.cpp)
//   2. gutters split the page into regions, read left to right          (pdf_columns.cpp)
//   3. in a region, segments on one baseline form a line: a job and its date at the right
//   4. lines learn from their neighbours whether a paragraph begins     (pdf_layout.cpp)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/place.hpp"

namespace rapport {

struct PrintedWord {
  std::string text{};
  Box box{};        // on the page, points from its top left corner
  double size = 0;  // of the font, points
  bool bold = false;
  bool space_after = false;  // the PDF has a blank here; without it the gap between boxes decides
  int rotation = 0;          // quarter turns clockwise, 0 to 3
};

struct LineWord {
  std::size_t begin = 0;  // byte range in PrintedLine::text
  std::size_t end = 0;
  Box box{};
};

// Where a line stands that belongs to the page and not to the text.
enum class PageEdge { none, top, bottom };

struct PrintedLine {
  std::string text{};  // words separated by a blank, far apart ones (cells, dates) by a tab
  std::vector<LineWord> words{};
  Box box{};                // on the page
  double size = 0;          // the smallest font of its words
  bool bold = false;        // every word is
  bool emphasised = false;  // set by mark_emphasised()
  bool starts_paragraph = false;
  bool list_item = false;          // begins with a bullet mark, which is kept in the text
  bool letter_spaced = false;      // was printed l i k e t h i s and has been put together
  PageEdge edge = PageEdge::none;  // set by mark_running_lines()
  // True when it reaches the right edge of its region, so that its sentence may go on.
  bool full = false;
};

// The lines of one page in reading order. Time is near-linear in the number of words.
[[nodiscard]] std::vector<PrintedLine> lay_out(const std::vector<PrintedWord>& words);

// The same words as a program lays them out that knows no columns: whatever stands on one baseline
// is one line, from the left edge of the page to the right.
[[nodiscard]] std::vector<PrintedLine> lay_out_straight(const std::vector<PrintedWord>& words);

// True when the reading goes back up the page: it ended a column and began the next.
[[nodiscard]] bool is_in_columns(const std::vector<PrintedLine>& lines);

// Marks the lines that are larger than the document's body text, or bold where not all is.
void mark_emphasised(std::vector<std::vector<PrintedLine>>& pages);

// True when the text begins with a mark that lists use, in whatever encoding PDFs carry it.
[[nodiscard]] bool starts_with_bullet(std::string_view text);

}  // namespace rapport
