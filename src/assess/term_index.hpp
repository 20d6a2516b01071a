// Where the terms of a posting stand in an application, in any inflection.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/stem.hpp"
#include "match/folded.hpp"
#include "rapport/reading.hpp"

namespace rapport {

// The words of a folded text; what folding parted ("ServSafe") is one again.
struct WholeWord {
  std::string text{};
  Token span{};  // in Folded::text
};
[[nodiscard]] std::vector<WholeWord> whole_words(const Folded& folded);

// The stems of a text's words: "Certified nursing assistants" reads "certifi nurs assist".
[[nodiscard]] std::string stems_of(const Stemmer& stemmer, std::string_view text);

class TermIndex {
 public:
  // Of the documents that are the candidate's own; a posting among them has nothing.
  TermIndex(const Stemmer& stemmer, std::span<const Reading> readings);

  // Whether a term, given by its stems, stands within a sentence of that reading. A hyphen makes no
  // difference: "e-mail" is "email".
  [[nodiscard]] bool has(std::size_t reading, std::string_view stems) const;
  [[nodiscard]] bool has(std::string_view stems) const;  // in any of them
  // Whether a word, given in lower case, stands there with a capital, as a name: "Excel".
  [[nodiscard]] bool has_name(std::size_t reading, std::string_view word) const;

 private:
  struct Terms {
    std::string running{};                        // " stem stem | stem "
    std::set<std::string, std::less<>> joined{};  // "email" of "e-mail"
    std::set<std::string, std::less<>> names{};   // words that are written with a capital
  };
  std::vector<Terms> readings_{};
};

}  // namespace rapport
