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

// "About us", "What you'll do": headings of a posting.
[[nodiscard]] bool is_posting_heading(std::string_view key);
// The same in a document that is known to be a posting, where "Skills" and "What it's like here"
// head parts as well.
[[nodiscard]] bool heads_posting_part(std::string_view key);

}  // namespace rapport
