// From poppler's words to ours: text as UTF-8, box, size and look.
#pragma once

#include <cstddef>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/layout.hpp"

namespace rapport {

struct PageWords {
  std::vector<PrintedWord> words{};
  bool truncated = false;  // the page has more
};

// In the order in which poppler reads the page; `most` bounds them.
[[nodiscard]] PageWords words_of(const poppler::page& page, std::size_t most);

}  // namespace rapport
