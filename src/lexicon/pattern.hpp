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
//   <number>    a number in digits or in words
//   <gap:n>     up to n words, never across `;` or `:`
//
// Patterns are lower case ASCII, because text is folded to that before it is matched.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/lexicon.hpp"

namespace rapport {

struct CompiledPattern {
  std::string regex;  // RE2 syntax over folded text; matches whole words when anchored at one
  // The words, as folded text is cut into them, that a match can begin and end with; sorted. A
  // word of digits is listed as "#". Empty when they cannot be listed: a `regex` rule.
  std::vector<std::string> first;
  std::vector<std::string> last;
};

// What is wrong with a pattern, and at which byte of it.
struct PatternFault {
  std::size_t offset = 0;
  std::string message;
  std::string remedy{};
};

[[nodiscard]] tl::expected<CompiledPattern, PatternFault> compile_pattern(
    std::string_view pattern, const WordClasses& classes);

// Up to `count` phrases that a pattern matches, spread over its alternatives; the same every time.
// Gaps are filled with the word `_`. Empty when the pattern is faulty.
[[nodiscard]] std::vector<std::string> phrases_of(std::string_view pattern,
                                                  const WordClasses& classes, std::size_t count);

// The names of the word classes that a pattern mentions, for lint.
[[nodiscard]] std::vector<std::string> classes_in(std::string_view pattern);

}  // namespace rapport
