#include "report/display.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;  // holds emoji and Indic letters together
constexpr int most_marks = 6;                   // on one letter; real scripts need four at most

utf8proc_category_t category_of(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

bool is_blank(char32_t code) {
  if (code == '\t' || code == '\n' || code == '\r' || code == '\f' || code == '\v') return true;
  const utf8proc_category_t category = category_of(code);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_trick(char32_t code) {
  if (code == zero_width_joiner) return false;
  const utf8proc_category_t category = category_of(code);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
         category == UTF8PROC_CATEGORY_CS;
}

bool is_mark(char32_t code) {
  return utf8::is_mark(code) || code == zero_width_joiner;
}

int width_of(char32_t code) {
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
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
    const auto [code, length, valid] = utf8::decode(text, 0);
    text.remove_prefix(length);
    const bool blank = is_blank(code);
    if (!blank && is_trick(code)) continue;
    marks = is_mark(code) ? marks + 1 : 0;
    if ((blank && after_blank) || marks > most_marks) continue;
    utf8::append(kept, blank ? U' ' : code);
    after_blank = blank;
  }
  return kept;
}

std::string masked(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  utf8::for_each(text, [&](utf8::Decoded next, std::size_t) {
    const bool layout = next.code == '\n' || next.code == '\t';
    utf8::append(kept, !layout && is_trick(next.code) ? utf8::replacement : next.code);
  });
  return kept;
}

int display_width(std::string_view text) {
  return static_cast<int>(utf8::width(text));
}

std::string_view fitting(std::string_view text, int columns) {
  std::size_t taken = 0;
  while (taken < text.size()) {
    const utf8::Decoded next = utf8::decode(text, taken);
    columns -= width_of(next.code);
    if (columns < 0) break;
    taken += next.length;
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
