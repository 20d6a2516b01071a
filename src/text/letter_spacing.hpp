// Headings that were spaced out with the space bar: "E X P E R I E N C E".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/markdown.hpp"

namespace rapport {

// The blanks to leave out of a line so that its words are words again; none when it is not spaced
// out. Wider gaps than between most letters part words and are kept.
[[nodiscard]] std::vector<ByteRange> letter_spaces(std::string_view line);

}  // namespace rapport
