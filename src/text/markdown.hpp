// Finds Markdown's marks in a line of a text, so that they can be left out: a resume often comes as
// Markdown, and "**Calmed** 30 callers a day" must read like any other sentence.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapport {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The bytes to leave out, in rising order and disjoint.
[[nodiscard]] std::vector<ByteRange> markdown_marks(std::string_view line);

}  // namespace rapport
