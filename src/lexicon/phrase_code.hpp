// Phrase code: what a pattern is matched by. A regular expression of a phrase is large, since word
// classes are written out in it, and compiling it costs RE2 a millisecond; a run needs two hundred.
// Code is made once, ahead of time, and a word class is in it once, whoever uses it.
//
//     <ask> <gap:2> question(s)?
//
//      0  call 10               10  choice      ask, asked, ...
//      1  gap_after 2           20  text "ask"
//      2  separator             22  back
//      3  text "question"       ...
//      6  maybe 9
//      7  text "s"
//      9  back
//
// What is written as a regular expression has code too where it is simple (regex_tree.hpp): most of
// these find numbers, dates and telephones, and RE2 takes longer to compile them than a text needs.
//
// An instruction is a word of 32 bits: what to do in the low four, an operand in the others. It
// says what regex_of() says of the same tree, in the same order of preference;
// match/phrase_walk.hpp carries it out. Addresses are numbers of words, so that code can stand
// anywhere.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/pattern_tree.hpp"
#include "lexicon/regex_tree.hpp"

namespace rapport {

using CodeWord = std::uint32_t;
using CodeAddress = std::uint32_t;

enum class PhraseOp : CodeWord {
  text,        // operand: how many bytes; they stand in the words behind
  hyphen,      // a hyphen, a blank, or nothing
  number,      // digits: 1,200 or 4.5 or 30+
  separator,   // what stands between two words
  gap_before,  // operand: up to so many words, each with its blank behind it
  gap_after,   // the same, each with its blank before it, and a separator follows
  gap_at_end,  // the same, and anything may follow
  choice,      // operand: of how many; behind it for each its address and its first letters
  by_letter,   // the same of many; behind it for each kind of letter the address of a list of
               // addresses
  maybe,       // operand: where to go on without what follows here
  call,        // operand: the address of a group
  back,        // to behind the call
  letter,      // one of a set; the four words behind have a bit for each letter below 128
  beginning,   // of the text
  go_on,       // operand: where
};

constexpr unsigned phrase_op_bits = 4;

// The letters that a phrase can begin with, as a set of bits: a to z, digits, all others, and the
// end of the text, which only what may be empty can stand at.
using FirstLetters = std::uint32_t;
constexpr FirstLetters any_letter = ~FirstLetters{0};
constexpr unsigned letter_kinds = 29;

[[nodiscard]] constexpr unsigned letter_kind(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a');
  if (c >= '0' && c <= '9') return 26;
  return c == '\0' ? 28 : 27;
}

// Where code of a group is, and what it can begin with.
struct PhraseRoutine {
  CodeAddress address = 0;
  FirstLetters letters = 0;
  bool maybe_empty = false;
};

class PhraseCoder {
 public:
  // The address at which a pattern's code begins; it ends with `back`.
  CodeAddress add(const Alternatives& alternatives) { return routine(alternatives).address; }

  // The same of a regular expression; empty where it is not simple (regex_tree.hpp).
  std::optional<PhraseRoutine> add_regex(std::string_view regex);

  [[nodiscard]] const std::vector<CodeWord>& code() const { return code_; }

 private:
  using GroupPointer = std::shared_ptr<Group>;

  PhraseRoutine routine(const Alternatives& alternatives);
  [[nodiscard]] PhraseRoutine beginning(const Sequence& sequence) const;
  [[nodiscard]] PhraseRoutine beginning(const Item& item) const;

  void put(PhraseOp op, std::size_t operand = 0);
  void put_text(std::string_view text);
  void put_literal(std::string_view literal);
  void put_item(const Item& item);
  void put_sequence(const Sequence& sequence);
  void put_choice(const Alternatives& alternatives);
  void put_by_letter(const Alternatives& alternatives);

  CodeAddress regex_routine(const RegexNode& alternatives);
  void make_routines(const RegexNode& node);
  void put_regex(const RegexNode& node);
  void put_letters(const LetterSet& letters);
  void put_repeat(const RegexNode& node);

  std::vector<CodeWord> code_{};
  std::map<GroupPointer, PhraseRoutine> routines_{};
  std::map<const RegexNode*, CodeAddress> regex_routines_{};  // of the expression that is added
};

}  // namespace rapport
