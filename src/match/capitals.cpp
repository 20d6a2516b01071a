#include "match/capitals.hpp"

#include <algorithm>

namespace rapport {
namespace {

// Words that a name may hold in lower case: "Department of Conflict Resolution".
bool is_small_word(std::string_view word) {
  return word == "of" || word == "in" || word == "and" || word == "for" || word == "the" ||
         word == "on" || word == "to" || word == "at";
}

}  // namespace

bool is_capitalised(std::string_view source, const Folded& unit, FoldedRange span) {
  return std::ranges::all_of(unit.tokens, [&](const Token& token) {
    if (token.begin < span.begin || token.end > span.end) return true;
    if (is_small_word(unit.word(token))) return true;
    const char first = source[unit.origin[token.begin]];
    return !(first >= 'a' && first <= 'z');
  });
}

}  // namespace rapport
