#include "pdf/words.hpp"

#include <poppler-page.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/bounds.hpp"
#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr std::size_t longest_word = 4'000;  // bytes

// LaTeX's bitmap fonts have no names and no table of letters: codes of its T1 encoding arrive as
// they are, in the place of control codes.
std::string_view tex_text(char32_t code) {
  switch (code) {
    case 0x10:
      return "“";
    case 0x11:
      return "”";
    case 0x15:
      return "–";
    case 0x16:
      return "—";
    case 0x1B:
      return "ff";
    case 0x1C:
      return "fi";
    case 0x1D:
      return "fl";
    case 0x1E:
      return "ffi";
    case 0x1F:
      return "ffl";
    case 0x88:
      return "•";
    default:
      return {};
  }
}

// poppler's own conversion opens an iconv for every word, and stops at what iconv refuses.
std::string to_utf8(const poppler::ustring& text, bool is_tex) {
  std::string result;
  for (std::size_t i = 0; i < text.size() && result.size() < longest_word; ++i) {
    char32_t code = text[i];
    const bool leads = code >= 0xD800 && code < 0xDC00 && i + 1 < text.size() &&
                       text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
    if (leads) {
      code = 0x10000 + ((code - 0xD800) << 10) + (text[++i] - 0xDC00u);
    } else if (code >= 0xD800 && code < 0xE000) {
      code = utf8::replacement;
    }
    if (const std::string_view known = tex_text(code); is_tex && !known.empty()) {
      result += known;
      continue;
    }
    if (code < 0x80) {
      result += static_cast<char>(code);
    } else {
      utf8::append(result, code);
    }
  }
  return result;
}

bool is_bold(const std::string& font) {
  const std::string name = utf8::lower(font);
  // Small capitals are set for headings as bold type is. The last four are LaTeX's.
  for (const std::string_view mark : {"bold", "black", "heavy", "demi", "-bd", "smallcap", "smcp",
                                      "caps", "csc", "cmbx", "sfbx", "ecbx", "lmbx"}) {
    if (name.find(mark) != std::string::npos) return true;
  }
  return false;
}

PrintedWord printed_word(const poppler::text_box& box) {
  const poppler::rectf r = box.bbox();
  const std::string font = box.has_font_info() ? box.get_font_name() : "unknown";
  PrintedWord word{.text = to_utf8(box.text(), font.empty()),
                   .box = {r.left(), r.top(), r.right(), r.bottom()},
                   .space_after = box.has_space_after(),
                   .rotation = box.rotation()};
  word.size = box.has_font_info() ? box.get_font_size() : 0;
  if (!(word.size > 0)) word.size = word.box.height() / 1.15;
  word.bold = is_bold(font);
  return word;
}

bool is_usable(const PrintedWord& word) {
  constexpr double far = 1e6;                                      // points; a page of a mile
  const auto sane = [](double x) { return x > -far && x < far; };  // false for NaN
  const bool blank = word.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
  return !blank && sane(word.box.left) && sane(word.box.top) && sane(word.box.right) &&
         sane(word.box.bottom) && sane(word.size);
}

// A line break inside a word would break Extracted's promise that a newline ends a block.
void clean(std::string& text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\t') c = ' ';
  }
}

}  // namespace

PageWords words_of(const poppler::page& page, std::size_t most) {
  PageWords result;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (result.words.size() >= std::min(most, max_words_on_page)) {
      result.truncated = true;
      break;
    }
    PrintedWord word = printed_word(box);
    if (!is_usable(word)) continue;
    clean(word.text);
    result.words.push_back(std::move(word));
  }
  return result;
}

}  // namespace rapport
