#include "text/characters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "input/encoding.hpp"

namespace rapport {
namespace {

constexpr std::array<std::u32string_view, 7> latin_ligatures = {U"ff",  U"fi", U"fl", U"ffi",
                                                                U"ffl", U"st", U"st"};

// Codes of Symbol and Wingdings that documents print as bullets.
constexpr auto symbol_bullets = std::to_array<char32_t>({
    0xF02D, 0xF06C, 0xF06E, 0xF06F, 0xF071, 0xF075, 0xF076, 0xF077, 0xF09F, 0xF0A7,
    0xF0A8, 0xF0B2, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0E8, 0xF0F0, 0xF0FC, 0xF0FE,
});
static_assert(std::ranges::is_sorted(symbol_bullets));

bool is_private(char32_t code) {
  return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
}

bool is_hyphen(char32_t code) {
  return code == 0x2010 || code == 0x2011 || code == 0xFE63 || code == 0xFF0D;
}

// Joiners and selectors that are no format characters by category.
bool is_invisible(char32_t code) {
  return code == 0x034F || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x115F || code == 0x1160 ||
         code == 0x3164;
}

}  // namespace

std::u32string_view CharacterMap::single(char32_t code) {
  held_ = code;
  return {&held_, 1};
}

std::u32string_view CharacterMap::replace(char32_t code) {
  if (code >= 0x20 && code < 0x7F) return single(code);
  if (code == '\t') return single(code);
  if (code == '\n' || code == '\v' || code == '\f' || code == '\r') return single(' ');
  if (code < 0x20 || code == 0x7F) return {};
  if (code < 0xA0) {
    const char32_t meant = from_windows_1252(static_cast<unsigned char>(code));
    return meant == 0 ? std::u32string_view{} : single(meant);
  }
  if (code == 0xAD) return prints_soft_hyphens_ ? single('-') : std::u32string_view{};
  if (code >= 0xFB00 && code <= 0xFB06) return latin_ligatures.at(code - 0xFB00);
  if (is_hyphen(code)) return single('-');
  if (std::ranges::binary_search(symbol_bullets, code)) return single(0x2022);
  if (is_private(code)) return single(' ');  // an icon; a blank keeps the words around it apart
  if (is_invisible(code)) return {};
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return single(' ');
    case UTF8PROC_CATEGORY_CF:
      return {};
    default:
      return single(code);
  }
}

}  // namespace rapport
