// Phrases that a pattern matches, for lint: the way to ask whether one pattern covers another is
// to try it on what the other can say.
#include <cstdint>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

class Speaker {
 public:
  explicit Speaker(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}

  std::string say(const Alternatives& alternatives) {
    return say(alternatives[pick(alternatives.size())]);
  }

 private:
  // A linear congruential generator: any spread will do, as long as it is the same every time.
  std::size_t pick(std::size_t count) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % count;
  }

  std::string say(const Sequence& sequence) {
    std::string result;
    for (const Item& item : sequence.items) {
      for (const std::string& word : words(item)) {
        if (!result.empty()) result += ' ';
        result += word;
      }
    }
    return result;
  }

  std::vector<std::string> words(const Item& item) {
    if (item.gap > 0)
      return std::vector<std::string>(pick(static_cast<std::size_t>(item.gap) + 1), "zz");
    if (item.optional && pick(2) == 0) return {};
    std::string word;
    for (const Atom& atom : item.atoms) {
      if (atom.optional && pick(2) == 0) continue;
      const auto* literal = std::get_if<std::string>(&atom.is);
      word += literal ? (*literal == "#" ? "7" : *literal)
                      : say(std::get<std::shared_ptr<Group>>(atom.is)->alternatives);
    }
    return {word};
  }

  std::uint32_t state_;
};

}  // namespace

std::string say_phrase(const Alternatives& alternatives, unsigned seed) {
  return Speaker(seed).say(alternatives);
}

}  // namespace rapport
