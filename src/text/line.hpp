// Line: one printed line (or one whole paragraph, where the format has no lines) of the normalised
// text, with all that sections and units want to know of its look.
#pragma once

#include <cstddef>

#include "rapport/document.hpp"

namespace rapport {

// Where a line stands across the page: points in a PDF, columns in a text.
struct Extent {
  int page = 0;
  double left = 0;
  double right = 0;
  double per_character = 1;
};

struct Line {
  std::size_t begin = 0;  // byte range in the normalised text, without the newline
  std::size_t end = 0;
  BlockRole role = BlockRole::body;
  bool may_wrap = false;
  bool starts_paragraph = false;
  int heading_level = 0;
  bool emphasised = false;
  // Of the last printed line, when a hyphenated word merged several.
  Extent extent{};
};

}  // namespace rapport
