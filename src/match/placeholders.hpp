// Placeholders: what in a document is still to be put into words.
//
// In an application only what can be nothing else is one: a false alarm about somebody's own words
// is worse than a blank overlooked. In a template (Document::is_template) brackets are placeholders
// unless their words are known to be no such.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "match/placeholder_shapes.hpp"
#include "rapport/document.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

struct Placeholder {
  std::size_t begin = 0;  // byte range in Document::text
  std::size_t end = 0;
  std::string words{};  // what it asks for, without its brackets
};

// Of placeholders in order, none overlapping another.
[[nodiscard]] bool any_overlaps(const std::vector<Placeholder>& placeholders, std::size_t from,
                                std::size_t to);

// Safe to call from several threads.
class PlaceholderFinder {
 public:
  // The words are the lexicon's classes `placeholder-…` and the blanks of its suggestions.
  explicit PlaceholderFinder(const Lexicon& lexicon);

  // In order, none overlapping another.
  [[nodiscard]] std::vector<Placeholder> find(const Document& document, std::size_t unit) const;

  // Whether the words ask for a figure: "N", "number of calls".
  [[nodiscard]] bool asks_for_number(std::string_view words) const;

 private:
  using Words = std::vector<std::string>;
  [[nodiscard]] bool is_placeholder(const PlaceholderShape& shape, std::string_view unit,
                                    bool is_template) const;
  [[nodiscard]] bool is_asked_for(const Words& words) const;
  [[nodiscard]] bool is_named(const Words& words) const;
  [[nodiscard]] bool in(const WordClass& words, std::string_view word) const;

  WordClass leads_;      // "insert", "your": what an instruction begins with
  WordClass nouns_;      // "company", "date"
  WordClass modifiers_;  // "first", "of"
  WordClass heads_;      // "name": whatever stands before it
  WordClass orders_;     // "insert"
  WordClass wholes_;     // "hiring manager"
  WordClass readers_;    // "you": words that speak to whoever fills it in
  WordClass never_;      // "sic"
  WordClass numbers_;    // "number"
  std::set<std::string, std::less<>> blanks_{};
};

}  // namespace rapport
