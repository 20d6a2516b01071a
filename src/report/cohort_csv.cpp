// The cohort for spreadsheets. The columns that every cohort has come first, so that a formula
// which counts on them survives another profile.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/cited.hpp"
#include "report/cohort/figures.hpp"
#include "report/csv_cell.hpp"
#include "report/display.hpp"

namespace rapport {
namespace {

using Row = std::vector<std::string>;

std::string line_of(const Row& row) {
  Row cells;
  for (const std::string& cell : row) cells.push_back(csv_cell(printable(cell)));
  return fmt::format("{}\r\n", fmt::join(cells, ","));
}

Row heading(const CohortReport& report) {
  Row row = {"applicant", "report",       "documents", "findings", "skills",
             "covered",   "demonstrated", "rose",      "fell"};
  for (const CohortSkill& skill : report.skills) row.push_back(skill.id);
  return row;
}

std::string documents_of(const CohortReport& report, const CohortApplicant& applicant) {
  return report.anonymous ? "" : fmt::format("{}", fmt::join(applicant.documents, "; "));
}

Row row_of(const CohortReport& report, const CohortApplicant& applicant,
           const cohort::ApplicantFigures& figures) {
  const bool fresh = figures.course == cohort::Course::fresh;
  Row row = {applicant.name,
             applicant.report,
             documents_of(report, applicant),
             fmt::format("{}", applicant.findings),
             fmt::format("{}", report.skills.size()),
             fmt::format("{}", figures.covered),
             fmt::format("{}", figures.shown),
             fresh ? "" : fmt::format("{}", figures.rose),
             fresh ? "" : fmt::format("{}", figures.fell)};
  for (std::size_t skill = 0; skill < report.skills.size(); ++skill) {
    row.emplace_back(level_word(cohort::level_at(applicant, skill)));
  }
  return row;
}

}  // namespace

std::string cohort_csv(const CohortReport& report) {
  const cohort::CohortFigures figures = cohort::figures_of(report);
  std::string text = line_of(heading(report));
  for (std::size_t i = 0; i < report.applicants.size(); ++i) {
    text += line_of(row_of(report, report.applicants[i], figures.applicants[i]));
  }
  return text;
}

}  // namespace rapport
