#include "report/cohort_data.hpp"

#include <nlohmann/json.hpp>

#include "report/artifact_path.hpp"
#include "report/display.hpp"
#include "report/json_values.hpp"

namespace rapport {
namespace {

using LevelAt = Level (*)(const CohortApplicant&, std::size_t);

std::string digits(const CohortReport& report, const CohortApplicant& applicant, LevelAt at) {
  std::string text;
  for (std::size_t skill = 0; skill < report.skills.size(); ++skill) {
    text += static_cast<char>('0' + static_cast<int>(at(applicant, skill)));
  }
  return text;
}

Json row_of(const CohortReport& report, const CohortApplicant& applicant) {
  Json files = Json::array();
  if (!report.anonymous) {
    for (const std::string& name : applicant.documents) files.push_back(printable(name));
  }
  return {cohort::shown_name(applicant.name),
          uri_of(applicant.report),
          digits(report, applicant, cohort::level_at),
          applicant.before.empty() ? "" : digits(report, applicant, cohort::level_before),
          applicant.findings,
          std::move(files)};
}

// On one line, and no end of the element that it stands in.
std::string without_markup(const Json& json) {
  std::string safe;
  for (const char c : dump(json, -1)) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string cohort_data(const CohortReport& report, const cohort::CohortFigures& figures) {
  Json skills = Json::array();
  for (const CohortSkill& skill : report.skills) skills.push_back(printable(skill.title));
  std::string text = without_markup({{"skills", std::move(skills)},
                                     {"compared", figures.has_previous},
                                     {"files", !report.anonymous}});
  // Written row by row: as a tree, the rows of a large cohort would take many times their text.
  text.back() = ',';
  text += "\"rows\":[";
  for (const CohortApplicant& applicant : report.applicants) {
    if (text.back() != '[') text += ',';
    text += without_markup(row_of(report, applicant));
  }
  text += "]}";
  return text;
}

}  // namespace rapport
