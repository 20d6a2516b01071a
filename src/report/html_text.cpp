#include "report/html_text.hpp"

#include <libxml/entities.h>

#include <memory>

#include "report/display.hpp"

namespace rapport {

std::string html_text(std::string_view text) {
  std::string line = printable(text);
  if (line.find_first_of("&<>\"\r") == std::string::npos) return line;
  const auto free = [](xmlChar* chars) { xmlFree(chars); };
  const std::unique_ptr<xmlChar, decltype(free)> escaped(
      xmlEncodeSpecialChars(nullptr, reinterpret_cast<const xmlChar*>(line.c_str())), free);
  return escaped ? reinterpret_cast<const char*>(escaped.get()) : "";
}

}  // namespace rapport
