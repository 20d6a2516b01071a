#include "match/clauses.hpp"

#include <algorithm>

namespace rapport {

namespace {

WordClass class_or_none(const WordClasses& classes, std::string_view name) {
  const auto found = classes.find(name);
  return found == classes.end() ? WordClass{} : found->second;
}

bool holds(const WordClass& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word, std::less<>());
}

// What stands between a token and the one before it.
std::string_view before(const Folded& unit, std::size_t token) {
  const std::uint32_t begin = token == 0 ? 0 : unit.tokens[token - 1].end;
  return std::string_view(unit.text).substr(begin, unit.tokens[token].begin - begin);
}

bool has(std::string_view text, std::string_view any_of) {
  return text.find_first_of(any_of) != std::string_view::npos;
}

// Whether a comma or an "and" stands before a token.
bool is_joined(const Folded& unit, std::size_t token) {
  return has(before(unit, token), ",") || (token > 0 && unit.word(unit.tokens[token - 1]) == "and");
}

bool is_gerund(std::string_view word) {
  return word.size() > 4 && word.ends_with("ing");
}

bool is_dash(std::string_view between) {
  return between.find(" - ") != std::string_view::npos;
}

}  // namespace

Clauses::Clauses(const WordClasses& classes)
    : breaks_(class_or_none(classes, "clause-break")),
      results_(class_or_none(classes, "result")),
      past_(class_or_none(classes, "past")),
      phrase_ends_(class_or_none(classes, "phrase-break")) {}

bool Clauses::unbroken(const Folded& unit, std::uint32_t begin, std::uint32_t end,
                       bool across_commas) const {
  const std::string_view text = std::string_view(unit.text).substr(begin, end - begin);
  if (has(text, ";:") || is_dash(text)) return false;
  if (!across_commas && has(text, ",")) return false;
  return !holds_any(unit, begin, end, breaks_);
}

bool Clauses::within_phrase(const Folded& unit, std::uint32_t begin, std::uint32_t end) const {
  return !holds_any(unit, begin, end, phrase_ends_);
}

bool Clauses::unbroken_series(const Folded& unit, std::uint32_t begin, std::uint32_t end) const {
  if (!unbroken(unit, begin, end, true)) return false;
  for (std::size_t i = 1; i < unit.tokens.size(); ++i) {
    const Token& token = unit.tokens[i];
    if (token.begin < begin || token.begin > end) continue;
    if (is_joined(unit, i) && is_past(unit.word(token))) return false;
  }
  return true;
}

bool Clauses::is_past(std::string_view word) const {
  return (word.size() > 4 && word.ends_with("ed")) || holds(past_, word);
}

bool Clauses::is_verb(std::string_view word) const {
  return is_past(word) || is_gerund(word);
}

// A new action begins behind a comma, a semicolon or an "and" with another verb ("…, processed"),
// unless that verb tells the result of the action before it ("…, cutting"). A participle behind a
// finite verb tells how or to what end ("Walked users through it, closing 92% …"); it is an action
// of its own only among others in -ing ("Greeting guests, pouring wine").
bool Clauses::opens_action(const Folded& unit, std::size_t token) const {
  const std::string_view between = before(unit, token);
  const std::string_view word = unit.word(unit.tokens[token]);
  if (holds(breaks_, word)) return true;
  const bool parted = has(between, ";") || is_dash(between);
  if ((!parted && !is_joined(unit, token)) || holds(results_, word)) return false;
  return is_past(word) || (is_gerund(word) && (parted || is_gerund(unit.word(unit.tokens[0]))));
}

FoldedRange Clauses::action_around(const Folded& unit, FoldedRange span) const {
  FoldedRange action{0, static_cast<std::uint32_t>(unit.text.size())};
  std::uint32_t verb_end = span.end;
  bool in_row = false;  // of verbs, the first of which ends the span
  for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
    const Token& token = unit.tokens[i];
    if (token.end == span.end) in_row = is_verb(unit.word(token));
    if (!opens_action(unit, i)) continue;
    if (token.begin <= span.begin) action.begin = token.begin;
    if (token.begin < span.end) continue;
    // Verbs in a row share their object: "listened to, logged and resolved 20 complaints".
    if (in_row && words_between(unit, verb_end, token.begin) <= 1) {
      verb_end = token.end;
      continue;
    }
    action.end = token.begin;
    break;
  }
  return action;
}

bool holds_any(const Folded& unit, std::uint32_t begin, std::uint32_t end, const WordClass& words) {
  return std::ranges::any_of(unit.tokens, [&](const Token& token) {
    return token.begin >= begin && token.end <= end &&
           std::ranges::find(words, unit.word(token)) != words.end();
  });
}

int words_between(const Folded& unit, std::uint32_t begin, std::uint32_t end) {
  return static_cast<int>(std::ranges::count_if(
      unit.tokens, [&](const Token& token) { return token.begin >= begin && token.end <= end; }));
}

bool is_keyword_list(const Folded& unit) {
  constexpr std::size_t fewest_entries = 5;
  constexpr double most_words_an_entry = 3.5;
  const auto entries = static_cast<std::size_t>(std::ranges::count_if(
                           unit.text, [](char c) { return c == ',' || c == ';'; })) +
                       1;
  if (entries < fewest_entries || unit.tokens.empty()) return false;
  // A sentence that enumerates its objects begins with a verb: "Served guests, members, …".
  const std::string_view first = unit.word(unit.tokens.front());
  if (is_gerund(first) || (first.size() > 4 && first.ends_with("ed"))) return false;
  const double words = static_cast<double>(unit.tokens.size()) / static_cast<double>(entries);
  return words <= most_words_an_entry;
}

bool is_keyword(const Folded& unit, FoldedRange span) {
  constexpr std::string_view separators = ",;";
  constexpr int most_words = 3;
  const std::string_view text = unit.text;
  const std::size_t behind = text.substr(0, span.begin).find_last_of(separators);
  const std::size_t end = text.find_first_of(separators, span.begin);
  if (end < span.end) return true;
  // What opens the unit with its object is a sentence's verb: "Advise managers, clerks, boys".
  const Token& first = unit.tokens.front();
  if (span.begin == first.begin && span.end > first.end) return false;
  const auto from = static_cast<std::uint32_t>(behind == std::string_view::npos ? 0 : behind + 1);
  const auto to = static_cast<std::uint32_t>(std::min(end, text.size()));
  const bool joined = holds_any(unit, from, std::min(from + 5, to), {"and", "or"});
  return words_between(unit, from, to) - (joined ? 1 : 0) <= most_words;
}

}  // namespace rapport
