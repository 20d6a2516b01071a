#include "report/baseline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon = small_lexicon();
  return lexicon;
}

// A resume that claims or leaves out empathy, with one finding for each of `faults`.
Application application(bool claims, const std::vector<std::string>& faults = {}) {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Experience");
  draft.unit("Worked at the desk");
  if (claims) draft.unit("Empathetic").evidence(1, Level::claimed, "Empathetic");
  int line = claims ? 4 : 3;
  for (const std::string& fault : faults) {
    draft.unit(fault);
    draft.finding({.id = "odd", .place = {.line = line++}, .message = "this is odd"});
  }
  return assess({draft.reading()}, small_profile(), lexicon());
}

Report report_on(const Application& application, const Gates& gates = {}) {
  return {.application = &application,
          .lexicon = &lexicon(),
          .unmet_gates = unmet(gates, application),
          .gates = gates};
}

Baseline baseline_of(const Application& application, const Gates& gates = {}) {
  Baseline baseline("baseline.json");
  baseline.update(report_on(application, gates));
  return baseline;
}

Report compared(const Baseline& baseline, const Application& application, const Gates& gates = {}) {
  Report report = report_on(application, gates);
  baseline.compare(report);
  return report;
}

std::string new_in(const Report& report) {
  std::string rules;
  for (const ResultItem& item : open_results_of({&report, 1})) {
    if (!item.rule.starts_with("gate-baseline")) rules += (rules.empty() ? "" : " ") + item.rule;
  }
  return rules;
}

}  // namespace

TEST_CASE("what a baseline was made of is known, and no gate fails") {
  const Application draft = application(false, {"a", "b"});
  const Gates gates{.required = {{"empathy", Level::claimed}}, .max_findings = 0};
  const Report report = compared(baseline_of(draft, gates), draft, gates);
  CHECK(report.unmet_gates.empty());
  CHECK(report.accepted->gates.size() == 2);
  CHECK(report.accepted->stale.empty());
  CHECK(new_in(report).empty());
  CHECK(open_findings(report).empty());
}

TEST_CASE("a finding that comes later fails, and only that one is shown") {
  const Baseline baseline = baseline_of(application(false, {"an old fault"}));
  const Application later = application(false, {"a new fault", "an old fault"});
  const Report report = compared(baseline, later);
  REQUIRE(report.unmet_gates.size() == 1);
  CHECK(report.unmet_gates[0].id == "gate-baseline");
  CHECK(report.unmet_gates[0].message == "1 result is not in the baseline: odd");
  REQUIRE(open_findings(report).size() == 1);
  CHECK(open_findings(report)[0].place.line == 3);
}

TEST_CASE("one entry accepts one result, however alike they are") {
  const Baseline baseline = baseline_of(application(false, {"same", "same"}));
  CHECK(new_in(compared(baseline, application(false, {"same", "same", "same"}))) == "odd");
}

TEST_CASE("a skill that gets worse is new, one that gets better is not") {
  const Application without = application(false);
  const Application with = application(true);
  CHECK(new_in(compared(baseline_of(with), without)) == "skill-missing/empathy");
  const Report better = compared(baseline_of(without), with);
  CHECK(new_in(better).empty());
  REQUIRE(better.accepted->stale.size() == 1);
  CHECK(better.accepted->stale[0].id == "skill-missing/empathy");
}

TEST_CASE("pruning takes today's smaller gap for the one that shrank, and adds nothing") {
  const Application with = application(true);
  Baseline baseline = baseline_of(application(false, {"gone"}));
  baseline.prune(report_on(with));
  CHECK(compared(baseline, with).accepted->stale.empty());
  CHECK(new_in(compared(baseline, application(false))) == "skill-missing/empathy");
  const Application worse = application(true, {"new"});
  baseline.prune(report_on(worse));
  CHECK(new_in(compared(baseline, worse)) == "odd");
}

TEST_CASE("findings that a baseline accepts don't count for the gate on their number") {
  const Baseline baseline = baseline_of(application(false, {"a", "b"}));
  const Application draft = application(false, {"a", "b"});
  CHECK(compared(baseline, draft, {.max_findings = 1}).unmet_gates.empty());
}

TEST_CASE("a gate that was not known to fail still fails") {
  const Application draft = application(false);
  const Gates gates{.required = {{"empathy", Level::claimed}}};
  const Report report = compared(baseline_of(draft), draft, gates);
  REQUIRE(report.unmet_gates.size() == 1);
  CHECK(report.unmet_gates[0].id == "gate-skill");
}

TEST_CASE("a baseline reads back as it was written, and is written the same again") {
  const Application draft = application(true, {"say \"no\" \\ \u202e", "b"});
  const Baseline baseline = baseline_of(draft);
  const auto again = Baseline::parse("baseline.json", baseline.json());
  REQUIRE(again.has_value());
  CHECK(again->json() == baseline.json());
  CHECK(new_in(compared(*again, draft)).empty());
}

TEST_CASE("a file that is no baseline, or one of another version, is refused") {
  for (const char* text : {"", "[]", "{}", "{\"schema\": 1}", "Kim Sample", "{\"schema\": \"x\"}"})
    CHECK_FALSE(Baseline::parse("x.json", text).has_value());
  const auto other = Baseline::parse("x.json", "{\"schema\": \"rapport.baseline/9\"}");
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().message.find("another version") != std::string::npos);
}

TEST_CASE("parts of a baseline that make no sense accept nothing") {
  const auto odd = Baseline::parse(
      "x.json", R"({"schema": "rapport.baseline/1", "applications": [1, {"documents": [2, "cv.txt"],
                   "entries": [3, {"rule": 4}]}, {"entries": {}}]})");
  REQUIRE(odd.has_value());
  CHECK_FALSE(new_in(compared(*odd, application(false))).empty());
}

TEST_CASE("a file that is nested without end is no baseline") {
  // It used to be copied, which goes as deep into the stack as the file is nested.
  const std::string deep = std::string(300'000, '[') + std::string(300'000, ']');
  CHECK_FALSE(Baseline::parse("x.json", R"({"schema": "rapport.baseline/1", "applications": [)" +
                                            deep + R"(, {"documents": )" + deep + "}]}")
                  .has_value());
}
