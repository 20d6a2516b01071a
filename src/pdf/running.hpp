// Running heads and feet: lines that pages repeat at their edges, and page numbers.
#pragma once

#include <vector>

#include "pdf/layout.hpp"
#include "rapport/extracted.hpp"

namespace rapport {

// Sets PrintedLine::edge of the lines that stand in the top or bottom tenth of a page and either
// stand there on another page too, numbers aside, or are a page number alone.
void mark_running_lines(std::vector<std::vector<PrintedLine>>& pages,
                        const std::vector<PageSize>& sizes);

// "2", "- 2 -", "Page 2 of 3", "2/3".
[[nodiscard]] bool is_page_number(std::string_view text);

}  // namespace rapport
