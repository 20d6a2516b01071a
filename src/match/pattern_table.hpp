// A lexicon's patterns in one list, as the scanner numbers them, with what each is for.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "match/judge.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

// Which of a lexicon's patterns are wanted.
enum class Patterns {
  all,
  evidence,  // with all that the judge needs
  parts,     // of stories, with the quantities
};

// Points into the lexicon, which must outlive it.
struct PatternTable {
  std::vector<const Rule*> rules;
  std::vector<PatternUse> uses;
  std::vector<bool> are_evidence;  // what the others only tell something of

  explicit PatternTable(const Lexicon& lexicon, Patterns wanted = Patterns::all);

 private:
  void add_evidence(const Lexicon& lexicon);
  template <class Rules>
  void add_all(const Rules& list, PatternUse::Role role, std::uint32_t skill);

  std::deque<Rule> undoing_;  // the `unless` patterns of contexts, as rules of their own
};

}  // namespace rapport
