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

#include "base/lazy.hpp"
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
  // The words are those of the lexicon, which must outlive it: classes `placeholder-…` and the
  // blanks of suggestions.
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

  // Most documents hold nothing that looks like a placeholder.
  struct Known {
    WordClass leads{};      // "insert", "your": what an instruction begins with
    WordClass nouns{};      // "company", "date"
    WordClass modifiers{};  // "first", "of"
    WordClass heads{};      // "name": whatever stands before it
    WordClass orders{};     // "insert"
    WordClass wholes{};     // "hiring manager"
    WordClass readers{};    // "you": words that speak to whoever fills it in
    WordClass never{};      // "sic"
    WordClass numbers{};    // "number"
  };
  using Blanks = std::set<std::string, std::less<>>;
  static Known known_in(const Lexicon& lexicon);
  static Blanks blanks_in(const Lexicon& lexicon);

  Lazy<Known> known_;
  Lazy<Blanks> blanks_;
};

}  // namespace rapport
