// Plain text and Markdown.
#pragma once

#include <string>

#include "rapport/reader.hpp"

namespace rapport {

[[nodiscard]] const Reader& text_reader();

// A text that is at hand already, as UTF-8: one block a line. Extracted::text is exactly `text`.
// Takes anything, an empty text and control characters too.
[[nodiscard]] Extracted extract_text(std::string text);

}  // namespace rapport
