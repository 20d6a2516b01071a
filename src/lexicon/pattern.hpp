// The phrase language of the lexicons: small enough that the words a pattern can begin and end
// with can be listed, which is what makes matching fast and lint able to explain.
//
//     <ask> <gap:2> (clarifying|probing) question(s)?
//
//   word        that word. A hyphen in it also matches a blank or nothing: de-escalate.
//   a b         one after the other. The blank also matches a hyphen, and lets a possessive
//               ("customer's") or an alternative ("client/guest") end the word before it.
//   (a|b c)     one of these; glued to a word, its endings: resolv(e|es|ed|ing)
//   word?       perhaps; after a group, the group: complaint(s)?
//   <name>      a word class of the lexicon, in all its inflections
//   <digits>    a number in digits: 30, 1,200, 4.5, 30+
//   <number>    a number in digits or in words
//   <gap:n>     up to n words, never across `;` or `:`
//
// Patterns are lower case ASCII, because text is folded to that before it is matched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/lexicon.hpp"

namespace rapport {

class PhraseCoder;

// The words, as folded text is cut into them, that a match can begin and end with; sorted. A word
// that begins with a digit is listed as "#". And how far apart they can be.
struct PatternEdges {
  std::vector<std::string> first;
  std::vector<std::string> last;
  std::uint32_t most_blanks = 0;      // in any match
  std::vector<std::string> middle{};  // each match holds one of these as well; empty: none known
};

// What is wrong with a pattern, and at which byte of it.
struct PatternFault {
  std::size_t offset = 0;
  std::string message;
  std::string remedy{};
};

// Compiles patterns that share word classes; what a class contributes is worked out once. Not
// thread-safe. `classes` must outlive it.
class PatternCompiler {
 public:
  explicit PatternCompiler(const WordClasses& classes);
  PatternCompiler(PatternCompiler&&) noexcept;
  PatternCompiler& operator=(PatternCompiler&&) = delete;
  ~PatternCompiler();

  // Fails for every faulty pattern; the others may be asked of one that did not fail here.
  [[nodiscard]] tl::expected<PatternEdges, PatternFault> edges(std::string_view pattern);
  // The same of each of its alternatives: a match begins and ends as one and the same of them does.
  [[nodiscard]] std::vector<PatternEdges> edges_of_alternatives(std::string_view pattern);
  // Adds its code, and tells where that begins.
  std::uint32_t code(std::string_view pattern, PhraseCoder& coder);
  // RE2 syntax over folded text, to be anchored at a word; empty when the pattern is faulty.
  [[nodiscard]] std::string regex(std::string_view pattern);
  // Up to `count` phrases that the pattern matches, spread over its alternatives; the same every
  // time. Gaps are filled with the word `zz`. Empty when the pattern is faulty.
  [[nodiscard]] std::vector<std::string> phrases(std::string_view pattern, std::size_t count);

 private:
  struct Groups;
  const WordClasses& classes_;
  std::unique_ptr<Groups> groups_;
};

// The names of the word classes that a pattern mentions, for lint.
[[nodiscard]] std::vector<std::string> classes_in(std::string_view pattern);

}  // namespace rapport
