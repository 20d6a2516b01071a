// What a simple regular expression says: sets of letters and the beginning of the text, in
// sequences, in alternatives, repeated. Lazy repeats, classes by name and other extras of RE2 are
// not simple.
#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

namespace rapport {

using LetterSet = std::bitset<128>;

struct RegexNode {
  enum class Kind { letters, beginning, sequence, alternatives, repeat };
  static constexpr int no_end = -1;

  Kind kind = Kind::sequence;
  LetterSet letters{};             // of `letters`: one of these
  std::vector<RegexNode> parts{};  // of `repeat` one
  int least = 0;                   // of `repeat`
  int most = 0;                    // `no_end` where there is none

  [[nodiscard]] bool may_be_empty() const;
};

// Empty where it is not simple; RE2 knows whether it is sound at all.
[[nodiscard]] std::optional<RegexNode> parse_simple_regex(std::string_view regex);

}  // namespace rapport
