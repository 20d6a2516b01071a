// The wordings of section headings, as a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rapport/document.hpp"

namespace rapport {

// A line made comparable: lower case, "&" and "/" as words' bounds, no colon, dashes or marks.
[[nodiscard]] std::string heading_key(std::string_view line);

// The section that a heading opens; none when the wording is not a known one.
[[nodiscard]] std::optional<SectionKind> section_of(std::string_view key);

// "Hospitality experience": any words before one that names a section. Only for lines that look
// like headings beyond doubt, as a sentence may end so too.
[[nodiscard]] std::optional<SectionKind> section_by_last_word(std::string_view key);

// "Responsibilities", "Key achievements": a heading inside a section, opens none of its own.
[[nodiscard]] bool is_subheading(std::string_view key);

}  // namespace rapport
