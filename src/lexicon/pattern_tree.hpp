// The tree of a parsed pattern, between the parser and the compiler.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lexicon/pattern.hpp"

namespace rapport {

struct Sequence;
using Alternatives = std::vector<Sequence>;

// A piece of a word, or several words, with no blank around it.
struct Atom {
  std::variant<std::string, Alternatives> is;  // literal, or group (a word class is one)
  bool optional = false;
};

// What stands between two blanks: atoms glued together, or a gap.
struct Item {
  std::vector<Atom> atoms;
  int gap = 0;  // greater than 0: a gap of so many words, and no atoms
  bool optional = false;
};

struct Sequence {
  std::vector<Item> items;
};

[[nodiscard]] tl::expected<Alternatives, PatternFault> parse_pattern(std::string_view pattern,
                                                                     const WordClasses& classes);

}  // namespace rapport
