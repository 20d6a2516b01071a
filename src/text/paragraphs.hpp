// Decides which printed lines belong together.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/sections.hpp"

namespace rapport {

// A stretch of text in which sentences are looked for: a wrapped paragraph, a bullet, one entry.
struct Paragraph {
  std::size_t begin = 0;  // byte range in the text, bullet mark left out
  std::size_t end = 0;
  bool bullet = false;
  std::size_t section = 0;
};

// All text but the headings, bullet marks and rulers ("-----"), in order.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text,
                                                     const std::vector<Line>& lines,
                                                     const std::vector<Placed>& placed);

}  // namespace rapport
