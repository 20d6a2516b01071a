// Where something stands, in words: "page 2, line 14", "paragraph 9 (text box)", "line 3".
#pragma once

#include <string>

#include "rapport/document.hpp"
#include "rapport/place.hpp"

namespace rapport {

[[nodiscard]] std::string place_text(const Place& place);  // empty for an empty place

// The heading as printed, or the kind in words where it has none: "letter body".
[[nodiscard]] std::string section_title(const Section& section);

}  // namespace rapport
