#include "report/finding_groups.hpp"

#include <doctest/doctest.h>

#include "../draft.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

Finding fault(const std::string& id, const std::string& words, int line,
              const std::string& remedy = "open with a verb") {
  Finding finding{.id = id, .document = "jordan-example.txt"};
  finding.place.line = line;
  finding.message = words + " is a fault";
  finding.remedy = remedy;
  finding.title = "A title for " + id;
  finding.quotes = {
      {.document = finding.document, .place = finding.place, .begin = 0, .end = 1, .text = words}};
  return finding;
}

std::string report(std::vector<Finding> findings, bool verbose = false,
                   const char* format = "terminal") {
  Application application = sample_application();
  application.findings = std::move(findings);
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, {}};
  return writer(format)->write({&one, 1}, {.verbose = verbose});
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("findings of one id stand under one title, warnings first") {
  Finding note = fault("note-first", "a", 1);
  note.severity = Severity::note;
  const std::vector<Finding> all = {note, fault("duty", "b", 2), fault("duty", "c", 3)};
  const auto groups = grouped(all);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].id == "duty");
  CHECK(groups[0].findings.size() == 2);
  CHECK(groups[0].remedy == "open with a verb");
  CHECK(standing_alone(all).empty());
}

TEST_CASE("a group has no common remedy where each finding has its own") {
  const std::vector<Finding> all = {fault("duty", "b", 2, "x"), fault("duty", "c", 3, "y")};
  CHECK(grouped(all).front().remedy.empty());
}

TEST_CASE("the terminal lists three of a kind, tells of the rest, and gives the remedy once") {
  std::vector<Finding> all;
  for (int line = 1; line <= 5; ++line)
    all.push_back(fault("duty", "Word" + std::to_string(line), line));
  const std::string text = report(all);
  CHECK(has(text, "A title for duty (5)"));
  CHECK(has(text, "“Word3” (resume, line 3)"));
  CHECK_FALSE(has(text, "Word4"));
  CHECK(has(text, "and 2 more; all of them with --verbose"));
  CHECK(text.find("open with a verb") == text.rfind("open with a verb"));
  CHECK(has(report(all, true), "“Word5” (resume, line 5)"));
}

TEST_CASE("the markdown report tells how many it leaves out") {
  std::vector<Finding> all;
  for (int line = 1; line <= 7; ++line)
    all.push_back(fault("duty", "Word" + std::to_string(line), line));
  const std::string text = report(all, false, "markdown");
  CHECK(has(text, "Word5"));
  CHECK_FALSE(has(text, "Word6"));
  CHECK(has(text, "and 2 more"));
}

TEST_CASE("the same words in several places stand there once, words of one place together") {
  Finding twice = fault("same", "Assisted guests", 4);
  twice.quotes.push_back(twice.quotes.front());
  twice.quotes.back().text = "assisted guests";
  twice.quotes.back().place.line = 6;
  CHECK(has(report({twice}), "“Assisted guests” (resume, line 4; line 6)"));
  Finding two = fault("cliche", "hard-working", 4);
  two.quotes.push_back(two.quotes.front());
  two.quotes.back().text = "driven";
  CHECK(has(report({two}), "“hard-working”, “driven” (resume, line 4)"));
}
