// The past tense of a verb, as it opens a bullet: "answering" and "answered" give "Answered". Only
// of verbs that the lexicon lists; of any other it is not known.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

class PastTense {
 public:
  // Verbs as verb_forms() takes them.
  explicit PastTense(const std::vector<std::string>& verbs);

  // Empty when the verb is not known.
  [[nodiscard]] std::string of_gerund(std::string_view word) const;      // "answering"
  [[nodiscard]] std::string of_base(std::string_view word) const;        // "answer"
  [[nodiscard]] std::string of_participle(std::string_view word) const;  // "answered", "given"

 private:
  using Table = std::map<std::string, std::string, std::less<>>;
  Table gerunds_{};
  Table bases_{};
  Table participles_{};
};

}  // namespace rapport
