// The tree of a parsed pattern, between the parser and what is made of it: a regular expression,
// the words at its edges, phrases that it matches.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lexicon/pattern.hpp"

namespace rapport {

struct Group;

// A piece of a word, or several words, with no blank around it.
struct Atom {
  std::variant<std::string, std::shared_ptr<Group>> is;  // literal, or group (a word class is one)
  bool optional = false;
};

// What stands between two blanks: atoms glued together, or a gap.
struct Item {
  std::vector<Atom> atoms;
  int gap = 0;  // greater than 0: a gap of so many words, and no atoms
  bool optional = false;

  [[nodiscard]] bool must_be_there() const { return !optional && gap == 0; }
};

struct Sequence {
  std::vector<Item> items;
};

using Alternatives = std::vector<Sequence>;

enum class Edge { first, last };

// What an edge of a phrase can read: a whole word, or (open) a piece of one that what follows
// towards the middle is still glued to. A sign at the outer side (sealed) is read over where the
// phrase begins, and ends the word where the piece is itself glued to one: "(guest|host)'s".
struct EdgePiece {
  std::string text;
  bool open = true;
  bool sealed = false;
  friend auto operator<=>(const EdgePiece&, const EdgePiece&) = default;
};
using EdgePieces = std::vector<EdgePiece>;  // sorted, each once

// One group may stand in many patterns when it is a word class; what its edges read, and how many
// blanks it can hold, is worked out once.
struct Group {
  Alternatives alternatives;
  std::array<std::optional<EdgePieces>, 2> edges{};
  std::optional<std::uint32_t> most_blanks{};
};

// The groups of the word classes that patterns have mentioned so far.
using ClassGroups = std::map<std::string, std::shared_ptr<Group>, std::less<>>;

[[nodiscard]] tl::expected<Alternatives, PatternFault> parse_pattern(std::string_view pattern,
                                                                     const WordClasses& classes,
                                                                     ClassGroups& groups);

[[nodiscard]] std::string regex_of(const Alternatives& alternatives);

// The words at an edge, sorted. One of them holds `any_word` where the edge is a gap, and
// `too_many_words` where groups glued together make more than anybody could mean.
constexpr std::string_view any_word = "*";
constexpr std::string_view too_many_words = "!";
[[nodiscard]] std::vector<std::string> edge_words(const Alternatives& alternatives, Edge edge);

// Whether a match can be without a word at its beginning: signs alone, or nothing.
[[nodiscard]] bool can_be_wordless(const Alternatives& alternatives);

// Words of which every match of a sequence holds one, somewhere behind its first word: those of the
// rarest of the items between the first that must be there and the last; empty when there is none.
[[nodiscard]] std::vector<std::string> middle_words(const Sequence& sequence);

// A phrase's alternatives, also where they stand in a group or word class that is all there is.
// What is one word alone stays together.
[[nodiscard]] std::vector<Alternatives> spread_out(const Alternatives& alternatives);

// Of all that the alternatives match, the most blanks.
[[nodiscard]] std::uint32_t most_blanks(const Alternatives& alternatives);

[[nodiscard]] std::string say_phrase(const Alternatives& alternatives, unsigned seed);

}  // namespace rapport
