#include "match/enumeration.hpp"

#include <algorithm>
#include <string_view>

namespace rapport {
namespace {

constexpr std::size_t fewest_entries = 3;
constexpr std::size_t most_others = 1;
constexpr int longest_other = 2;  // words

bool is_joint(std::string_view word) {
  return word == "and" || word == "or";
}

// The entries between commas and "and"; none where the unit has other structure.
std::vector<FoldedRange> split(const Folded& unit) {
  std::vector<FoldedRange> parts;
  bool open = false;
  for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
    const Token& token = unit.tokens[i];
    const std::uint32_t behind = i == 0 ? 0 : unit.tokens[i - 1].end;
    const auto between = std::string_view(unit.text).substr(behind, token.begin - behind);
    if (between.find_first_of(";:.") != std::string_view::npos) return {};
    if (between.find(',') != std::string_view::npos) open = false;
    if (is_joint(unit.word(token))) {
      open = false;
    } else if (open) {
      parts.back().end = token.end;
    } else {
      parts.push_back({token.begin, token.end});
      open = true;
    }
  }
  return parts;
}

}  // namespace

bool is_enumeration_of(const Folded& unit, const std::vector<FoldedRange>& entries) {
  if (entries.size() < fewest_entries) return false;
  std::size_t found = 0;
  std::size_t others = 0;
  for (const FoldedRange& part : split(unit)) {
    const bool entry = std::ranges::any_of(
        entries, [&](const FoldedRange& range) { return range.contains(part); });
    if (entry) {
      ++found;
    } else if (words_between(unit, part.begin, part.end) > longest_other) {
      return false;
    } else {
      ++others;
    }
  }
  return found >= fewest_entries && others <= most_others;
}

}  // namespace rapport
