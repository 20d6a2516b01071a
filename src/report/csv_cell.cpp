#include "report/csv_cell.hpp"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

// The last four are the full-width signs, which some spreadsheets take for the plain ones.
constexpr std::array<std::string_view, 10> openings = {
    "=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

// Some spreadsheets drop blanks before they look for a formula.
bool is_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  return std::ranges::any_of(
      openings, [&](std::string_view opening) { return text.substr(first).starts_with(opening); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string plain = (is_formula(text) ? "'" : "") + std::string(text);
  if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace rapport
