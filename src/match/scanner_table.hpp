// Scanner table: all that is worked out of a list of patterns before a text is seen. It is one run
// of 32-bit words that refer to each other by number, so that it can be made when the program is
// built and lie in it as it is, or be made of a user's lexicon when that is loaded; whoever reads
// it sees no difference.
//
//   header | alternatives | hash slots | regexes | lists | code
//
// A slot holds a word that alternatives of phrases can begin with, end with or need between, and
// leads to the lists of these. Words used by the same ones, as those of a class are, share their
// lists. A phrase "a .. b|c .. d" is worth a try where there are an a and a b, or a c and a d, but
// not an a and a d.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/phrase_code.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport {

using PatternNumber = std::uint32_t;
using TableWords = std::span<const CodeWord>;

// A pattern that is a regular expression, the letters that a match can begin with, whether each
// match holds a digit, where the pieces of text are listed of which a match must hold one, and its
// code, if it is simple enough to have some.
struct RegexUse {
  PatternNumber number = 0;
  FirstLetters letters = any_letter;
  CodeWord needs_digit = 0;
  CodeWord needs = 0;
  CodeWord has_code = 0;
  CodeAddress code = 0;
};

// One of the alternatives of a phrase: of which pattern it is, where the code of that begins, the
// most blanks in a match of this alternative, and whether it needs a word in the middle.
struct Alternative {
  PatternNumber pattern = 0;
  CodeAddress code = 0;
  CodeWord most_blanks = 0;
  CodeWord has_middle = 0;
};

using AlternativeNumber = std::uint32_t;

// What an alternative needs besides the word that it begins with: one of the words that it can end
// with, and perhaps one of those in its middle.
using NeedNumber = std::uint32_t;
[[nodiscard]] constexpr NeedNumber end_of(AlternativeNumber number) {
  return 2 * number;
}
[[nodiscard]] constexpr NeedNumber middle_of(AlternativeNumber number) {
  return 2 * number + 1;
}

class ScannerTable {
 public:
  // `words` must outlive it, and come from make_scanner_table().
  explicit ScannerTable(TableWords words);

  // The alternatives that a word can begin, in order, and what it fulfils for others. All numbers
  // are one word.
  struct Uses {
    std::span<const AlternativeNumber> begins{};
    std::span<const NeedNumber> fulfils{};
  };
  [[nodiscard]] Uses uses(std::string_view word) const;

  // Those of a pattern follow each other.
  [[nodiscard]] std::span<const Alternative> alternatives() const { return alternatives_; }
  [[nodiscard]] std::span<const CodeWord> code() const { return code_; }
  // Those of the regular expressions that a text may match.
  [[nodiscard]] std::vector<RegexUse> regexes_for(std::string_view text) const;

 private:
  struct Slot {
    std::uint32_t word;  // number in lists_; 0: the slot is empty
    std::uint32_t begins;
    std::uint32_t fulfils;
  };
  template <class T>
  std::span<const T> section(std::size_t number) const;
  [[nodiscard]] std::span<const std::uint32_t> list(std::uint32_t at) const;
  [[nodiscard]] std::string_view text(std::uint32_t at) const;

  TableWords words_;
  std::span<const Alternative> alternatives_;
  std::span<const Slot> slots_;
  std::span<const RegexUse> regexes_;
  std::span<const std::uint32_t> lists_;
  std::span<const CodeWord> code_;

  friend class ScannerTableMaker;
};

using RuleList = std::span<const Rule* const>;

// Error: a pattern that does not compile, with its file and line.
[[nodiscard]] Result<std::vector<CodeWord>> make_scanner_table(RuleList rules,
                                                               const WordClasses& classes);

// The table of these very patterns and classes that was made when the program was built; empty when
// there is none.
[[nodiscard]] TableWords ready_scanner_table(RuleList rules, const WordClasses& classes);

// Adds every table to `into` that is made from now on; null ends it. So the maker of those that are
// ready learns which are wanted. Not while there are threads.
void collect_scanner_tables(std::vector<CodeWord>* into);

}  // namespace rapport
