#include "report/markdown_text.hpp"

#include "report/display.hpp"

namespace rapport {

namespace {

constexpr std::string_view empty_comment = "<!-- -->";

// At its start a text could begin a list, a heading or a rule.
std::string_view safe_start(std::string_view text, std::string& safe) {
  if (text.empty()) return text;
  const char first = text.front();
  if (first >= '0' && first <= '9') {
    safe += "&#";
    safe += std::to_string(static_cast<int>(first));
    safe += ';';
    return text.substr(1);
  }
  if (first == '-' || first == '+' || first == '=') safe += '\\';
  return text;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = printable(text);
  std::string safe;
  const std::string_view rest = safe_start(line, safe);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    const std::string_view ahead = rest.substr(0, i);
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '.' && (ahead.ends_with('w') || ahead.ends_with('W'))) {
      (safe += empty_comment) += c;
    } else if (c == '@' || (c == ':' && rest.substr(i + 1).starts_with('/'))) {
      (safe += c) += empty_comment;
    } else if (c == '#') {
      (safe += "\\#") += empty_comment;
    } else {
      if (std::string_view("\\`*_[]|~$>!").find(c) != std::string_view::npos) safe += '\\';
      safe += c;
    }
  }
  return safe;
}

}  // namespace rapport
