// Decides what a hyphen at a line's end means: "cus-" + "tomer" is one word cut in two, "self-" +
// "employed" a compound, "short-" + "and long-term" neither.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace rapport {

enum class LineEnd {
  whole,     // no cut word: the newline stays
  word,      // join without the hyphen
  compound,  // join with the hyphen
};

class Hyphens {
 public:
  // Learns the words of a line that are not cut by its end.
  void learn(std::string_view line);

  // `above` ends in '-'; `below` is the next line. `soft`: the hyphen was a soft one.
  [[nodiscard]] LineEnd decide(std::string_view above, std::string_view below, bool soft) const;

 private:
  [[nodiscard]] bool knows(const std::string& word) const { return words_.contains(word); }

  std::unordered_set<std::string> words_{};  // lower case, compounds whole
};

}  // namespace rapport
