// The words that a pattern can begin and end with.
#include <algorithm>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

const EdgePieces& pieces_of_group(Group& group, Edge edge);

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string glue(const std::string& outer, const std::string& inner, Edge edge) {
  return edge == Edge::first ? outer + inner : inner + outer;
}

void tidy(EdgePieces& pieces) {
  std::ranges::sort(pieces);
  pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
}

EdgePiece glued(const EdgePiece& piece, const EdgePiece& addition, Edge edge) {
  if (piece.text.empty()) return {addition.text, addition.open, piece.sealed || addition.sealed};
  if (addition.sealed) return {piece.text, false, piece.sealed};
  if (addition.text == any_word) return addition;
  return {glue(piece.text, addition.text, edge), addition.open, piece.sealed};
}

// Groups glued to each other multiply: past this no list is made.
constexpr std::size_t most_pieces = 10'000;

void append(EdgePieces& pieces, const EdgePieces& next, Edge edge) {
  if (pieces.size() * next.size() > most_pieces) {
    pieces = {{std::string(too_many_words), false, false}};
    return;
  }
  EdgePieces result;
  result.reserve(pieces.size() * next.size());
  for (const EdgePiece& piece : pieces) {
    // Where a phrase ends in a sign, its last word is one further in.
    if (!piece.open && !piece.text.empty()) {
      result.push_back(piece);
      continue;
    }
    for (const EdgePiece& addition : next) result.push_back(glued(piece, addition, edge));
  }
  tidy(result);
  pieces = std::move(result);
}

// A run of letters and digits is one piece. A hyphen may end the word or vanish; any other sign
// ends it, and means nothing at the outer end; `#` is a word of digits.
EdgePieces pieces_of_literal(std::string_view literal, Edge edge) {
  EdgePieces pieces = {EdgePiece{}};
  const auto is_run = [](char c) { return is_word_char(c) || c == '#'; };
  while (!literal.empty()) {
    const bool forward = edge == Edge::first;
    const char next = forward ? literal.front() : literal.back();
    std::size_t length = 1;
    if (is_run(next)) {
      while (length < literal.size() &&
             is_run(forward ? literal[length] : literal[literal.size() - 1 - length])) {
        ++length;
      }
      const std::string_view run =
          forward ? literal.substr(0, length) : literal.substr(literal.size() - length);
      append(pieces, {{std::string(run), true, false}}, edge);
    } else if (next == '-') {
      append(pieces, {{"", true, false}, {"", true, true}}, edge);
    } else {
      append(pieces, {{"", true, true}}, edge);
    }
    forward ? literal.remove_prefix(length) : literal.remove_suffix(length);
  }
  return pieces;
}

EdgePieces pieces_of_atom(const Atom& atom, Edge edge) {
  EdgePieces pieces;
  if (const auto* literal = std::get_if<std::string>(&atom.is)) {
    pieces = pieces_of_literal(*literal, edge);
  } else {
    pieces = pieces_of_group(*std::get<std::shared_ptr<Group>>(atom.is), edge);
  }
  if (atom.optional) pieces.push_back(EdgePiece{});
  return pieces;
}

EdgePieces pieces_of_item(const Item& item, Edge edge) {
  if (item.atoms.size() == 1) return pieces_of_atom(item.atoms.front(), edge);
  EdgePieces pieces = {EdgePiece{}};
  const auto add = [&](const Atom& atom) { append(pieces, pieces_of_atom(atom, edge), edge); };
  if (edge == Edge::first) {
    std::ranges::for_each(item.atoms, add);
  } else {
    std::for_each(item.atoms.rbegin(), item.atoms.rend(), add);
  }
  return pieces;
}

// The first item that must be there with a word in it, and those before it: in "wit (and|,)" the
// last word may be "wit". What stands towards the middle is glued to an item only where no other
// need stand between: in "o(ray (of)?)ce" the last word may be "orayce".
void add_pieces(const std::vector<Item>& items, Edge edge, EdgePieces& result) {
  auto to_come = std::ranges::count_if(items, &Item::must_be_there);
  std::size_t behind = items.size();
  for (const Item& item : items) {
    --behind;
    if (item.must_be_there()) --to_come;
    if (item.gap > 0) {
      result.push_back({std::string(any_word), false, false});
      continue;
    }
    bool has_word = !item.optional;
    for (const EdgePiece& piece : pieces_of_item(item, edge)) {
      has_word = has_word && !piece.text.empty();
      if (to_come == 0) result.push_back(piece);
      if (behind > 0) result.push_back({piece.text, false, piece.sealed});
    }
    if (has_word) return;
  }
}

void add_pieces(const Sequence& sequence, Edge edge, EdgePieces& result) {
  if (edge == Edge::first) return add_pieces(sequence.items, edge, result);
  add_pieces(std::vector<Item>(sequence.items.rbegin(), sequence.items.rend()), edge, result);
}

EdgePieces pieces_of(const Alternatives& alternatives, Edge edge) {
  EdgePieces result;
  for (const Sequence& sequence : alternatives) add_pieces(sequence, edge, result);
  tidy(result);
  return result;
}

const EdgePieces& pieces_of_group(Group& group, Edge edge) {
  auto& known = group.edges[static_cast<std::size_t>(edge)];
  if (!known) known = pieces_of(group.alternatives, edge);
  return *known;
}

// All words that begin with a digit are listed as one: "24", "3x", and the "#x" that is any number
// of times.
std::string listed(const std::string& word) {
  const bool number =
      !word.empty() && (word.front() == '#' || (word.front() >= '0' && word.front() <= '9'));
  return number ? "#" : word;
}

}  // namespace

std::vector<std::string> edge_words(const Alternatives& alternatives, Edge edge) {
  std::vector<std::string> words;
  for (const EdgePiece& piece : pieces_of(alternatives, edge)) {
    if (!piece.text.empty()) words.push_back(listed(piece.text));
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool can_be_wordless(const Alternatives& alternatives) {
  return std::ranges::any_of(pieces_of(alternatives, Edge::first),
                             [](const EdgePiece& piece) { return piece.text.empty(); });
}

}  // namespace rapport
