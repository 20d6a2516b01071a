#include "report/display.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace rapport {
namespace {

constexpr utf8proc_int32_t replacement = 0xFFFD;
constexpr utf8proc_int32_t zero_width_joiner = 0x200D;  // holds emoji and Indic letters together
constexpr int most_marks = 6;  // on one letter; real scripts need four at most

struct CodePoint {
  utf8proc_int32_t value;
  std::size_t length;  // bytes taken
};

CodePoint decode(std::string_view text) {
  utf8proc_int32_t value = 0;
  const utf8proc_ssize_t length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (length <= 0) return {replacement, 1};
  return {value, static_cast<std::size_t>(length)};
}

void append(std::string& to, utf8proc_int32_t value) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t length = utf8proc_encode_char(value, bytes);
  to.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_blank(utf8proc_int32_t value) {
  if (value == '\t' || value == '\n' || value == '\r' || value == '\f' || value == '\v')
    return true;
  const utf8proc_category_t category = utf8proc_category(value);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_trick(utf8proc_int32_t value) {
  if (value == zero_width_joiner) return false;
  const utf8proc_category_t category = utf8proc_category(value);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
         category == UTF8PROC_CATEGORY_CS;
}

bool is_mark(utf8proc_int32_t value) {
  const utf8proc_category_t category = utf8proc_category(value);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
         category == UTF8PROC_CATEGORY_MC || value == zero_width_joiner;
}

// Letters, digits and punctuation of ASCII, and single spaces between them: most of what there is,
// and nothing about it to change. How long that goes on.
std::size_t plain_start(std::string_view text, bool after_blank) {
  std::size_t length = 0;
  for (const char c : text) {
    const bool blank = c == ' ';
    if (c < ' ' || c > '~' || (blank && after_blank)) break;
    after_blank = blank;
    ++length;
  }
  return length;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  bool after_blank = false;
  int marks = 0;
  while (!text.empty()) {
    if (const std::size_t plain = plain_start(text, after_blank); plain > 0) {
      kept.append(text, 0, plain);
      text.remove_prefix(plain);
      after_blank = kept.back() == ' ';
      marks = 0;
      continue;
    }
    const CodePoint point = decode(text);
    text.remove_prefix(point.length);
    const bool blank = is_blank(point.value);
    if (!blank && is_trick(point.value)) continue;
    marks = is_mark(point.value) ? marks + 1 : 0;
    if ((blank && after_blank) || marks > most_marks) continue;
    append(kept, blank ? ' ' : point.value);
    after_blank = blank;
  }
  return kept;
}

std::string masked(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  while (!text.empty()) {
    const CodePoint point = decode(text);
    text.remove_prefix(point.length);
    const bool layout = point.value == '\n' || point.value == '\t';
    append(kept, !layout && is_trick(point.value) ? replacement : point.value);
  }
  return kept;
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const CodePoint point = decode(text);
    text.remove_prefix(point.length);
    width += utf8proc_charwidth(point.value);
  }
  return width;
}

std::string_view fitting(std::string_view text, int columns) {
  std::size_t taken = 0;
  while (taken < text.size()) {
    const CodePoint point = decode(text.substr(taken));
    columns -= utf8proc_charwidth(point.value);
    if (columns < 0) break;
    taken += point.length;
  }
  return text.substr(0, taken);
}

std::string shortened(std::string_view text, int columns) {
  if (fitting(text, columns).size() == text.size()) return std::string(text);
  return std::string(fitting(text, std::max(0, columns - 1))) + "…";
}

std::string padded(std::string_view text, int columns) {
  const int missing = std::max(0, columns - display_width(text));
  return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

}  // namespace rapport
