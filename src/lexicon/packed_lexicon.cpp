#include "lexicon/packed_lexicon.hpp"

#include <cassert>
#include <cstring>

#include "base/packing.hpp"

namespace rapport {

auto members(auto& wire, auto& value, const SourceLine* /*of*/) {
  return wire(value.file, value.line, value.column);
}

auto members(auto& wire, auto& value, const Rule* /*of*/) {
  return wire(value.pattern, value.is_regex, LeftOut{}, LeftOut{}, value.where);
}

// A rule of a kind, as a rule: a base counts as one member.
template <class T>
auto& rule_in(T& value) {
  using Base = std::conditional_t<std::is_const_v<T>, const Rule, Rule>;
  return static_cast<Base&>(value);
}

auto members(auto& wire, auto& value, const EvidenceRule* /*of*/) {
  return wire(rule_in(value), value.level);
}

auto members(auto& wire, auto& value, const Suggestion* /*of*/) {
  return wire(value.kind, value.text, value.plain);
}

auto members(auto& wire, auto& value, const Skill* /*of*/) {
  return wire(value.id, value.title, value.about, value.advice, value.evidence, value.vetoes,
              value.suggestions, value.questions, value.file);
}

auto members(auto& wire, auto& value, const ContextRule* /*of*/) {
  return wire(rule_in(value), value.id, value.effect, value.position, value.within,
              value.across_commas, value.series, value.phrase, value.until, value.capitalised,
              value.unless, value.except, value.spares_postings, value.why);
}

auto members(auto& wire, auto& value, const QuantityRule* /*of*/) {
  return wire(rule_in(value), value.counts);
}

auto members(auto& wire, auto& value, const Phrase* /*of*/) {
  return wire(rule_in(value), value.counts, value.position, value.remedy);
}

auto members(auto& wire, auto& value, const WritingFault* /*of*/) {
  return wire(value.id, value.title, value.severity, value.message, value.remedy, value.rewrite,
              value.bullets, value.context, value.unless_shown, value.phrases);
}

auto members(auto& wire, auto& value, const PostingHeading* /*of*/) {
  return wire(rule_in(value), value.part);
}

auto members(auto& wire, auto& value, const PostingCue* /*of*/) {
  return wire(rule_in(value), value.part, value.after, value.within, value.phrase, value.whole,
              value.strong, value.unless);
}

auto members(auto& wire, auto& value, const PostingRules* /*of*/) {
  return wire(value.headings, value.cues, value.introductions, value.heads, value.same);
}

auto members(auto& wire, auto& value, const PartRule* /*of*/) {
  return wire(rule_in(value), value.part, value.reach, value.counts);
}

auto members(auto& wire, auto& value, const PartWords* /*of*/) {
  return wire(value.title, value.missing, value.lead, value.blank, value.ask);
}

auto members(auto& wire, auto& value, const Lexicon* /*of*/) {
  return wire(value.skills, value.contexts, value.quantities, value.faults, value.verbs,
              value.posting, value.parts, value.part_words, value.classes);
}

// What lies in the program was packed by ourselves.
template <class Enumeration>
requires std::is_enum_v<Enumeration>
constexpr int last_of(Enumeration /*of*/) {
  return 255;
}

std::vector<std::uint32_t> pack_lexicon(const Lexicon& lexicon) {
  Packer packer;
  packer(lexicon);
  const std::string bytes = packer.take();
  std::vector<std::uint32_t> words(1 + (bytes.size() + sizeof(std::uint32_t) - 1) / 4);
  words[0] = static_cast<std::uint32_t>(bytes.size());
  std::memcpy(&words[1], bytes.data(), bytes.size());
  return words;
}

Lexicon unpack_lexicon(std::span<const std::uint32_t> words) {
  Unpacker unpacker({reinterpret_cast<const char*>(&words[1]), words[0]});
  Lexicon lexicon;
  unpacker(lexicon);
  assert(unpacker.whole());
  return lexicon;
}

}  // namespace rapport
