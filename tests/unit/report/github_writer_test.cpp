#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "../draft.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::vector<std::string> lines_of(const std::vector<Finding>& findings,
                                  const std::string& name = "cv.txt") {
  Draft draft(name, DocumentKind::resume);
  draft.section(SectionKind::summary, "Summary").unit("Kind");
  for (const Finding& finding : findings) draft.finding(finding);
  const Application application = assess({draft.reading()}, {}, small_lexicon());
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, {}, {}};
  std::istringstream text(writer("github")->write({&one, 1}, {}));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::ptrdiff_t starting(const std::vector<std::string>& lines, std::string_view start) {
  return std::ranges::count_if(lines,
                               [&](const std::string& line) { return line.starts_with(start); });
}

std::vector<Finding> many(std::size_t count, Severity severity) {
  return {count, Finding{.id = "odd", .severity = severity, .message = "this is odd"}};
}

}  // namespace

TEST_CASE("an annotation has file, line, column, title and message") {
  const auto lines = lines_of({{.id = "odd",
                                .place = {.line = 2, .column = 1},
                                .message = "this is odd",
                                .remedy = "make it even"}});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("::warning file=cv.txt,line=2"));
  CHECK(lines[0].ends_with(",title=odd::This is odd. Make it even."));
}

TEST_CASE("neither a file's name nor a text can add a property or a command") {
  const auto lines =
      lines_of({{.id = "a:b,c%", .message = "50%\r\n::error::fake"}}, "a,line=9:%\n::x.txt");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("::warning file=a%2Cline=9%3A%25 %3A%3Ax.txt,title=a%3Ab%2Cc%25::"));
  CHECK(lines[0].find("50%25") != std::string::npos);
}

TEST_CASE("what GitHub shows is all that it gets: ten of each level, the rest in a notice") {
  std::vector<Finding> findings = many(12, Severity::error);
  for (const Severity severity : {Severity::warning, Severity::note}) {
    const auto more = many(11, severity);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  const auto lines = lines_of(findings);
  CHECK(starting(lines, "::error ") == 10);
  CHECK(starting(lines, "::warning ") == 10);
  CHECK(starting(lines, "::notice ") == 10);
  CHECK(lines.back().find("5 more not shown here (2 errors, 1 warning, 2 notices)") !=
        std::string::npos);
}

TEST_CASE("ten of each level fit without a word about the rest") {
  CHECK(lines_of(many(10, Severity::note)).size() == 10);
  CHECK(starting(lines_of(many(10, Severity::note)), "::notice title=Rapport") == 0);
}
