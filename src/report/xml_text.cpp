#include "report/xml_text.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace rapport {
namespace {

bool is_markup(char32_t code) {
  return code == '<' || code == '>' || code == '&' || code == '"' || code == '\'';
}

// What XML 1.0 has no way to write: controls, surrogates and the two that are no characters.
bool is_impossible(char32_t code) {
  return code < 0x20 || (code >= 0xD800 && code <= 0xDFFF) || code == 0xFFFE || code == 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string safe;
  utf8::for_each(text, [&](const utf8::Decoded& point, std::size_t) {
    const char32_t code = point.valid ? point.code : utf8::replacement;
    if (code == '\n' || code == '\r' || code == '\t' || is_markup(code)) {
      safe += fmt::format("&#{};", static_cast<unsigned>(code));
    } else {
      utf8::append(safe, is_impossible(code) ? utf8::replacement : code);
    }
  });
  return safe;
}

}  // namespace rapport
