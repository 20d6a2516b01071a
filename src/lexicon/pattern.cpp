// From a pattern's tree to a regular expression, and to the words at its edges.
#include "lexicon/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

// Between two words: the possessive and the "/alternative" that may end the first, and the blank.
constexpr std::string_view separator = "(?:'s?)?(?:/[^ /]+)?[ -]";
// A number as `<number>` finds it: 30, 1,200, 4.5, 30+.
constexpr std::string_view digits = "[0-9][0-9,.]*\\+?";

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_listed(char c) {
  return is_word_char(c) || c == '#';
}

// ---- the regular expression

std::string regex_of(const Alternatives& alternatives);

std::string regex_of_literal(std::string_view literal) {
  std::string result;
  for (const char c : literal) {
    if (c == '-') {
      result += "[- ]?";
    } else if (c == '#') {
      result += digits;
    } else if (is_word_char(c) || c == '\'' || c == ',' || c == '/' || c == '%') {
      result += c;
    } else {
      result += '\\';
      result += c;
    }
  }
  return result;
}

std::string regex_of(const Item& item) {
  std::string result;
  for (const Atom& atom : item.atoms) {
    if (const auto* literal = std::get_if<std::string>(&atom.is)) {
      result += regex_of_literal(*literal);
    } else {
      result += regex_of(std::get<Alternatives>(atom.is));
      if (atom.optional) result += '?';
    }
  }
  return result;
}

// Words before the first that must be there carry their blank behind them, words after it before
// them, so that an optional word takes its blank along. Gaps are lazy: the tightest span is the one
// to show.
std::string regex_of(const Sequence& sequence) {
  const auto pivot = std::ranges::find_if(
      sequence.items, [](const Item& item) { return !item.optional && item.gap == 0; });
  std::string result;
  for (auto item = sequence.items.begin(); item != sequence.items.end(); ++item) {
    if (item->gap > 0) {
      result += item < pivot ? fmt::format("(?:[^ ;:]+ ){{0,{}}}?", item->gap)
                             : fmt::format("(?:(?:'s?)?,?[ -][^ ;:]+){{0,{}}}?", item->gap);
      continue;
    }
    std::string piece = regex_of(*item);
    if (item < pivot) piece = piece + std::string(separator);
    if (item > pivot) piece = std::string(separator) + piece;
    result += item->optional ? fmt::format("(?:{})?", piece) : piece;
  }
  return result;
}

std::string regex_of(const Alternatives& alternatives) {
  std::string result = "(?:";
  for (const Sequence& sequence : alternatives) {
    if (result.size() > 3) result += '|';
    result += regex_of(sequence);
  }
  return result + ')';
}

// ---- the words at the edges

enum class Edge { first, last };

// Stands for a gap at an edge: the words there cannot be listed.
constexpr std::string_view any_word = "*";

// What an edge of a phrase can read: a whole word, or (open) a piece of one that what follows
// towards the middle is still glued to.
struct Piece {
  std::string text;
  bool open = true;
  friend auto operator<=>(const Piece&, const Piece&) = default;
};
using Pieces = std::set<Piece>;

Pieces pieces_of(const Alternatives& alternatives, Edge edge);

std::string glue(const std::string& outer, const std::string& inner, Edge edge) {
  return edge == Edge::first ? outer + inner : inner + outer;
}

void append(Pieces& pieces, Pieces next, Edge edge) {
  if (pieces == Pieces{Piece{}}) {
    pieces = std::move(next);
    return;
  }
  Pieces result;
  for (const Piece& piece : pieces) {
    if (!piece.open) {
      result.insert(piece);
      continue;
    }
    for (const Piece& addition : next) {
      result.insert({glue(piece.text, addition.text, edge), addition.open});
    }
  }
  pieces = std::move(result);
}

// A hyphen may end the word or vanish; any other sign ends it; `#` is a word of digits.
Pieces pieces_of_literal(std::string_view literal, Edge edge) {
  // Nearly all are plain words, and every start of the program lists many thousands of them.
  if (std::ranges::all_of(literal, is_listed)) return {Piece{std::string(literal), true}};
  Pieces pieces = {Piece{}};
  const auto add = [&](char c) {
    if (is_listed(c)) {
      append(pieces, {Piece{std::string(1, c), true}}, edge);
    } else if (c == '-') {
      append(pieces, {Piece{"", true}, Piece{"", false}}, edge);
    } else if (!pieces.contains(Piece{})) {
      append(pieces, {Piece{"", false}}, edge);
    }
  };
  if (edge == Edge::first) {
    std::ranges::for_each(literal, add);
  } else {
    std::ranges::for_each(literal | std::views::reverse, add);
  }
  return pieces;
}

Pieces pieces_of(const Item& item, Edge edge) {
  Pieces pieces = {Piece{}};
  const auto add = [&](const Atom& atom) {
    Pieces next;
    if (const auto* literal = std::get_if<std::string>(&atom.is)) {
      next = pieces_of_literal(*literal, edge);
    } else {
      next = pieces_of(std::get<Alternatives>(atom.is), edge);
    }
    if (atom.optional) next.insert(Piece{});
    append(pieces, std::move(next), edge);
  };
  if (edge == Edge::first) {
    std::ranges::for_each(item.atoms, add);
  } else {
    std::ranges::for_each(item.atoms | std::views::reverse, add);
  }
  return pieces;
}

// The first item that must be there, and the optional ones before it. Only a phrase of one word
// can be glued to something.
Pieces pieces_of(const Sequence& sequence, Edge edge) {
  Pieces result;
  const bool single = sequence.items.size() == 1;
  const auto add = [&](const Item& item) {
    if (item.gap > 0) {
      result.insert({std::string(any_word), false});
      return false;
    }
    for (Piece piece : pieces_of(item, edge)) {
      piece.open = piece.open && single;
      result.insert(std::move(piece));
    }
    return !item.optional;
  };
  if (edge == Edge::first) {
    std::ignore = std::ranges::find_if(sequence.items, add);
  } else {
    std::ignore = std::ranges::find_if(sequence.items | std::views::reverse, add);
  }
  return result;
}

Pieces pieces_of(const Alternatives& alternatives, Edge edge) {
  Pieces result;
  for (const Sequence& sequence : alternatives) result.merge(pieces_of(sequence, edge));
  return result;
}

std::vector<std::string> edge_words(const Alternatives& alternatives, Edge edge) {
  std::set<std::string> words;
  for (const Piece& piece : pieces_of(alternatives, edge)) words.insert(piece.text);
  return {words.begin(), words.end()};
}

bool has_any_word(const std::vector<std::string>& words) {
  return std::ranges::any_of(
      words, [](const std::string& word) { return word.find(any_word) != std::string::npos; });
}

}  // namespace

tl::expected<CompiledPattern, PatternFault> compile_pattern(std::string_view pattern,
                                                            const WordClasses& classes) {
  const auto tree = parse_pattern(pattern, classes);
  if (!tree) return tl::make_unexpected(tree.error());
  CompiledPattern result;
  result.regex = regex_of(*tree);
  result.first = edge_words(*tree, Edge::first);
  result.last = edge_words(*tree, Edge::last);
  if (has_any_word(result.first) || has_any_word(result.last)) {
    return tl::make_unexpected(
        PatternFault{0, "a gap at the edge of a phrase", "begin and end with a word"});
  }
  return result;
}

}  // namespace rapport
