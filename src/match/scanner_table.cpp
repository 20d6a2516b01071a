#include "match/scanner_table.hpp"

#include <algorithm>
#include <bitset>

#include "lexicon/ready_made.hpp"
#include "match/scanner_header.hpp"

namespace rapport {

namespace {

// About which pairs of neighbouring letters a text holds: of the pieces that it is asked for, most
// have a pair that rules them out.
class LetterPairs {
 public:
  explicit LetterPairs(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) held_.set(pair(text, i));
  }

  [[nodiscard]] bool may_hold(std::string_view piece) const {
    for (std::size_t i = 1; i < piece.size(); ++i) {
      if (!held_.test(pair(piece, i))) return false;
    }
    return true;
  }

 private:
  // Five bits tell small letters apart.
  static std::size_t pair(std::string_view text, std::size_t end) {
    return (static_cast<unsigned char>(text[end - 1]) & 31U) << 5U |
           (static_cast<unsigned char>(text[end]) & 31U);
  }

  std::bitset<1024> held_{};
};

}  // namespace

template <class T>
std::span<const T> ScannerTable::section(std::size_t number) const {
  const auto* header = reinterpret_cast<const ScannerHeader*>(words_.data());
  const std::size_t begin = header->ends[number];
  const std::size_t bytes = (header->ends[number + 1] - begin) * sizeof(CodeWord);
  return {reinterpret_cast<const T*>(words_.data() + begin), bytes / sizeof(T)};
}

ScannerTable::ScannerTable(TableWords words)
    : words_(words),
      alternatives_(section<Alternative>(0)),
      slots_(section<Slot>(1)),
      regexes_(section<RegexUse>(2)),
      lists_(section<std::uint32_t>(3)),
      code_(section<CodeWord>(4)) {}

std::span<const std::uint32_t> ScannerTable::list(std::uint32_t at) const {
  return lists_.subspan(at + 1, lists_[at]);
}

std::string_view ScannerTable::text(std::uint32_t at) const {
  return {reinterpret_cast<const char*>(&lists_[at + 1]), lists_[at]};
}

std::vector<RegexUse> ScannerTable::regexes_for(std::string_view unit) const {
  if (regexes_.empty()) return {};
  const LetterPairs pairs(unit);
  const bool has_digit = std::ranges::any_of(unit, [](char c) { return c >= '0' && c <= '9'; });
  std::vector<RegexUse> possible;
  for (const RegexUse& regex : regexes_) {
    if (regex.needs_digit != 0 && !has_digit) continue;
    const auto pieces = list(regex.needs);
    const auto holds = [&](std::uint32_t at) {
      const std::string_view piece = text(at);
      return pairs.may_hold(piece) && unit.find(piece) != unit.npos;
    };
    if (pieces.empty() || std::ranges::any_of(pieces, holds)) possible.push_back(regex);
  }
  return possible;
}

ScannerTable::Uses ScannerTable::uses(std::string_view word) const {
  if (word.front() >= '0' && word.front() <= '9') word = "#";
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash_of_word(word) & mask; slots_[i].word != 0; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (text(slot.word) == word) return {list(slot.begins), list(slot.fulfils)};
  }
  return {};
}

TableWords ready_scanner_table(RuleList rules, const WordClasses& classes) {
  const PatternsHash wanted = hash_of_patterns(rules, classes);
  for (TableWords rest = ready_made().tables; !rest.empty();) {
    const auto* header = reinterpret_cast<const ScannerHeader*>(rest.data());
    const std::size_t size = header->ends[scanner_sections];
    if (header->patterns == wanted) return rest.first(size);
    rest = rest.subspan(size);
  }
  return {};
}

}  // namespace rapport
