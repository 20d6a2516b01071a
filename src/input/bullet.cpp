#include "input/bullet.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr auto bullets = std::to_array<char32_t>({
    0x00B7, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x22C5, 0x25A0, 0x25A1, 0x25AA, 0x25AB,
    0x25AE, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CA, 0x25CB, 0x25CF, 0x25D8, 0x25E6, 0x25FE,
    0x2605, 0x2606, 0x2611, 0x2612, 0x2713, 0x2714, 0x2716, 0x2726, 0x2727, 0x2731, 0x2736, 0x2751,
    0x2752, 0x2756, 0x2794, 0x2799, 0x279C, 0x27A2, 0x27A4, 0x2B25, 0x2B29, 0x30FB,
});
static_assert(std::ranges::is_sorted(bullets));

bool is_blank(char32_t code) {
  return code == ' ' || code == '\t' || code == 0xA0;
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const auto next = utf8::decode(line, at);
    if (!is_blank(next.code)) break;
    at += next.length;
  }
  return at;
}

bool blank_or_end(std::string_view line, std::size_t at) {
  return at >= line.size() || is_blank(utf8::decode(line, at).code);
}

// "1." "12)" "(3)" "a)": short, so that a year or an amount at a line's start is none.
std::size_t number_end(std::string_view line, std::size_t at) {
  const bool bracket = at < line.size() && line[at] == '(';
  if (bracket) ++at;
  const std::size_t start = at;
  const auto digit = [&](std::size_t i) { return line[i] >= '0' && line[i] <= '9'; };
  while (at < line.size() && at - start < 2 && digit(at)) ++at;
  const bool letter = at == start && at < line.size() && line[at] >= 'a' && line[at] <= 'e';
  if (letter) ++at;
  if (at == start || at >= line.size()) return 0;
  const bool closed = line[at] == ')' || (line[at] == '.' && !bracket && !letter);
  return closed && blank_or_end(line, at + 1) ? at + 1 : 0;
}

bool is_dash(char32_t code) {
  return code == '-' || code == '*' || code == 0x2010 || code == 0x2012 || code == 0x2013 ||
         code == 0x2014 || code == 0x2212;
}

// "-Sold shoes" and "*Sold shoes" are items too; "-5 %", "--" and "*note*" are not.
bool glued_item(std::string_view line, std::size_t mark, std::size_t after) {
  const char32_t next = utf8::decode(line, after).code;
  if (!utf8::is_upper(next)) return false;
  return line[mark] != '*' || line.find('*', after) == std::string_view::npos;
}

// "o Sold shoes" is a round bullet that lost its font; "o" before a small letter may be a word.
bool round_letter(std::string_view line, std::size_t after) {
  if (!blank_or_end(line, after)) return false;
  const std::size_t text = skip_blanks(line, after);
  if (text >= line.size()) return false;
  const char32_t next = utf8::decode(line, text).code;
  return line[after] == '\t' || utf8::is_upper(next) || utf8::is_digit(next);
}

std::size_t mark_end(std::string_view line, std::size_t at) {
  const auto first = utf8::decode(line, at);
  const std::size_t after = at + first.length;
  if (is_bullet(first.code) || first.code == 0xF0B7) return after;
  if (is_dash(first.code)) {
    return blank_or_end(line, after) || glued_item(line, at, after) ? after : 0;
  }
  if (first.code == 0xBB || first.code == '+' || first.code == '>' || first.code == 0x2192) {
    return blank_or_end(line, after) ? after : 0;
  }
  if (first.code == 'o') return round_letter(line, after) ? after : number_end(line, at);
  return number_end(line, at);
}

}  // namespace

bool is_bullet(char32_t code) {
  return std::ranges::binary_search(bullets, code);
}

std::size_t bullet_length(std::string_view line) {
  std::size_t at = skip_blanks(line, 0);
  if (at >= line.size()) return 0;
  std::size_t end = mark_end(line, at);
  if (end == 0) return 0;
  end = skip_blanks(line, end);
  // "• - Sold shoes": converters leave a second mark now and then.
  if (end < line.size() && is_bullet(utf8::decode(line, at).code)) {
    const std::size_t second = mark_end(line, end);
    if (second != 0 && !utf8::is_digit(utf8::decode(line, end).code)) {
      end = skip_blanks(line, second);
    }
  }
  return end;
}

}  // namespace rapport
