// The past tense of a verb, as it opens a bullet: "answering" and "answered" give "Answered". Only
// of verbs that the lexicon lists; of any other it is not known.
#pragma once

#include <functional>
#include <map>
#include <set>
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
  // Whether it is one of a verb's forms in the present: answer, answers, answering.
  [[nodiscard]] bool is_form(std::string_view word) const;

 private:
  using Table = std::map<std::string, std::string, std::less<>>;
  Table gerunds_{};
  Table bases_{};
  Table participles_{};
  std::set<std::string, std::less<>> thirds_{};  // "answers"
};

}  // namespace rapport
