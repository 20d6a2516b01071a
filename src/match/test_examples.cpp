// Runs the examples that every rule carries.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "match/pattern_table.hpp"
#include "match/posting_examples.hpp"
#include "match/scanner.hpp"
#include "rapport/lexicon_tools.hpp"
#include "rapport/proofreader.hpp"

namespace rapport {

namespace {

// An example of a context rule: "lack of [communication]" is the text without the brackets, and
// the place of the evidence that they mark.
struct Marked {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool marked = false;
};

Marked unmark(std::string_view example) {
  Marked result;
  for (const char c : example) {
    if (c == '[') {
      result.begin = result.text.size();
    } else if (c == ']') {
      result.end = result.text.size();
      result.marked = true;
    } else {
      result.text += c;
    }
  }
  return result;
}

FoldedRange folded_range(const Folded& folded, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t offset) {
    return static_cast<std::uint32_t>(
        std::ranges::lower_bound(folded.origin, static_cast<std::uint32_t>(offset)) -
        folded.origin.begin());
  };
  return {at(begin), at(end)};
}

Finding broken(const Rule& rule, std::string_view example, bool expected, std::string_view why) {
  Finding finding{.id = expected ? "example-not-matched" : "example-matched",
                  .severity = Severity::error,
                  .document = rule.where.file};
  finding.place.line = rule.where.line;
  finding.place.column = rule.where.column;
  finding.message = fmt::format("`{}` should {}match \"{}\"{}{}", rule.pattern,
                                expected ? "" : "not ", example, why.empty() ? "" : ": ", why);
  finding.remedy = "mend the pattern or the example";
  return finding;
}

// A phrase that counts is found by its fault; one that does not is there, so that the fault is not.
class PhraseRunner {
 public:
  PhraseRunner(const Lexicon& lexicon, const Proofreader& proofreader)
      : lexicon_(lexicon), proofreader_(proofreader) {}

  void run(std::vector<Finding>& findings) const {
    for (std::size_t fault = 0; fault < lexicon_.faults.size(); ++fault) {
      const auto& phrases = lexicon_.faults[fault].phrases;
      for (std::size_t phrase = 0; phrase < phrases.size(); ++phrase) {
        for (const std::string& example : phrases[phrase].yes)
          check(fault, phrase, example, true, findings);
        for (const std::string& example : phrases[phrase].no)
          check(fault, phrase, example, false, findings);
      }
    }
  }

 private:
  void check(std::size_t fault, std::size_t phrase, const std::string& example, bool expected,
             std::vector<Finding>& findings) const {
    if (proofreader_.finds(fault, phrase, example) == expected) return;
    findings.push_back(broken(lexicon_.faults[fault].phrases[phrase], example, expected, ""));
  }

  const Lexicon& lexicon_;
  const Proofreader& proofreader_;
};

class ExampleRunner {
 public:
  ExampleRunner(const Lexicon& lexicon, const PatternTable& table, const Scanner& scanner)
      : lexicon_(lexicon),
        table_(table),
        scanner_(scanner),
        judge_(lexicon, lexicon.classes, table.uses) {}

  std::vector<Finding> run() {
    for (std::uint32_t pattern = 0; pattern < table_.rules.size(); ++pattern) {
      const Rule& rule = *table_.rules[pattern];
      for (const std::string& example : rule.yes) check(pattern, example, true);
      for (const std::string& example : rule.no) check(pattern, example, false);
    }
    return std::move(findings_);
  }

 private:
  void check(std::uint32_t pattern, const std::string& example, bool expected) {
    const PatternUse& use = table_.uses[pattern];
    const Marked marked = unmark(use.role == PatternUse::Role::context ? example : "");
    const std::string& text = marked.marked ? marked.text : example;
    const Folded folded = fold(text);
    const JudgedUnit unit{.source = text, .folded = &folded};
    const std::vector<Hit> hits = scanner_.scan(folded);
    bool holds = std::ranges::any_of(hits, [&](const Hit& hit) { return hit.pattern == pattern; });
    std::string why = holds ? "" : "the pattern does not match it";
    if (use.role == PatternUse::Role::evidence && holds) holds = accepted(unit, hits, use, why);
    if (use.role == PatternUse::Role::part && holds) holds = !undone(hits, use);
    if (marked.marked)
      holds = struck(unit, hits, use, folded_range(folded, marked.begin, marked.end));
    if (holds != expected) report(*table_.rules[pattern], example, expected, why);
  }

  bool accepted(const JudgedUnit& unit, const std::vector<Hit>& hits, const PatternUse& use,
                std::string& why) const {
    for (const Ruling& ruling : judge_.rule(unit, hits)) {
      if (ruling.skill != use.skill || ruling.index != use.index) continue;
      if (ruling.level != Level::none) return true;
      why = fmt::format("stopped: {} ({})", ruling.reasons.front().why, ruling.reasons.front().id);
    }
    return false;
  }

  // Whether any cue of the rule strikes the marked words; cues that are undone are left out by
  // asking for a ruling on a hit of the rule that survived.
  bool struck(const JudgedUnit& unit, const std::vector<Hit>& hits, const PatternUse& use,
              FoldedRange span) const {
    const ContextRule& rule = lexicon_.contexts[use.index];
    return std::ranges::any_of(hits, [&](const Hit& cue) {
      if (!is(cue, PatternUse::Role::context, use.index)) return false;
      const FoldedRange cue_span{cue.begin, cue.end};
      const bool undone = std::ranges::any_of(hits, [&](const Hit& other) {
        return is(other, PatternUse::Role::unless, use.index) &&
               FoldedRange{other.begin, other.end}.overlaps(cue_span);
      });
      return !undone && judge_.strikes(rule, cue_span, span, unit);
    });
  }

  // Whether a rule says that the words do not tell the part after all.
  bool undone(const std::vector<Hit>& hits, const PatternUse& use) const {
    const PartRule& rule = lexicon_.parts[use.index];
    const auto overlapping = [&](const Hit& cue, const Hit& other) {
      return FoldedRange{cue.begin, cue.end}.overlaps({other.begin, other.end});
    };
    return rule.counts && std::ranges::all_of(hits, [&](const Hit& cue) {
             if (!is(cue, PatternUse::Role::part, use.index)) return true;
             return std::ranges::any_of(hits, [&](const Hit& other) {
               const PatternUse& other_use = table_.uses[other.pattern];
               if (other_use.role != PatternUse::Role::part) return false;
               const PartRule& stop = lexicon_.parts[other_use.index];
               return !stop.counts && stop.part == rule.part && overlapping(cue, other);
             });
           });
  }

  bool is(const Hit& hit, PatternUse::Role role, std::uint32_t index) const {
    const PatternUse& use = table_.uses[hit.pattern];
    return use.role == role && use.index == index;
  }

  void report(const Rule& rule, std::string_view example, bool expected, std::string_view why) {
    findings_.push_back(broken(rule, example, expected, why));
  }

  const Lexicon& lexicon_;
  const PatternTable& table_;
  const Scanner& scanner_;
  Judge judge_;
  std::vector<Finding> findings_;
};

}  // namespace

Result<std::vector<Finding>> test_examples(const Lexicon& lexicon) {
  const PatternTable table(lexicon);
  const auto scanner = Scanner::make(table.rules, lexicon.classes);
  if (!scanner) return fail(scanner.error());
  std::vector<Finding> findings = ExampleRunner(lexicon, table, *scanner).run();
  const auto proofreader = Proofreader::make(lexicon);
  if (!proofreader) return fail(proofreader.error());
  PhraseRunner(lexicon, *proofreader).run(findings);
  auto postings = test_posting_examples(lexicon);
  if (!postings) return fail(std::move(postings.error()));
  std::ranges::move(*postings, std::back_inserter(findings));
  return findings;
}

}  // namespace rapport
