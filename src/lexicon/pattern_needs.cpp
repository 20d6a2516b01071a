// What else than the words at its edges a phrase cannot do without.
#include <algorithm>
#include <cmath>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

// About how often a text holds one of the words: short ones are common, and many more so than few.
double frequency(const std::vector<std::string>& words) {
  double sum = 0;
  for (const std::string& word : words)
    sum += std::pow(0.25, static_cast<double>(std::min<std::size_t>(word.size(), 8)));
  return sum;
}

// A gap, too many words, or "covid#": no word of a text.
bool is_listed(const std::string& word) {
  const auto has = [&](std::string_view mark) { return word.find(mark) != std::string::npos; };
  return !has(any_word) && !has(too_many_words) && (!has("#") || word == "#");
}

// Empty where they cannot be listed, and where the item can do without a word, as "(,|and)" can.
std::vector<std::string> words_of(const Item& item) {
  const Alternatives alone = {Sequence{{item}}};
  if (can_be_wordless(alone)) return {};
  std::vector<std::string> words = edge_words(alone, Edge::first);
  if (!std::ranges::all_of(words, is_listed)) words.clear();
  return words;
}

// The group, where a sequence is nothing else.
const Group* only_group(const Sequence& sequence) {
  if (sequence.items.size() != 1 || !sequence.items.front().must_be_there()) return nullptr;
  const std::vector<Atom>& atoms = sequence.items.front().atoms;
  if (atoms.size() != 1 || atoms.front().optional) return nullptr;
  const auto* group = std::get_if<std::shared_ptr<Group>>(&atoms.front().is);
  return group != nullptr ? group->get() : nullptr;
}

void spread(const Alternatives& alternatives, Alternatives& words,
            std::vector<Alternatives>& phrases) {
  for (const Sequence& sequence : alternatives) {
    if (const Group* group = only_group(sequence)) {
      spread(group->alternatives, words, phrases);
    } else if (sequence.items.size() == 1) {
      words.push_back(sequence);
    } else {
      phrases.push_back({sequence});
    }
  }
}

}  // namespace

std::vector<std::string> middle_words(const Sequence& sequence) {
  std::vector<const Item*> needed;
  for (const Item& item : sequence.items) {
    if (item.must_be_there()) needed.push_back(&item);
  }
  std::vector<std::string> rarest;
  for (std::size_t i = 1; i + 1 < needed.size(); ++i) {
    std::vector<std::string> words = words_of(*needed[i]);
    if (words.empty() || (!rarest.empty() && frequency(rarest) <= frequency(words))) continue;
    rarest = std::move(words);
  }
  return rarest;
}

std::vector<Alternatives> spread_out(const Alternatives& alternatives) {
  std::vector<Alternatives> phrases;
  Alternatives words;
  spread(alternatives, words, phrases);
  if (!words.empty()) phrases.push_back(std::move(words));
  return phrases;
}

}  // namespace rapport
