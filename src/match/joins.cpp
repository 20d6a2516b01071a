#include "match/joins.hpp"

#include <array>

namespace rapport {
namespace {

// A verb behind one of these is part of a name: "a degree in Nursing", "Head of Training".
constexpr std::array<std::string_view, 22> leads = {
    "in", "of", "and", "or",   "the", "a",     "an",  "for", "with", "to",    "at",
    "on", "by", "as",  "from", "my",  "their", "our", "via", "is",   "using", "through"};

bool is_lead(std::string_view word) {
  for (const std::string_view lead : leads) {
    if (word == lead) return true;
  }
  return false;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool begins_line(const Clauses& clauses, std::string_view source, const Folded& unit,
                 std::size_t number) {
  const Token& token = unit.tokens[number];
  const Token& before = unit.tokens[number - 1];
  const auto first = [&](const Token& word) { return source[unit.origin[word.begin]]; };
  if (!is_upper(first(token)) || !is_lower(first(before)) || is_lead(unit.word(before)))
    return false;
  // "The weekly Integrated Project meeting": a name, not a verb.
  if (number + 1 < unit.tokens.size() && is_upper(first(unit.tokens[number + 1]))) return false;
  return token.begin == before.end + 1 && unit.text[before.end] == ' ' &&
         clauses.is_past(unit.word(token));
}

}  // namespace

void part_joined_lines(const Clauses& clauses, std::string_view source, Folded& unit) {
  for (std::size_t i = 1; i < unit.tokens.size(); ++i) {
    if (begins_line(clauses, source, unit, i)) unit.text[unit.tokens[i - 1].end] = ';';
  }
}

}  // namespace rapport
