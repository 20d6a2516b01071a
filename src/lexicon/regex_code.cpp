// Code of simple regular expressions: that of phrases, with sets of letters and loops.
#include <cstring>

#include "lexicon/phrase_code.hpp"
#include "lexicon/regex_tree.hpp"

namespace rapport {

namespace {

FirstLetters kinds_of(const LetterSet& letters) {
  FirstLetters kinds = 0;
  for (std::size_t c = 0; c < letters.size(); ++c) {
    if (!letters.test(c)) continue;
    kinds |= 1U << (c == 0 ? 27U : letter_kind(static_cast<char>(c)));  // a NUL is no end of text
  }
  return kinds;
}

// What may be empty may stand before anything.
FirstLetters first_letters(const RegexNode& node) {
  if (node.may_be_empty()) return any_letter;
  if (node.kind == RegexNode::Kind::letters) return kinds_of(node.letters);
  FirstLetters letters = 0;
  for (const RegexNode& part : node.parts) {
    if (part.may_be_empty()) return any_letter;
    letters |= first_letters(part);
    if (node.kind != RegexNode::Kind::alternatives) break;
  }
  return letters;
}

}  // namespace

std::optional<PhraseRoutine> PhraseCoder::add_regex(std::string_view regex) {
  const auto tree = parse_simple_regex(regex);
  if (!tree) return std::nullopt;
  regex_routines_.clear();
  PhraseRoutine routine{.letters = first_letters(*tree), .maybe_empty = tree->may_be_empty()};
  routine.address = tree->kind == RegexNode::Kind::alternatives
                        ? regex_routine(*tree)
                        : regex_routine({.kind = RegexNode::Kind::alternatives, .parts = {*tree}});
  return routine;
}

// Groups with alternatives are routines of their own, made before what calls them.
CodeAddress PhraseCoder::regex_routine(const RegexNode& alternatives) {
  for (const RegexNode& part : alternatives.parts) make_routines(part);
  const auto address = static_cast<CodeAddress>(code_.size());
  put(PhraseOp::choice, alternatives.parts.size());
  std::size_t entry = code_.size();
  code_.resize(entry + 2 * alternatives.parts.size());
  for (const RegexNode& part : alternatives.parts) {
    code_[entry++] = static_cast<CodeWord>(code_.size());
    code_[entry++] = first_letters(part);
    put_regex(part);
    put(PhraseOp::back);
  }
  return address;
}

void PhraseCoder::make_routines(const RegexNode& node) {
  if (node.kind == RegexNode::Kind::alternatives) {
    regex_routines_[&node] = regex_routine(node);
    return;
  }
  for (const RegexNode& part : node.parts) make_routines(part);
}

void PhraseCoder::put_regex(const RegexNode& node) {
  switch (node.kind) {
    case RegexNode::Kind::letters:
      put_letters(node.letters);
      return;
    case RegexNode::Kind::beginning:
      put(PhraseOp::beginning);
      return;
    case RegexNode::Kind::sequence:
      for (const RegexNode& part : node.parts) put_regex(part);
      return;
    case RegexNode::Kind::alternatives:
      put(PhraseOp::call, regex_routines_.at(&node));
      return;
    case RegexNode::Kind::repeat:
      put_repeat(node);
  }
}

void PhraseCoder::put_letters(const LetterSet& letters) {
  put(PhraseOp::letter);
  for (std::size_t word = 0; word < letters.size() / 32; ++word) {
    CodeWord bits = 0;
    for (std::size_t bit = 0; bit < 32; ++bit)
      bits |= static_cast<CodeWord>(letters.test(32 * word + bit)) << bit;
    code_.push_back(bits);
  }
}

// The rounds that must be, and as many more as may be, the most first.
void PhraseCoder::put_repeat(const RegexNode& node) {
  const RegexNode& round = node.parts.front();
  for (int i = 0; i < node.least; ++i) put_regex(round);
  const bool endless = node.most == RegexNode::no_end;
  const CodeAddress start = static_cast<CodeAddress>(code_.size());
  std::vector<std::size_t> exits;
  for (int i = node.least; i < (endless ? node.least + 1 : node.most); ++i) {
    exits.push_back(code_.size());
    put(PhraseOp::maybe);
    put_regex(round);
  }
  if (endless) put(PhraseOp::go_on, start);
  for (const std::size_t exit : exits)
    code_[exit] |= static_cast<CodeWord>(code_.size() << phrase_op_bits);
}

}  // namespace rapport
