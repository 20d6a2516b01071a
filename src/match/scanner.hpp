// Scanner: finds every match of every pattern in a folded unit.
//
// Idea: a pattern's own grammar lists the words it can begin and end with (lexicon/pattern.hpp).
// Those words are kept in one index; only where a unit holds a first word of a pattern and, at or
// after it, one of its last words, is the pattern tried, by the code made of it
// (lexicon/phrase_code.hpp). RE2 matches what is written as a regular expression that is not
// simple, decides where the walk through code gives up, and is the oracle of the tests; an
// expression is compiled when it is first needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "match/folded.hpp"
#include "match/phrase_walk.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport {

// Pattern number `pattern` matched text[begin, end) of a folded unit.
struct Hit {
  std::uint32_t pattern = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

class Scanner {
 public:
  // `rules` and `classes` must outlive the scanner; patterns are numbered in the order of `rules`.
  [[nodiscard]] static Result<Scanner> make(std::span<const Rule* const> rules,
                                            const WordClasses& classes,
                                            Prefer prefer = Prefer::first);
  Scanner(Scanner&&) noexcept;
  Scanner& operator=(Scanner&&) noexcept;
  ~Scanner();

  // At each word at which a pattern matches, its match there, sorted. Thread-safe.
  [[nodiscard]] std::vector<Hit> scan(const Folded& unit) const;
  // The same, or nothing where none of the `wanted` patterns matches (a flag for each pattern):
  // where the others only serve to judge these, their regular expressions are then not tried.
  [[nodiscard]] std::vector<Hit> scan(const Folded& unit, const std::vector<bool>& wanted) const;
  // As scan(unit), by showing every pattern to RE2 at every word: slow and plain, the oracle of the
  // tests.
  [[nodiscard]] std::vector<Hit> scan_plainly(const Folded& unit) const;

 private:
  class Impl;
  explicit Scanner(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport
