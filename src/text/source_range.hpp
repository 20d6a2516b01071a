// Where a stretch of a Document's text stands in Extracted::text.
#pragma once

#include "rapport/document.hpp"

namespace rapport {

struct SourceRange {
  std::size_t begin = 0;  // byte range in Extracted::text, whole characters
  std::size_t end = 0;
};

// The end is that of the last character's source, so that marks which were dropped right after the
// stretch ("**calm**") stay outside. Begin equals end for an empty stretch.
[[nodiscard]] SourceRange source_range(const Document& document, std::size_t begin,
                                       std::size_t end);

}  // namespace rapport
