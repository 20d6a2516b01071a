#include "match/scanner_table.hpp"

#include <algorithm>

#include "lexicon/ready_made.hpp"
#include "match/scanner_header.hpp"

namespace rapport {

template <class T>
std::span<const T> ScannerTable::section(std::size_t number) const {
  const auto* header = reinterpret_cast<const ScannerHeader*>(words_.data());
  const std::size_t begin = header->ends[number];
  const std::size_t bytes = (header->ends[number + 1] - begin) * sizeof(CodeWord);
  return {reinterpret_cast<const T*>(words_.data() + begin), bytes / sizeof(T)};
}

ScannerTable::ScannerTable(TableWords words)
    : words_(words),
      phrases_(section<PhraseUse>(0)),
      slots_(section<Slot>(1)),
      regexes_(section<RegexUse>(2)),
      lists_(section<std::uint32_t>(3)),
      code_(section<CodeWord>(4)) {}

std::span<const PatternNumber> ScannerTable::list(std::uint32_t at) const {
  return lists_.subspan(at + 1, lists_[at]);
}

std::string_view ScannerTable::text(std::uint32_t at) const {
  return {reinterpret_cast<const char*>(&lists_[at + 1]), lists_[at]};
}

std::vector<RegexUse> ScannerTable::regexes_for(std::string_view unit) const {
  const bool has_digit = std::ranges::any_of(unit, [](char c) { return c >= '0' && c <= '9'; });
  std::vector<RegexUse> possible;
  for (const RegexUse& regex : regexes_) {
    if (regex.needs_digit != 0 && !has_digit) continue;
    const auto pieces = list(regex.needs);
    const auto holds = [&](std::uint32_t at) { return unit.find(text(at)) != unit.npos; };
    if (pieces.empty() || std::ranges::any_of(pieces, holds)) possible.push_back(regex);
  }
  return possible;
}

ScannerTable::Uses ScannerTable::uses(std::string_view word) const {
  if (word.front() >= '0' && word.front() <= '9') word = "#";
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash_of_word(word) & mask; slots_[i].word != 0; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (text(slot.word) == word) return {list(slot.begins), list(slot.ends)};
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
