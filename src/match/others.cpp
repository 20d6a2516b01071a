#include "match/others.hpp"

#include <algorithm>
#include <array>

#include "match/capitals.hpp"

namespace rapport {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 14> determiners = {"the",   "my",    "our",  "their", "his",
                                                          "her",   "all",   "a",    "an",    "each",
                                                          "every", "these", "this", "many"};

// Words behind which a clause begins with its subject.
constexpr std::array<std::string_view, 10> openers = {
    "that", "how", "when", "where", "because", "after", "until", "before", "if", "while"};

bool is_adverb(std::string_view word) {
  return word.ends_with("ly") || word == "also" || word == "always" || word == "often" ||
         word == "then" || word == "has" || word == "have" || word == "had";
}

constexpr std::size_t most_adverbs = 2;
constexpr std::size_t most_words_before_noun = 2;  // "the new store manager"

bool begins_clause(const Folded& unit, std::size_t token) {
  if (token == 0) return true;
  const std::uint32_t behind = unit.tokens[token - 1].end;
  const auto between =
      std::string_view(unit.text).substr(behind, unit.tokens[token].begin - behind);
  return between.find_first_of(",;:") != std::string_view::npos ||
         is_one_of(openers, unit.word(unit.tokens[token - 1]));
}

}  // namespace

Others::Others(const WordClasses& classes) {
  const auto found = classes.find("other-subject");
  if (found != classes.end()) subjects_ = found->second;
}

bool Others::did(const Clauses& clauses, std::string_view source, const Folded& unit,
                 FoldedRange span) const {
  const auto verb = std::ranges::find(unit.tokens, span.begin, &Token::begin);
  if (subjects_.empty() || verb == unit.tokens.begin() || verb == unit.tokens.end()) return false;
  const std::string_view word = unit.word(*verb);
  const bool third = word.ends_with("s") && !word.ends_with("ss");
  const char first = source[unit.origin[verb->begin]];
  if (first < 'a' || first > 'z' || (!third && !clauses.is_past(word))) return false;

  auto at = static_cast<std::size_t>(verb - unit.tokens.begin()) - 1;
  if (begins_clause(unit, at + 1)) return false;
  for (std::size_t i = 0; i < most_adverbs && at > 0 && is_adverb(unit.word(unit.tokens[at])); ++i)
    --at;
  if (!std::ranges::binary_search(subjects_, unit.word(unit.tokens[at]), std::less<>()))
    return false;
  if (begins_clause(unit, at)) return true;
  for (std::size_t i = 0; i <= most_words_before_noun && at > 0; ++i) {
    --at;
    if (is_one_of(determiners, unit.word(unit.tokens[at]))) return begins_clause(unit, at);
  }
  return false;
}

bool in_quoted_title(std::string_view source, const Folded& unit, FoldedRange span) {
  const std::size_t open = unit.text.rfind('"', span.begin);
  const std::size_t close = unit.text.find('"', span.end == 0 ? 0 : span.end - 1);
  if (open == std::string::npos || close == std::string::npos) return false;
  const auto opened = std::ranges::count(
      unit.text.begin(), unit.text.begin() + static_cast<std::ptrdiff_t>(open), '"');
  if (opened % 2 != 0) return false;  // that mark closes
  const FoldedRange quoted{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close)};
  const auto words = std::string_view(unit.text).substr(open, close - open);
  return words.find(' ') != std::string_view::npos && is_capitalised(source, unit, quoted);
}

}  // namespace rapport
