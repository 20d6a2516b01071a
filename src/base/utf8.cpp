#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace rapport::utf8 {
namespace {

utf8proc_category_t category(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

bool is_ascii_upper(char32_t code) {
  return code >= 'A' && code <= 'Z';
}
bool is_ascii_lower(char32_t code) {
  return code >= 'a' && code <= 'z';
}
bool is_ascii_digit(char32_t code) {
  return code >= '0' && code <= '9';
}
bool is_ascii_letter(char32_t code) {
  return is_ascii_upper(code) || is_ascii_lower(code);
}

char32_t lower(char32_t code) {
  if (code < first_wide) return is_ascii_upper(code) ? code + ('a' - 'A') : code;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

Decoded decode_wide(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = -1;
  // A bound of four keeps the length within the type and is all that a code point can take.
  const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at, left, &code);
  if (length <= 0) return {};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(length), true};
}

Decoded decode_before(std::string_view text, std::size_t at) {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && is_continuation(text[start])) --start;
  const Decoded last = decode(text.substr(0, at), start);
  return start + last.length == at ? last : Decoded{};
}

void append_wide(std::string& out, char32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!next.valid) return false;
    at += next.length;
  }
  return true;
}

std::string replace_invalid(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each(text, [&](Decoded next, std::size_t) { append(out, next.code); });
  return out;
}

std::size_t count(std::string_view text) {
  std::size_t points = 0;
  for_each(text, [&](Decoded, std::size_t) { ++points; });
  return points;
}

bool is_letter(char32_t code) {
  if (code < first_wide) return is_ascii_letter(code);
  const auto c = category(code);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t code) {
  if (code < first_wide) return is_ascii_digit(code);
  return category(code) == UTF8PROC_CATEGORY_ND;
}

bool is_mark(char32_t code) {
  const auto c = category(code);
  return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

bool is_word(char32_t code) {
  if (code < first_wide) return is_ascii_letter(code) || is_ascii_digit(code);
  const auto c = category(code);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO;
}

bool is_upper(char32_t code) {
  if (code < first_wide) return is_ascii_upper(code);
  return utf8proc_isupper(static_cast<utf8proc_int32_t>(code)) != 0;
}

bool is_lower(char32_t code) {
  if (code < first_wide) return is_ascii_lower(code);
  return utf8proc_islower(static_cast<utf8proc_int32_t>(code)) != 0;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each(text, [&](Decoded next, std::size_t) { append(out, lower(next.code)); });
  return out;
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for_each(text, [&](Decoded next, std::size_t) {
    const int wide = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next.code));
    columns += static_cast<std::size_t>(std::max(wide, 0));
  });
  return columns;
}

}  // namespace rapport::utf8
