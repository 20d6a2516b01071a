#include <doctest/doctest.h>

#include <sstream>

#include "../draft.hpp"
#include "rapport/writer.hpp"
#include "report/display.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::string report(const Application& application, const ReportOptions& options = {},
                   const Gates& gates = {}) {
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, unmet(gates, application)};
  return writer("terminal")->write({&one, 1}, options);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Application saying(const std::string& sentence) {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::summary, "Summary")
      .unit(sentence)
      .evidence(1, Level::claimed, sentence);
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

}  // namespace

TEST_CASE("the terminal report says what was found, where, and how much") {
  const std::string text = report(sample_application());
  CHECK(has(text, "jordan-example.txt"));
  CHECK(has(text, "3 of 4"));
  CHECK(has(text, "2 of 4"));
  CHECK(has(text, "*Explained billing changes* to 40 walk-in customers a day"));
  CHECK(has(text, "resume, line 4, under “Work experience”"));
  CHECK(has(text, "quantified (and 2 more)"));
}

TEST_CASE("gaps and their phrasings stand after all that was found") {
  const std::string text = report(sample_application());
  CHECK(text.find("Named, not yet shown") > text.find("What the application shows"));
  CHECK(text.find("Missing: if") > text.find("Named, not yet shown"));
  CHECK(has(text, "or      Reassured [upset customers] until [they were at ease]"));
  CHECK(has(text, "Humor is better shown in a cover letter"));
}

TEST_CASE("no line is wider than the terminal, at any width") {
  for (const int width : {40, 60, 80, 100}) {
    std::istringstream lines(
        report(sample_application(), {.width = width, .explain = true, .verbose = true}));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("without colour there is no escape, with colour there is") {
  CHECK_FALSE(has(report(sample_application()), "\033"));
  CHECK(has(report(sample_application(), {.color = true}), "\033[1mExplained\033[0m"));
}

TEST_CASE("a document cannot send escapes or turn the text around") {
  const std::string text =
      report(saying("kind \033]0;owned\a \u202Eevil \xC2\x9B"
                    "2J"));
  CHECK_FALSE(has(text, "\033"));
  CHECK_FALSE(has(text, "\a"));
  CHECK_FALSE(has(text, "\u202E"));
  CHECK_FALSE(has(text, "\xC2\x9B"));
}

TEST_CASE("one document is not named again at every quotation") {
  const std::string text = report(saying("Empathetic"));
  CHECK(has(text, "\n       line 2, under “Summary”\n"));
}

TEST_CASE("verbose shows every sentence of a skill") {
  const std::string text = report(sample_application(), {.verbose = true});
  CHECK(has(text, "*Answered e-mails* from guests"));
  CHECK_FALSE(has(text, "more)"));
}

TEST_CASE("explain shows which evidence gave which level, and the sums") {
  const std::string text = report(sample_application(), {.width = 100, .explain = true});
  CHECK(has(text, "= demonstrated (lexicons/en/communication.toml:12) + a number in the sentence"));
  CHECK(has(text, "- a trait: “"));
  CHECK(has(text, "Self-control = demonstrated, patience counts too"));
  CHECK(has(text, "Communication + Self-control + Empathy = 3 of 4"));
  CHECK(has(text, "Communication + Self-control = 2 of 4"));
}

TEST_CASE("findings of the file and gates that do not hold are told") {
  const std::string text = report(sample_application(), {}, {.min_covered = 4});
  CHECK(has(text, "!  this list has no bullets (resume, line 3): start each line with one"));
  CHECK(has(text, "✗  3 of 4 skills covered, and 4 are required"));
}

TEST_CASE("an application that shows everything is told so, without blanks to fill") {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Experience").unit("All of it");
  for (std::size_t skill = 0; skill < 5; ++skill) draft.evidence(skill, Level::demonstrated, "All");
  const std::string text = report(assess({draft.reading()}, small_profile(), small_lexicon()));
  CHECK(has(text, "Every skill of the profile is demonstrated."));
  CHECK_FALSE(has(text, "[blanks]"));
}

TEST_CASE("hundreds of findings do not drown the report") {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::summary, "Summary").unit("Some words");
  for (int i = 0; i < 300; ++i) draft.finding({.id = "odd", .message = "a thing is odd"});
  const Application application = assess({draft.reading()}, small_profile(), small_lexicon());
  CHECK(has(report(application), "and 292 more; all of them with --verbose"));
  CHECK_FALSE(has(report(application, {.verbose = true}), "292"));
}
