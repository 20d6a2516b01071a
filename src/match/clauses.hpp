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
// of the clause before ("cutting", "resulting"): its classes `clause-break` and `result`.
class Clauses {
 public:
  explicit Clauses(const WordClasses& classes);

  // Whether text[begin, end) lies within one clause; a comma ends one unless `across_commas`.
  [[nodiscard]] bool unbroken(const Folded& unit, std::uint32_t begin, std::uint32_t end,
                              bool across_commas) const;

  // The action that a span belongs to, with the results that follow it.
  [[nodiscard]] FoldedRange action_around(const Folded& unit, FoldedRange span) const;

 private:
  [[nodiscard]] bool opens_action(const Folded& unit, std::size_t token) const;

  WordClass breaks_;
  WordClass results_;
};

// How many words text[begin, end) holds.
[[nodiscard]] int words_between(const Folded& unit, std::uint32_t begin, std::uint32_t end);

// Whether a unit is an enumeration of keywords rather than a sentence: "Sales, typing, listening,
// team player, problem solving". What stands in one is named, not shown.
[[nodiscard]] bool is_keyword_list(const Folded& unit);

}  // namespace rapport
