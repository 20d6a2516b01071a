#include "match/posting_examples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "match/scanner.hpp"

namespace rapport {

namespace {

bool overlap(const Hit& a, const Hit& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Whether the first of two patterns matches somewhere where the second, if there is one, does not.
class Probe {
 public:
  static Result<Probe> make(const Rule& rule, const std::string& unless, const Lexicon& lexicon) {
    auto undoing = std::make_unique<Rule>();
    undoing->pattern = unless;
    std::vector<const Rule*> rules = {&rule};
    if (!unless.empty()) rules.push_back(undoing.get());
    auto scanner = Scanner::make(rules, lexicon.classes, Prefer::longest);
    if (!scanner) return fail(std::move(scanner.error()));
    return Probe(std::move(undoing), std::move(*scanner));
  }

  [[nodiscard]] bool holds(std::string_view example, bool whole) const {
    const Folded folded = fold(example);
    if (folded.tokens.empty()) return false;
    const std::vector<Hit> hits = scanner_.scan(folded);
    return std::ranges::any_of(hits, [&](const Hit& hit) {
      if (hit.pattern != 0) return false;
      if (whole &&
          (hit.begin != folded.tokens.front().begin || hit.end != folded.tokens.back().end)) {
        return false;
      }
      return std::ranges::none_of(
          hits, [&](const Hit& other) { return other.pattern == 1 && overlap(hit, other); });
    });
  }

 private:
  Probe(std::unique_ptr<Rule> undoing, Scanner scanner)
      : undoing_(std::move(undoing)), scanner_(std::move(scanner)) {}

  std::unique_ptr<Rule> undoing_;  // the scanner compiles it when it is first needed
  Scanner scanner_;
};

class Runner {
 public:
  explicit Runner(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Result<std::vector<Finding>> run() {
    const PostingRules& rules = lexicon_.posting;
    for (const PostingHeading& heading : rules.headings) check(heading, "", true);
    for (const PostingCue& cue : rules.cues) check(cue, cue.unless, false);
    for (const Rule& rule : rules.introductions) check(rule, "", false);
    for (const Rule& rule : rules.heads) check(rule, "", false);
    if (error_) return fail(std::move(*error_));
    return std::move(findings_);
  }

 private:
  void check(const Rule& rule, const std::string& unless, bool whole) {
    const auto probe = Probe::make(rule, unless, lexicon_);
    if (!probe) {
      if (!error_) error_ = probe.error();
      return;
    }
    for (const std::string& example : rule.yes) {
      if (!probe->holds(example, whole)) report(rule, example, true);
    }
    for (const std::string& example : rule.no) {
      if (probe->holds(example, whole)) report(rule, example, false);
    }
  }

  void report(const Rule& rule, std::string_view example, bool expected) {
    Finding finding{.id = expected ? "example-not-matched" : "example-matched",
                    .severity = Severity::error,
                    .document = rule.where.file};
    finding.place.line = rule.where.line;
    finding.place.column = rule.where.column;
    finding.message = fmt::format("`{}` should {}match \"{}\"", rule.pattern.substr(0, 60),
                                  expected ? "" : "not ", example);
    finding.remedy = "mend the pattern or the example";
    findings_.push_back(std::move(finding));
  }

  const Lexicon& lexicon_;
  std::vector<Finding> findings_{};
  std::optional<Error> error_{};
};

}  // namespace

Result<std::vector<Finding>> test_posting_examples(const Lexicon& lexicon) {
  return Runner(lexicon).run();
}

}  // namespace rapport
