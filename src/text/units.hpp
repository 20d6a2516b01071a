// Cuts a text into units: sentences, bullets and headings.
#pragma once

#include <string_view>
#include <vector>

#include "text/sections.hpp"

namespace rapport {

// In order. Together they cover the text but for blanks, bullet marks and rulers. One longer than
// max_unit is cut at a blank.
[[nodiscard]] std::vector<Unit> find_units(std::string_view text, const std::vector<Line>& lines,
                                           const Sections& sections);

}  // namespace rapport
