#include <fmt/format.h>

#include <algorithm>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

// Between two words: the possessive and the "/alternative" that may end the first, and the blank.
constexpr std::string_view separator = "(?:'s?)?(?:/[^ /]+)?[ -]";
// A number as `<digits>` finds it: 30, 1,200, 4.5, 30+.
constexpr std::string_view digits = "[0-9](?:[0-9,.]*[0-9])?\\+?";

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

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
      result += regex_of(std::get<std::shared_ptr<Group>>(atom.is)->alternatives);
      if (atom.optional) result += '?';
    }
  }
  return result;
}

// Words before the first that must be there carry their blank behind them, words after it before
// them, so that an optional word takes its blank along. Gaps are lazy: the tightest span is the one
// to show.
std::string regex_of(const Sequence& sequence) {
  const auto pivot = std::ranges::find_if(sequence.items, &Item::must_be_there);
  std::string result;
  for (auto item = sequence.items.begin(); item != sequence.items.end(); ++item) {
    if (item->gap > 0) {
      result += item < pivot ? fmt::format("(?:[^ ;:]+ ){{0,{}}}?", item->gap)
                             : fmt::format("(?:(?:'s?)?,?[ -][^ ;:]+){{0,{}}}?", item->gap);
      continue;
    }
    std::string piece = regex_of(*item);
    if (item < pivot) piece += separator;
    if (item > pivot) piece.insert(0, separator);
    result += item->optional ? fmt::format("(?:{})?", piece) : piece;
  }
  return result;
}

}  // namespace

std::string regex_of(const Alternatives& alternatives) {
  std::string result = "(?:";
  for (const Sequence& sequence : alternatives) {
    if (result.size() > 3) result += '|';
    result += regex_of(sequence);
  }
  return result + ')';
}

}  // namespace rapport
