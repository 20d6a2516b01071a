// How far a match can reach. Blanks are counted, not words: what stands between two of them, as
// "front-desk/lobby", is several words to the index, and part of one to a pattern.
#include <algorithm>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

std::uint32_t blanks_of(const Atom& atom) {
  // A hyphen may be a blank.
  if (const auto* literal = std::get_if<std::string>(&atom.is))
    return static_cast<std::uint32_t>(std::ranges::count(*literal, '-'));
  Group& group = *std::get<std::shared_ptr<Group>>(atom.is);
  if (!group.most_blanks) group.most_blanks = most_blanks(group.alternatives);
  return *group.most_blanks;
}

// Each word of a gap brings its blank, and so does each item but one.
std::uint32_t blanks_of(const Sequence& sequence) {
  std::uint32_t blanks = 0;
  std::uint32_t items = 0;
  for (const Item& item : sequence.items) {
    blanks += static_cast<std::uint32_t>(item.gap);
    if (item.gap == 0) ++items;
    for (const Atom& atom : item.atoms) blanks += blanks_of(atom);
  }
  return blanks + std::max(items, 1U) - 1;
}

}  // namespace

std::uint32_t most_blanks(const Alternatives& alternatives) {
  std::uint32_t most = 0;
  for (const Sequence& sequence : alternatives) most = std::max(most, blanks_of(sequence));
  return most;
}

}  // namespace rapport
