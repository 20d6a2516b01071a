#include "report/place_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/display.hpp"

namespace rapport {

std::string place_text(const Place& place) {
  std::string text;
  const auto add = [&](std::string_view what, int number) {
    if (number > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", what, number);
  };
  add("page", place.page);
  add("line", place.line);
  add("paragraph", place.paragraph);
  if (place.part.empty()) return text;
  const std::string part = printable(place.part);
  return text.empty() ? part : fmt::format("{} ({})", text, part);
}

std::string section_title(const Section& section) {
  constexpr int widest = 40;  // longer is no heading but a sentence taken for one
  std::string title = shortened(printable(section.heading), widest);
  if (title.find_first_not_of(' ') != std::string::npos) return title;
  title = name_of(section.kind);
  std::replace(title.begin(), title.end(), '-', ' ');
  return title;
}

}  // namespace rapport
