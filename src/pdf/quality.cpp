#include "pdf/quality.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/utf8.hpp"

namespace rapport {
namespace {

enum class Glyph { letter, unspaced_letter, bad, blank, other };

// Letters of scripts that put no blanks between words say nothing about lost ones.
bool has_no_blanks(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

Glyph glyph(char32_t c) {
  if (c == ' ' || c == '\t' || c == 0xA0 || c == 0xF020) return Glyph::blank;
  if (c == 0xFFFD) return Glyph::bad;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) {
    return has_no_blanks(c) ? Glyph::unspaced_letter : Glyph::letter;
  }
  // Quotes of Windows' code page 1252 arrive as the controls 0x91 to 0x97.
  if (category == UTF8PROC_CATEGORY_CC) return c >= 0x91 && c <= 0x97 ? Glyph::other : Glyph::bad;
  if (category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN) return Glyph::bad;
  return Glyph::other;
}

struct Census {
  std::size_t letters = 0;
  std::size_t bad = 0;
  std::size_t other = 0;
  std::size_t words = 0;          // that hold a letter of a script with blanks
  std::size_t lone_letters = 0;   // words that are one letter
  std::size_t in_long_words = 0;  // letters in words of more than 40

  void add(std::string_view word) {
    std::size_t own = 0;
    bool blanks = true;
    utf8::for_each(word, [&](const utf8::Decoded& next, std::size_t) {
      const Glyph g = glyph(next.code);
      if (g == Glyph::letter) ++own;
      if (g == Glyph::unspaced_letter) blanks = false;
      if (g == Glyph::letter || g == Glyph::unspaced_letter) ++letters;
      if (g == Glyph::bad) ++bad;
      if (g == Glyph::other) ++other;
    });
    if (own == 0 || !blanks) return;
    ++words;
    if (own == 1) ++lone_letters;
    const bool address = word.find_first_of("/@") != std::string_view::npos;
    if (own > 40 && !address) in_long_words += own;
  }
};

Census census_of(const std::vector<std::vector<PrintedLine>>& pages) {
  Census census;
  for (const auto& page : pages) {
    for (const PrintedLine& line : page) {
      for (const LineWord& word : line.words) {
        census.add(std::string_view(line.text).substr(word.begin, word.end - word.begin));
      }
    }
  }
  return census;
}

}  // namespace

TextQuality quality_of(const std::vector<std::vector<PrintedLine>>& pages) {
  std::size_t words = 0;
  for (const auto& page : pages) words += count_words(page);
  if (words == 0) return TextQuality::none;

  const Census c = census_of(pages);
  const std::size_t told = c.letters + c.bad;
  if (c.bad * 2 > told && told >= 4) return TextQuality::unreadable;
  // Glyph codes that land on signs: a text of any length is mostly letters.
  if (told + c.other >= 100 && c.letters * 5 < told + c.other) return TextQuality::unreadable;
  if (c.letters >= 120 && c.in_long_words * 2 > c.letters) return TextQuality::glued;
  if (c.words >= 40 && c.lone_letters * 10 > c.words * 6) return TextQuality::shattered;
  if (c.bad * 12 > told && c.bad >= 10) return TextQuality::partly_unreadable;
  return TextQuality::good;
}

const PrintedLine* unreadable_line(const std::vector<PrintedLine>& page) {
  constexpr std::size_t fewest = 5;
  const auto is_unreadable = [](const PrintedLine& line) {
    Census census;
    census.add(line.text);
    if (census.bad < fewest || census.bad <= census.letters) return false;
    // Five stars are a drawing, not a word.
    std::set<char32_t> kinds;
    utf8::for_each(line.text, [&](const utf8::Decoded& next, std::size_t) {
      if (glyph(next.code) == Glyph::bad) kinds.insert(next.code);
    });
    return kinds.size() >= fewest - 1 || kinds.contains(utf8::replacement);
  };
  const auto found = std::find_if(page.begin(), page.end(), is_unreadable);
  return found == page.end() ? nullptr : &*found;
}

std::size_t count_words(const std::vector<PrintedLine>& page) {
  std::size_t words = 0;
  for (const PrintedLine& line : page) {
    if (!is_scanner_stamp(line.text)) words += line.words.size();
  }
  return words;
}

bool is_scanner_stamp(std::string_view line) {
  if (line.size() > 60) return false;
  const std::string folded = utf8::lower(line);
  static constexpr std::array<std::string_view, 7> stamps = {
      "scanned by", "scanned with",       "scanned using", "scanned from",
      "camscanner", "created by scanner", "adobe scan"};
  return std::any_of(stamps.begin(), stamps.end(),
                     [&](std::string_view stamp) { return folded.starts_with(stamp); });
}

}  // namespace rapport
