// From the bytes of a text file to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

struct DecodedText {
  std::string text{};           // UTF-8; a byte order mark is kept as U+FEFF
  std::string_view encoding{};  // "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"
  bool guessed = false;         // nothing in the file says so
  bool damaged = false;         // some bytes could not be decoded and are U+FFFD
};

[[nodiscard]] DecodedText decode_text(std::string_view bytes);

// The character that Windows-1252 has at 0x80 to 0x9F; 0 for the five that it leaves undefined.
[[nodiscard]] char32_t from_windows_1252(unsigned char byte);

}  // namespace rapport
