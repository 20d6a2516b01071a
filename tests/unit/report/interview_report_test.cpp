#include "report/interview_report.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <random>
#include <sstream>

#include "../draft.hpp"
#include "report/display.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::string write(std::string_view format, const Application& application, int width = 80) {
  const Lexicon lexicon = small_lexicon();
  const Interview interview = prepare_interview(application, lexicon);
  const InterviewFormat* chosen = interview_format(format);
  REQUIRE(chosen);
  return chosen->write({.application = &application, .interview = &interview, .lexicon = &lexicon},
                       {.width = width});
}

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

Application hostile_application() {
  const std::string evil = "<script>alert(1)</script> & \"quotes\" \033[31m \u202E [x](http://y)";
  Draft draft(evil, DocumentKind::resume);
  draft.section(SectionKind::experience, evil)
      .unit("Explained " + evil)
      .evidence(0, Level::demonstrated, "Explained")
      .unit("Empathy " + evil)
      .evidence(1, Level::claimed, "Empathy");
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

}  // namespace

TEST_CASE("every format tells the stories, and which skills have none") {
  const Application application = sample_application();
  for (const InterviewFormat& format : interview_formats()) {
    CAPTURE(format.name);
    const std::string text = write(format.name, application);
    CHECK(has(text, "Explained billing changes to 40 walk-in customers a day"));
    CHECK(has(text, "Empathetic front-desk agent"));
    CHECK(has(text, "Tell me about a time when communication helped you?"));
    CHECK(has(text, "Humor"));
  }
}

TEST_CASE("the terminal sheet keeps to its width") {
  for (const int width : {40, 60, 80}) {
    std::istringstream lines(write("terminal", sample_application(), width));
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= width);
  }
}

TEST_CASE("a document's markup is text in the sheet, and its controls do nothing") {
  const Application application = hostile_application();
  CHECK_FALSE(has(write("html", application), "<script"));
  CHECK_FALSE(has(write("markdown", application), "<script"));
  CHECK_FALSE(has(write("markdown", application), "[x](http"));
  for (const InterviewFormat& format : interview_formats()) {
    CAPTURE(format.name);
    const std::string text = write(format.name, application);
    CHECK_FALSE(has(text, "\033"));
    CHECK_FALSE(has(text, "\u202E"));
  }
}

TEST_CASE("the HTML sheet is one file that asks nothing of the network") {
  const std::string html = write("html", sample_application());
  CHECK(html.starts_with("<!DOCTYPE html>"));
  CHECK(has(html, "default-src 'none'"));
  CHECK_FALSE(has(html, "http://"));
  CHECK_FALSE(has(html, "https://"));
}

TEST_CASE("an unknown format is none") {
  CHECK(interview_format("pdf") == nullptr);
}

TEST_CASE("the JSON sheet is written for the schema's test") {
  std::ofstream(RAPPORT_BINARY_DIR "/interview-sample.json") << write("json", sample_application());
  std::ofstream(RAPPORT_BINARY_DIR "/interview-hostile.json")
      << write("json", hostile_application());
  CHECK(std::ifstream(RAPPORT_BINARY_DIR "/interview-sample.json").good());
}
