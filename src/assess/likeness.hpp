// How much two texts are alike, by the words that they share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// The words of a text in order, in lower case, without punctuation.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

// 0 (nothing in common) to 1 (the same words, in any order); words that repeat count each time.
// Both are sorted.
[[nodiscard]] double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace rapport
