// From the bytes of a text file to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/finding.hpp"

namespace rapport {

struct DecodedText {
  std::string text{};           // UTF-8; a byte order mark is kept as U+FEFF
  std::string_view encoding{};  // "UTF-8", "UTF-16LE", "Windows-1252"
  bool guessed = false;         // nothing in the file says so
  bool damaged = false;         // some bytes could not be decoded and are U+FFFD
};

enum class ByteOrder { little_endian, big_endian };

// Of a text in UTF-16, by its byte order mark or by where its zeros stand; nothing for other bytes.
[[nodiscard]] std::optional<ByteOrder> utf16_order(std::string_view bytes);

[[nodiscard]] DecodedText decode_text(std::string_view bytes);

// In an encoding that the file names. Nothing when that is none of those in use, besides UTF-8 and
// Windows-1252, which decode_text() knows.
[[nodiscard]] std::optional<DecodedText> decode_as(std::string_view bytes,
                                                   std::string_view encoding);

// What the user is told of it; `text` is what was made of the decoded text.
[[nodiscard]] std::vector<Finding> encoding_findings(const DecodedText& decoded,
                                                     std::string_view text);

// The character that Windows-1252 has at 0x80 to 0x9F; 0 for the five that it leaves undefined.
[[nodiscard]] char32_t from_windows_1252(unsigned char byte);

}  // namespace rapport
