// From the lines of all pages to Extracted.
#pragma once

#include <vector>

#include "pdf/layout.hpp"
#include "rapport/extracted.hpp"

namespace rapport {

// Its text, blocks and words.
[[nodiscard]] Extracted assemble_pages(const std::vector<std::vector<PrintedLine>>& pages);

}  // namespace rapport
