#include "lexicon/phrase_code.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rapport {

namespace {

// Of so many alternatives each is asked whether it may begin with a letter; more are listed by it.
constexpr std::size_t few = 6;

}  // namespace

void PhraseCoder::put(PhraseOp op, std::size_t operand) {
  code_.push_back(static_cast<CodeWord>(operand << phrase_op_bits) | static_cast<CodeWord>(op));
}

void PhraseCoder::put_text(std::string_view text) {
  put(PhraseOp::text, text.size());
  const std::size_t at = code_.size();
  code_.resize(at + (text.size() + sizeof(CodeWord) - 1) / sizeof(CodeWord));
  std::memcpy(&code_[at], text.data(), text.size());
}

void PhraseCoder::put_literal(std::string_view literal) {
  while (!literal.empty()) {
    const std::size_t length = std::min(literal.find_first_of("-#"), literal.size());
    if (length > 0) {
      put_text(literal.substr(0, length));
      literal.remove_prefix(length);
      continue;
    }
    put(literal.front() == '-' ? PhraseOp::hyphen : PhraseOp::number);
    literal.remove_prefix(1);
  }
}

void PhraseCoder::put_item(const Item& item) {
  for (const Atom& atom : item.atoms) {
    if (const auto* literal = std::get_if<std::string>(&atom.is)) {
      put_literal(*literal);
      continue;
    }
    const CodeAddress address = routines_.at(std::get<GroupPointer>(atom.is)).address;
    if (atom.optional) put(PhraseOp::maybe, code_.size() + 2);
    put(PhraseOp::call, address);
  }
}

// As regex_of() does it: words before the first that must be there carry their blank behind them,
// words after it before them.
void PhraseCoder::put_sequence(const Sequence& sequence) {
  const auto end = sequence.items.end();
  const auto pivot = std::ranges::find_if(sequence.items, &Item::must_be_there);
  for (auto item = sequence.items.begin(); item != end; ++item) {
    if (item->gap > 0) {
      const bool closed = std::ranges::any_of(item, end, &Item::must_be_there);
      const PhraseOp after = closed ? PhraseOp::gap_after : PhraseOp::gap_at_end;
      put(item < pivot ? PhraseOp::gap_before : after, static_cast<std::size_t>(item->gap));
      continue;
    }
    const std::size_t start = code_.size();
    if (item->optional) put(PhraseOp::maybe);
    if (item > pivot) put(PhraseOp::separator);
    put_item(*item);
    if (item < pivot) put(PhraseOp::separator);
    if (item->optional) code_[start] |= static_cast<CodeWord>(code_.size() << phrase_op_bits);
  }
  put(PhraseOp::back);
}

// What a sequence can begin with. A hyphen may vanish and a gap holds any word, so behind them
// everything is possible.
PhraseRoutine PhraseCoder::beginning(const Item& item) const {
  if (item.gap > 0) return {.letters = any_letter};
  PhraseRoutine result;
  for (const Atom& atom : item.atoms) {
    if (const auto* literal = std::get_if<std::string>(&atom.is)) {
      const char first = literal->front();
      result.letters |= first == '-' ? any_letter : (1U << letter_kind(first == '#' ? '0' : first));
      return result;
    }
    const PhraseRoutine& group = routines_.at(std::get<GroupPointer>(atom.is));
    result.letters |= group.letters;
    if (!atom.optional && !group.maybe_empty) return result;
  }
  result.maybe_empty = true;
  return result;
}

PhraseRoutine PhraseCoder::beginning(const Sequence& sequence) const {
  PhraseRoutine result;
  for (const Item& item : sequence.items) {
    const PhraseRoutine next = beginning(item);
    result.letters |= next.letters;
    if (item.must_be_there()) {
      result.maybe_empty = next.maybe_empty;
      // What follows an item that may be empty begins with a separator.
      if (next.maybe_empty) result.letters = any_letter;
      return result;
    }
  }
  return {.letters = any_letter, .maybe_empty = true};
}

PhraseRoutine PhraseCoder::routine(const Alternatives& alternatives) {
  for (const Sequence& sequence : alternatives) {
    for (const Item& item : sequence.items) {
      for (const Atom& atom : item.atoms) {
        const auto* group = std::get_if<GroupPointer>(&atom.is);
        if (group == nullptr || routines_.contains(*group)) continue;
        const PhraseRoutine made = routine((*group)->alternatives);
        routines_.emplace(*group, made);
      }
    }
  }
  PhraseRoutine result{.address = static_cast<CodeAddress>(code_.size())};
  for (const Sequence& sequence : alternatives) {
    const PhraseRoutine begins = beginning(sequence);
    result.letters |= begins.letters;
    result.maybe_empty = result.maybe_empty || begins.maybe_empty;
  }
  if (alternatives.size() == 1) {
    put_sequence(alternatives.front());
  } else if (alternatives.size() <= few) {
    put_choice(alternatives);
  } else {
    put_by_letter(alternatives);
  }
  return result;
}

void PhraseCoder::put_choice(const Alternatives& alternatives) {
  put(PhraseOp::choice, alternatives.size());
  std::size_t entry = code_.size();
  code_.resize(entry + 2 * alternatives.size());
  for (const Sequence& sequence : alternatives) {
    code_[entry++] = static_cast<CodeWord>(code_.size());
    code_[entry++] = beginning(sequence).letters;
    put_sequence(sequence);
  }
}

void PhraseCoder::put_by_letter(const Alternatives& alternatives) {
  put(PhraseOp::by_letter);
  const std::size_t table = code_.size();
  code_.resize(table + letter_kinds);
  std::array<std::vector<CodeAddress>, letter_kinds> lists;
  for (const Sequence& sequence : alternatives) {
    const FirstLetters letters = beginning(sequence).letters;
    for (unsigned kind = 0; kind < letter_kinds; ++kind) {
      if ((letters >> kind & 1U) != 0)
        lists.at(kind).push_back(static_cast<CodeAddress>(code_.size()));
    }
    put_sequence(sequence);
  }
  for (unsigned kind = 0; kind < letter_kinds; ++kind) {
    code_[table + kind] = static_cast<CodeWord>(code_.size());
    code_.push_back(static_cast<CodeWord>(lists.at(kind).size()));
    code_.insert(code_.end(), lists.at(kind).begin(), lists.at(kind).end());
  }
}

}  // namespace rapport
