// Clauses: how far what stands in one place of a unit reaches. A negation, a claim ("skilled in")
// or a number concerns the words of its own clause, not the whole sentence:
//
//     Answered calls, | processed 30 orders a day, cutting errors by half; | no complaints
#pragma once

#include <cstdint>
#include <string_view>

#include "match/folded.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

struct FoldedRange {
  std::uint32_t begin = 0;  // byte range in Folded::text
  std::uint32_t end = 0;

  [[nodiscard]] bool overlaps(const FoldedRange& other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] bool contains(const FoldedRange& other) const {
    return begin <= other.begin && other.end <= end;
  }
};

// The words that the lexicon lists as opening a clause ("but", "while") and as opening the result
// of the clause before ("cutting", "resulting"), and its irregular verbs in the past tense
// ("built"): its classes `clause-break`, `result` and `past`.
class Clauses {
 public:
  explicit Clauses(const WordClasses& classes);

  // Whether text[begin, end) lies within one clause; a comma ends one unless `across_commas`.
  [[nodiscard]] bool unbroken(const Folded& unit, std::uint32_t begin, std::uint32_t end,
                              bool across_commas) const;

  // Whether text[begin, end) holds no word that ends a noun phrase ("with", "while").
  [[nodiscard]] bool within_phrase(const Folded& unit, std::uint32_t begin,
                                   std::uint32_t end) const;

  // Whether text[begin, end) lies within one series of actions: commas do not end it, a verb in the
  // past tense behind one does.
  [[nodiscard]] bool unbroken_series(const Folded& unit, std::uint32_t begin,
                                     std::uint32_t end) const;

  // The action that a span belongs to, with the results that follow it.
  [[nodiscard]] FoldedRange action_around(const Folded& unit, FoldedRange span) const;

  [[nodiscard]] bool is_past(std::string_view word) const;
  // In the forms that bullets and letters tell of actions in.
  [[nodiscard]] bool is_verb(std::string_view word) const;

 private:
  [[nodiscard]] bool opens_action(const Folded& unit, std::size_t token) const;

  WordClass breaks_;
  WordClass results_;
  WordClass past_;
  WordClass phrase_ends_;
};

// Whether text[begin, end) holds one of some words.
[[nodiscard]] bool holds_any(const Folded& unit, std::uint32_t begin, std::uint32_t end,
                             const WordClass& words);

// How many words text[begin, end) holds.
[[nodiscard]] int words_between(const Folded& unit, std::uint32_t begin, std::uint32_t end);

// Whether a unit is an enumeration of keywords rather than a sentence: "Sales, typing, listening,
// team player, problem solving". What stands in one is named, not shown.
[[nodiscard]] bool is_keyword_list(const Folded& unit);

// Whether the entry of a list in which a span stands is as short as a keyword. A duty that lists
// its objects is not: "Corresponded daily with donors, members, schools, …".
[[nodiscard]] bool is_keyword(const Folded& unit, FoldedRange span);

}  // namespace rapport
