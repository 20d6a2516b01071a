// NFC, a few characters at a time, so that each result can be traced to its source.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rapport {

// How many code points at the start of `text` (not empty) must be composed together: a character
// and the marks on it. Bounded: a pile of thousands of marks is cut.
[[nodiscard]] std::size_t cluster_length(std::span<const char32_t> text);

// NFC of one cluster.
[[nodiscard]] std::vector<char32_t> compose(std::span<const char32_t> cluster);

}  // namespace rapport
