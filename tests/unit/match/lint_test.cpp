#include <algorithm>

#include "rapport/lexicon_tools.hpp"
#include "test_lexicon.hpp"

using namespace rapport;
using rapport::test::tact;

namespace {

bool tells(const Lexicon& lexicon, std::string_view id) {
  const auto findings = lint(lexicon);
  REQUIRE(findings);
  return std::ranges::any_of(*findings, [&](const Finding& finding) { return finding.id == id; });
}

Lexicon with(const char* pattern, Level level = Level::claimed) {
  Lexicon lexicon = tact();
  EvidenceRule rule;
  rule.pattern = pattern;
  rule.level = level;
  lexicon.skills.front().evidence.push_back(rule);
  return lexicon;
}

}  // namespace

TEST_CASE("a pattern that another of its skill covers is told") {
  CHECK(tells(with("calmed upset guests"), "covered"));
  CHECK_FALSE(tells(with("calmed upset visitors"), "covered"));
}

TEST_CASE("a weaker pattern is covered by a stronger one, not the other way round") {
  const auto findings = lint(with("(tactful)", Level::demonstrated));
  REQUIRE(findings);
  CHECK(std::ranges::count(*findings, "covered", &Finding::id) == 1);
}

TEST_CASE("a pattern with a gap is not covered by one without, though both can do without words") {
  Lexicon lexicon = with("kept <gap:4> calm");
  EvidenceRule narrow;
  narrow.pattern = "kept calm";
  lexicon.skills.front().evidence.push_back(narrow);
  const auto findings = lint(lexicon);
  REQUIRE(findings);
  CHECK(std::ranges::count(*findings, "covered", &Finding::id) == 1);
}

TEST_CASE("a pattern written twice is told") {
  CHECK(tells(with("tactful"), "repeated"));
}

TEST_CASE("patterns without examples and skills without suggestions are told") {
  CHECK(tells(tact(), "no-example"));
  CHECK(tells(tact(), "few-suggestions"));
}

TEST_CASE("a word class that nothing uses is told, one used by a class is not") {
  Lexicon lexicon = with("calmed <who>");
  lexicon.classes = {{"who", {"<guest>"}}, {"guest", {"guest"}}, {"idle", {"word"}}};
  const auto findings = lint(lexicon);
  REQUIRE(findings);
  CHECK(std::ranges::count(*findings, "unused-class", &Finding::id) == 1);
}

TEST_CASE("gaps that swallow half a sentence are told") {
  CHECK(tells(with("calm <gap:9> voice <gap:9> guest"), "wide"));
}

TEST_CASE("gaps of alternatives are not added up, since only one of them is gone through") {
  CHECK_FALSE(tells(with("calm (<gap:9> voice|<gap:9> manner) guest"), "wide"));
  CHECK(tells(with("calm (<gap:9> voice|manner) <gap:9> guest"), "wide"));
}

TEST_CASE("a regex is a fault only where a pattern could say the same") {
  const auto severity_of = [](const char* regex) {
    Lexicon lexicon = with(regex);
    lexicon.skills.front().evidence.back().is_regex = true;
    const auto findings = lint(lexicon);
    REQUIRE(findings);
    const auto found = std::ranges::find(*findings, "unlisted-first-word", &Finding::id);
    REQUIRE(found != findings->end());
    return found->severity;
  };
  CHECK(severity_of("calm(ed)? guests") == Severity::warning);
  CHECK(severity_of("calm ?, guests?") == Severity::note);
}

TEST_CASE("a suggestion with a figure of its own is told") {
  Lexicon lexicon = tact();
  lexicon.skills.front().suggestions = {{.text = "Calmed 30 [guests] a week"}};
  CHECK(tells(lexicon, "invented-figure"));
}
