#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "../made_up_cohort.hpp"
#include "report/cohort_report.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

CohortReport two() {
  CohortReport report;
  report.skills = {{.id = "listening", .title = "Listening", .about = {}, .phrasings = {}},
                   {.id = "humor", .title = "Humor", .about = {}, .phrasings = {}}};
  report.applicants.resize(2);
  CohortApplicant& ann = report.applicants[0];
  ann.name = "Ann";
  ann.report = "ann.html";
  ann.levels = {Level::quantified, Level::claimed};
  ann.before = {Level::claimed, Level::claimed};
  ann.findings = 4;
  ann.documents = {"ann/resume.pdf", "ann/letter.docx"};
  report.applicants[1].name = "Bob, \"the\" builder";
  report.applicants[1].levels = {Level::demonstrated};
  return report;
}

}  // namespace

TEST_CASE("The cohort's table has an applicant a row") {
  CHECK(cohort_csv(two()) ==
        "applicant,report,documents,findings,skills,covered,demonstrated,rose,fell,listening,"
        "humor\r\n"
        "Ann,ann.html,ann/resume.pdf; ann/letter.docx,4,2,2,1,1,0,quantified,claimed\r\n"
        "\"Bob, \"\"the\"\" builder\",,,0,2,1,1,,,demonstrated,missing\r\n");
}

TEST_CASE("An empty cohort's table is its heading") {
  CHECK(cohort_csv({}) ==
        "applicant,report,documents,findings,skills,covered,demonstrated,rose,fell\r\n");
}

TEST_CASE("No cell of the cohort's table starts a formula") {
  const std::string csv = cohort_csv(hostile_cohort());
  std::istringstream lines(csv);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CAPTURE(line);
    CHECK(line.find_first_of("=+-@\t") != 0);
    for (const char* opening : {",=", ",+", ",-", ",@", ",\"=", ",\"+", ",\"-", ",\"@"}) {
      CHECK(line.find(opening) == std::string::npos);
    }
  }
  CHECK(count == 13);  // whatever the names hold, an applicant is one line
}
