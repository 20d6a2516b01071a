// The marks that begin a list item: "• Sold shoes", "- Sold shoes", "2) Sold shoes".
#pragma once

#include <cstddef>
#include <string_view>

namespace rapport {

// Bytes of the mark at the start of a line, with the blanks around it; 0 when there is none.
[[nodiscard]] std::size_t bullet_length(std::string_view line);

// True for characters that are nothing but bullets (•, ▪, ➢, ✓, ...), wherever they stand.
[[nodiscard]] bool is_bullet(char32_t code);

}  // namespace rapport
