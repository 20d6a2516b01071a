// What an author of lexicons needs: do the examples hold, is anything odd, how good is it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/finding.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/matcher.hpp"
#include "rapport/result.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// Runs the `yes` and `no` examples of every rule. A `yes` of evidence must be found by that very
// pattern and survive the context; a `no` must not. In a context rule's examples the evidence is
// [bracketed]. One finding for each example that does not hold, with the rule's file and line.
[[nodiscard]] Result<std::vector<Finding>> test_examples(const Lexicon& lexicon);

// Faults that no example shows: patterns without examples, written twice, covered by another of
// their skill, too wide, or slow to find; word classes never used; skills without suggestions or
// questions. Finding::place is the line and column in the lexicon's file. What costs something but
// may be needed (a `regex`) is a note.
[[nodiscard]] Result<std::vector<Finding>> lint(const Lexicon& lexicon);

// The line of a lexicon file that a finding points at, with a caret below it; empty when the file
// cannot be read any more.
[[nodiscard]] std::string excerpt(const Finding& finding);

// What a person says of a sentence: which skills it is evidence of, at which level.
struct Label {
  std::vector<Level> levels{};  // any of them is right
  bool optional = false;        // readers differ: scores neither way
};
struct LabelledSentence {
  std::string id{};
  DocumentKind kind = DocumentKind::resume;
  std::string text{};
  std::map<std::string, Label, std::less<>> labels{};  // by skill
};

// Reads a table of `id<TAB>kind<TAB>sentence<TAB>labels` with a heading line. Labels are `-` or
// `skill=level` separated by blanks; a level is c, d, q, or c/d; `?` behind it makes it optional.
[[nodiscard]] Result<std::vector<LabelledSentence>> parse_labelled(std::string_view name,
                                                                   std::string_view text);

struct Tally {
  int true_positives = 0;
  int false_positives = 0;
  int misses = 0;
  int levels_right = 0;  // of the true positives

  // Ratios are 1 where there is nothing to divide by.
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  [[nodiscard]] double level_accuracy() const;
};

struct Mistake {
  enum class Kind { false_alarm, miss, wrong_level };
  Kind kind = Kind::miss;
  std::string skill{};
  std::string sentence{};     // id
  std::string text{};         // of the sentence
  std::string explanation{};  // the pattern that fired and its words; or what was expected
};

struct Score {
  std::map<std::string, Tally, std::less<>> skills{};
  Tally micro{};        // all decisions together
  double macro_f1 = 0;  // mean over the skills that have labels
  std::vector<Mistake> mistakes{};
};

[[nodiscard]] Score score(const Matcher& matcher, const std::vector<LabelledSentence>& sentences);

}  // namespace rapport
#pragma GCC visibility pop
