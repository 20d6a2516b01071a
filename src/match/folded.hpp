// Folded text: what patterns are matched against. Plain ASCII in lower case, so that patterns need
// no case-insensitivity and no Unicode tables:
//
//     "The guest’s  café — calm & ‘kind’"   reads   "the guest's cafe - calm and 'kind'"
//
// Letters lose their accents; a letter that has no ASCII base becomes `_`, so that it still is part
// of a word but never of a pattern. Bullets and bars between entries become `;`, other symbols
// blanks, and runs of blanks and newlines one blank.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// A maximal run of letters and digits.
struct Token {
  std::uint32_t begin = 0;  // byte range in Folded::text
  std::uint32_t end = 0;
};

struct Folded {
  std::string text;
  std::vector<std::uint32_t> origin;  // source offset of each byte of text, and of its end
  std::vector<Token> tokens;

  [[nodiscard]] std::string_view word(const Token& token) const {
    return std::string_view(text).substr(token.begin, token.end - token.begin);
  }
};

[[nodiscard]] Folded fold(std::string_view source);

}  // namespace rapport
