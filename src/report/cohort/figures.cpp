#include "report/cohort/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

#include "report/display.hpp"

namespace rapport::cohort {
namespace {

Course course_of(const CohortApplicant& applicant, const ApplicantFigures& figures) {
  if (applicant.before.empty()) return Course::fresh;
  if (figures.rose == figures.fell) return Course::steady;
  return figures.rose > figures.fell ? Course::improved : Course::fell;
}

void compare(Level before, Level now, ApplicantFigures& applicant, SkillFigures& skill) {
  applicant.rose += now > before ? 1 : 0;
  applicant.fell += now < before ? 1 : 0;
  skill.rose += now > before ? 1 : 0;
  skill.fell += now < before ? 1 : 0;
  skill.shown_before += before >= Level::demonstrated ? 1 : 0;
  skill.shown_after += now >= Level::demonstrated ? 1 : 0;
}

ApplicantFigures applicant_figures(const CohortApplicant& applicant,
                                   std::vector<SkillFigures>& skills) {
  ApplicantFigures figures;
  for (std::size_t skill = 0; skill < skills.size(); ++skill) {
    const Level now = level_at(applicant, skill);
    ++skills[skill].at[static_cast<std::size_t>(now)];
    figures.covered += now >= Level::claimed ? 1 : 0;
    figures.shown += now >= Level::demonstrated ? 1 : 0;
    if (!applicant.before.empty()) {
      compare(level_before(applicant, skill), now, figures, skills[skill]);
    }
  }
  figures.course = course_of(applicant, figures);
  return figures;
}

int typical_of(const std::vector<ApplicantFigures>& applicants) {
  if (applicants.empty()) return 0;
  std::vector<int> shown;
  shown.reserve(applicants.size());
  for (const ApplicantFigures& applicant : applicants) shown.push_back(applicant.shown);
  std::ranges::sort(shown, std::greater{});
  return shown[(shown.size() - 1) / 2];
}

template <class Key>
std::vector<std::size_t> by(const CohortFigures& figures, Key key) {
  std::vector<std::size_t> order(figures.skills.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{},
                           [&](std::size_t skill) { return key(figures.skills[skill]); });
  return order;
}

}  // namespace

Level level_at(const CohortApplicant& applicant, std::size_t skill) {
  return skill < applicant.levels.size() ? applicant.levels[skill] : Level::none;
}

Level level_before(const CohortApplicant& applicant, std::size_t skill) {
  return skill < applicant.before.size() ? applicant.before[skill] : level_at(applicant, skill);
}

CohortFigures figures_of(const CohortReport& report) {
  CohortFigures figures;
  figures.skills.resize(report.skills.size());
  for (const CohortApplicant& applicant : report.applicants) {
    figures.applicants.push_back(applicant_figures(applicant, figures.skills));
    const Course course = figures.applicants.back().course;
    ++figures.courses[static_cast<std::size_t>(course)];
    figures.has_previous = figures.has_previous || course != Course::fresh;
  }
  figures.typical = typical_of(figures.applicants);
  return figures;
}

std::vector<std::size_t> best_shown_first(const CohortFigures& figures) {
  return by(figures, [](const SkillFigures& skill) {
    return std::tuple(skill.shown(), skill.count(Level::quantified), skill.count(Level::claimed));
  });
}

std::vector<std::size_t> widest_gap_first(const CohortFigures& figures) {
  return by(figures, [](const SkillFigures& skill) {
    return std::pair(skill.gap(), skill.count(Level::none));
  });
}

std::string shown_name(std::string_view name) {
  const std::string line = printable(name);
  return line.find_first_not_of(' ') == std::string::npos ? "(no name)" : line;
}

std::string grouped(std::size_t number) {
  std::string text = fmt::format("{}", number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(number), number == 1 ? one : many);
}

}  // namespace rapport::cohort
