// The little that we need on top of utf8proc: walking over UTF-8 that may be damaged, and asking
// what a character is. All functions are pure and take any bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

struct Decoded {
  char32_t code = replacement;
  std::size_t length = 1;  // bytes; 1 for a byte that is no UTF-8, so that a walk always moves on
  bool valid = false;
};

// Most text is ASCII, and asks no tables.
inline constexpr char32_t first_wide = 0x80;
[[nodiscard]] Decoded decode_wide(std::string_view text, std::size_t at);
void append_wide(std::string& out, char32_t code);

// The code point that starts at `at`, which must lie inside the text.
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < first_wide ? Decoded{first, 1, true} : decode_wide(text, at);
}
// The code point that ends at `at`, which must be greater than 0.
[[nodiscard]] Decoded decode_before(std::string_view text, std::size_t at);

inline void append(std::string& out, char32_t code) {
  if (code >= first_wide) return append_wide(out, code);
  out += static_cast<char>(code);
}

[[nodiscard]] bool is_valid(std::string_view text);
[[nodiscard]] std::string replace_invalid(std::string_view text);  // each bad byte is one U+FFFD

[[nodiscard]] std::size_t count(std::string_view text);  // code points

[[nodiscard]] bool is_letter(char32_t code);
[[nodiscard]] bool is_digit(char32_t code);  // of any script
[[nodiscard]] bool is_mark(char32_t code);   // combining
[[nodiscard]] bool is_word(char32_t code);   // letter, mark or number: what a word is made of
[[nodiscard]] bool is_upper(char32_t code);
[[nodiscard]] bool is_lower(char32_t code);

[[nodiscard]] std::string lower(std::string_view text);

// Columns that a terminal needs: 2 for wide characters, 0 for combining marks.
[[nodiscard]] std::size_t width(std::string_view text);

// Calls f(Decoded, offset) for every code point.
template <class F>
void for_each(std::string_view text, F&& f) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    f(next, at);
    at += next.length;
  }
}

}  // namespace rapport::utf8
