// A cell of a table as RFC 4180 writes it.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Quoted where it must be. A text that a spreadsheet would take for a formula (it starts with
// = + - @, a tab or a carriage return) gets an apostrophe in front, which makes it plain text.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace rapport
