// The judge: decides from a unit's hits what is evidence, at which level, and what stopped the
// rest.
//
// Patterns say what words mean; all that depends on what stands around them is decided here, once
// for every skill: vetoes, negation, names, whom the sentence is about, claims, keyword lists and
// numbers. The words for it are data (lexicons/en/context.toml), the ways of reaching are code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/clauses.hpp"
#include "match/folded.hpp"
#include "match/others.hpp"
#include "match/scanner.hpp"
#include "rapport/evidence.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

// What a pattern of the scanner is for.
struct PatternUse {
  enum class Role { evidence, veto, context, unless, quantity, part };
  Role role = Role::evidence;
  std::uint32_t skill = 0;  // of evidence and veto: index into Lexicon::skills
  std::uint32_t index = 0;  // into the vector that the role names
};

// A unit as the judge sees it.
struct JudgedUnit {
  std::string_view source;  // as written: a name is told by its capitals
  const Folded* folded = nullptr;
  bool in_posting = false;  // some context rules spare postings
};

// A piece of evidence in a unit; offsets are into the folded text.
struct Ruling {
  struct Reason {
    const ContextRule* rule = nullptr;  // null: the code itself says so, or a veto of the skill
    std::string_view id;
    std::string_view why;
    FoldedRange cue;
  };
  std::uint32_t skill = 0;
  std::uint32_t index = 0;
  FoldedRange span;
  Level level = Level::none;
  std::vector<Reason> reasons;
  struct Number {
    std::uint32_t rule;  // index into Lexicon::quantities
    FoldedRange span;
  };
  std::optional<Number> number{};  // that made it quantified
};

class Judge {
 public:
  // By the skills and contexts of a lexicon, and word classes, which may be another's.
  Judge(const Lexicon& lexicon, const WordClasses& classes, const std::vector<PatternUse>& uses);

  [[nodiscard]] std::vector<Ruling> rule(const JudgedUnit& unit,
                                         const std::vector<Hit>& hits) const;

  // Whether a context rule strikes evidence at `span`; for the rules' own examples.
  [[nodiscard]] bool strikes(const ContextRule& rule, FoldedRange cue, FoldedRange span,
                             const JudgedUnit& unit) const;

 private:
  struct Sorted;  // a unit's hits by role

  [[nodiscard]] Sorted sort(const std::vector<Hit>& hits) const;
  void apply_vetoes(const Sorted& hits, Ruling& ruling) const;
  void apply_contexts(const JudgedUnit& unit, const Sorted& hits, Ruling& ruling) const;
  void look_for_others(const JudgedUnit& unit, Ruling& ruling) const;
  [[nodiscard]] std::optional<Ruling::Number> measure(const Folded& unit, const Sorted& hits,
                                                      FoldedRange span) const;

  const Lexicon& lexicon_;
  const std::vector<PatternUse>& uses_;
  Clauses clauses_;
  Others others_;
};

}  // namespace rapport
