// Cuts a text into units: sentences, bullets and headings.
#pragma once

#include <string_view>
#include <vector>

#include "text/sections.hpp"

namespace rapport {

inline constexpr std::size_t max_unit = 20000;  // bytes; a longer one is cut at a blank

// In order. Together they cover the text but for blanks, bullet marks and rulers.
[[nodiscard]] std::vector<Unit> find_units(std::string_view text, const std::vector<Line>& lines,
                                           const Sections& sections);

}  // namespace rapport
