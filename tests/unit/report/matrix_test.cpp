#include "report/matrix.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "../draft.hpp"
#include "rapport/writer.hpp"
#include "report/display.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::string report(const Application& application, const ReportOptions& options = {}) {
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, {}};
  return writer("terminal")->write({&one, 1}, options);
}

// Evidence of communication in so many sections, each with a heading of its own.
Application in_sections(int count) {
  Draft draft("cv.txt", DocumentKind::resume);
  for (int i = 0; i < count; ++i) {
    draft.section(SectionKind::other, "Heading number " + std::to_string(i))
        .unit("Explained bills")
        .evidence(0, i == 0 ? Level::claimed : Level::demonstrated, "Explained");
  }
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

}  // namespace

TEST_CASE("the matrix has a column for each section with evidence, and the strongest level in it") {
  const Matrix matrix = matrix_of(in_sections(3));
  REQUIRE(matrix.columns.size() == 3);
  CHECK(matrix.columns[0].title == "Heading number 0");
  CHECK(matrix.columns[0].document.empty());
  CHECK(matrix.levels[0] ==
        std::vector<Level>{Level::claimed, Level::demonstrated, Level::demonstrated});
  CHECK(matrix.levels[3] == std::vector<Level>(3, Level::none));
}

TEST_CASE("sections of one name share a column") {
  Draft draft("cv.txt", DocumentKind::resume);
  for (const Level level : {Level::claimed, Level::quantified}) {
    draft.section(SectionKind::experience, "Work").unit("Explained 9 bills");
    draft.evidence(0, level, "Explained");
  }
  const Matrix matrix = matrix_of(assess({draft.reading()}, small_profile(), small_lexicon()));
  REQUIRE(matrix.columns.size() == 1);
  CHECK(matrix.levels[0].front() == Level::quantified);
}

TEST_CASE("the matrix is shown of two documents, and of one to those who ask") {
  CHECK(report(sample_application()).find("Where each skill stands") != std::string::npos);
  const Application alone = in_sections(2);
  CHECK(report(alone).find("Where each skill stands") == std::string::npos);
  CHECK(report(alone, {.matrix = true}).find("Where each skill stands") != std::string::npos);
  CHECK(report(alone, {.verbose = true}).find("Where each skill stands") != std::string::npos);
}

TEST_CASE("the matrix fits the terminal, however many sections there are") {
  for (const int sections : {1, 3, 8, 30}) {
    for (const int width : {40, 80}) {
      std::istringstream lines(report(in_sections(sections), {.width = width, .matrix = true}));
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
      }
    }
  }
}

TEST_CASE("letters stand for headings that are too wide, with a legend") {
  const std::string text = report(in_sections(8), {.matrix = true});
  CHECK(text.find("A    B    C") != std::string::npos);
  CHECK(text.find("A Heading number 0") != std::string::npos);
}
