#include "report/results.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "../draft.hpp"
#include "report/rules.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::vector<ResultItem> results(const Application& application, const Gates& gates = {}) {
  static const Lexicon lexicon = small_lexicon();
  return results_of(Report{&application, &lexicon, unmet(gates, application), gates});
}

const ResultItem& of(const std::vector<ResultItem>& items, std::string_view rule) {
  const auto found = std::ranges::find(items, rule, &ResultItem::rule);
  REQUIRE(found != items.end());
  return *found;
}

// A resume whose line `fault` is found fault with, after some other lines.
Application with_fault(const std::vector<std::string>& before, const std::string& fault,
                       int times = 1) {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Experience");
  for (const std::string& line : before) draft.unit(line);
  const int first = static_cast<int>(before.size()) + 2;
  for (int i = 0; i < times; ++i) {
    draft.unit(fault);
    draft.finding({.id = "odd", .place = {.line = first + i}, .message = "this is odd"});
  }
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

std::string fingerprint(const Application& application) {
  return of(results(application), "odd").fingerprint;
}

}  // namespace

TEST_CASE("gaps, unmet gates and findings each have a rule, a severity and a place") {
  const Application sample = sample_application();
  const auto items = results(sample, {.required = {{"empathy", Level::demonstrated}}});
  const ResultItem& gate = of(items, "gate-skill/empathy");
  CHECK(&gate == &items.front());
  CHECK(gate.severity == Severity::error);
  const ResultItem& missing = of(items, "skill-missing/humor");
  CHECK(missing.severity == Severity::warning);
  CHECK(missing.where.document == "jordan-example.txt");
  CHECK_FALSE(missing.where.region.has_value());
  CHECK(missing.remedy.find('[') != std::string::npos);
  const ResultItem& claimed = of(items, "skill-claimed/empathy");
  CHECK(claimed.severity == Severity::note);
  CHECK(claimed.where.text == "Empathetic");
  CHECK(claimed.where.region->start_line == 2);
  CHECK(of(items, "no-bullets").where.region->start_line == 3);
}

TEST_CASE("a skill that is shown is no result") {
  const Application sample = sample_application();
  for (const ResultItem& item : results(sample)) {
    CHECK(item.rule.find("communication") == std::string::npos);
    CHECK(item.rule.find("self-control") == std::string::npos);
  }
}

TEST_CASE("a fingerprint survives edits elsewhere, another case and other punctuation") {
  const std::string before = fingerprint(with_fault({}, "Was responsible for the till"));
  CHECK(before.size() == 32);
  CHECK(fingerprint(with_fault({"Sold tickets", "Swept"}, "Was responsible for the till")) ==
        before);
  CHECK(fingerprint(with_fault({}, "was responsible,  for the till.")) == before);
}

TEST_CASE("a fingerprint changes with the words of its sentence") {
  CHECK(fingerprint(with_fault({}, "Was responsible for the till")) !=
        fingerprint(with_fault({}, "Was responsible for the tills")));
}

TEST_CASE("the same words found fault with twice are told apart") {
  const auto items = results(with_fault({}, "Was responsible for the till", 2));
  std::set<std::string> prints;
  for (const ResultItem& item : items) CHECK(prints.insert(item.fingerprint).second);
}

TEST_CASE("a finding without a place, an application without documents: both are told") {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::summary, "").unit("Kind");
  draft.finding({.id = "comments", .message = "there are comments"});
  const auto items = results(assess({draft.reading()}, small_profile(), small_lexicon()));
  CHECK(of(items, "comments").where.document == "cv.txt");
  const Application nothing = assess({}, small_profile(), small_lexicon());
  CHECK(results(nothing).size() == 4);
}

TEST_CASE("a place that the text does not have does no harm") {
  Draft draft("cv.pdf", DocumentKind::resume, "pdf");
  draft.section(SectionKind::summary, "").unit("Kind");
  draft.finding({.id = "far", .place = {.page = 900, .line = 7}, .message = "far"});
  draft.finding({.id = "quoted",
                 .message = "m",
                 .quotes = {{.document = "cv.pdf", .begin = 3, .end = 9999}}});
  const auto items = results(assess({draft.reading()}, small_profile(), small_lexicon()));
  CHECK_FALSE(of(items, "far").where.region.has_value());
  CHECK(of(items, "quoted").where.text == "d\n");
}

TEST_CASE("prose is made of whole sentences") {
  const Application sample = sample_application();
  CHECK(prose(of(results(sample), "no-bullets")) ==
        "This list has no bullets. Start each line with one.");
}

TEST_CASE("every result has a rule with a title and help, and each rule stands once") {
  const Application sample = sample_application();
  const Lexicon lexicon = small_lexicon();
  const Report one{&sample, &lexicon, unmet({.min_covered = 4}, sample), {}};
  const auto items = results_of(one);
  const auto rules = rules_of({&one, 1}, items);
  std::set<std::string> ids;
  for (const RuleText& rule : rules) {
    CHECK(ids.insert(rule.id).second);
    CHECK_FALSE(rule.title.empty());
    CHECK_FALSE(rule.help.empty());
  }
  for (const ResultItem& item : items) CHECK(ids.contains(item.rule));
  CHECK(ids.contains("skill-missing/communication"));  // also of what is no gap today
}
