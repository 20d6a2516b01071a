#include "text/letter_spacing.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace rapport {
namespace {

// Fewer may be grades or initials.
constexpr std::size_t fewest_letters = 5;
constexpr std::size_t longest_line = 400;  // bytes

bool is_blank(char32_t code) {
  return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A);
}

// The gaps between the letters; none when the line holds anything but single letters.
std::vector<ByteRange> gaps_of(std::string_view line) {
  std::vector<ByteRange> gaps;
  std::size_t letters = 0;
  std::size_t gap = 0;
  bool after_letter = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto next = utf8::decode(line, at);
    if (is_blank(next.code)) {
      if (after_letter) gap = at;
      after_letter = false;
    } else {
      if (after_letter || (!utf8::is_letter(next.code) && next.code != '&')) return {};
      if (letters++ > 0) gaps.push_back({gap, at});
      after_letter = true;
    }
    at += next.length;
  }
  return letters < fewest_letters ? std::vector<ByteRange>{} : gaps;
}

}  // namespace

std::vector<ByteRange> letter_spaces(std::string_view line) {
  if (line.size() > longest_line) return {};
  std::vector<ByteRange> gaps = gaps_of(line);
  if (gaps.empty()) return {};
  const auto width = [](const ByteRange& gap) { return gap.end - gap.begin; };
  const std::size_t narrowest = width(*std::ranges::min_element(gaps, {}, width));
  std::erase_if(gaps, [&](const ByteRange& gap) { return width(gap) > narrowest; });
  return gaps;
}

}  // namespace rapport
