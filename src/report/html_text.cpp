#include "report/html_text.hpp"

#include <libxml/entities.h>

#include <algorithm>
#include <memory>

#include "report/display.hpp"

namespace rapport {

std::string html_text(std::string_view text) {
  std::string line = printable(text);
  // A call for each letter, as of find_first_of(), would be felt in a page.
  const auto is_special = [](char c) {
    return c == '&' || c == '<' || c == '>' || c == '"' || c == '\r';
  };
  if (std::ranges::none_of(line, is_special)) return line;
  const auto free = [](xmlChar* chars) { xmlFree(chars); };
  const std::unique_ptr<xmlChar, decltype(free)> escaped(
      xmlEncodeSpecialChars(nullptr, reinterpret_cast<const xmlChar*>(line.c_str())), free);
  return escaped ? reinterpret_cast<const char*>(escaped.get()) : "";
}

}  // namespace rapport
