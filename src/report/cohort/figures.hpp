// The arithmetic of a cohort: counts, and nothing that pretends to be more exact.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/cohort_report.hpp"

namespace rapport::cohort {

inline constexpr std::array levels_downwards = {Level::quantified, Level::demonstrated,
                                                Level::claimed, Level::none};

// Of one skill, in applicants.
struct SkillFigures {
  std::array<int, 4> at{};  // by Level
  // Of those who were in the previous run as well:
  int rose = 0;
  int fell = 0;
  int shown_before = 0;
  int shown_after = 0;

  [[nodiscard]] int count(Level level) const { return at[static_cast<std::size_t>(level)]; }
  [[nodiscard]] int shown() const { return count(Level::quantified) + count(Level::demonstrated); }
  [[nodiscard]] int gap() const { return count(Level::none) + count(Level::claimed); }
};

enum class Course {
  fresh,  // not in the previous run
  steady,
  improved,  // more skills rose than fell
  fell,      // more fell than rose
};

// Of one applicant, in skills.
struct ApplicantFigures {
  int covered = 0;
  int shown = 0;  // demonstrated or quantified
  int rose = 0;
  int fell = 0;
  Course course = Course::fresh;
};

struct CohortFigures {
  std::vector<SkillFigures> skills{};          // as CohortReport::skills
  std::vector<ApplicantFigures> applicants{};  // as CohortReport::applicants
  std::array<int, 4> courses{};                // applicants by Course
  int typical = 0;            // half of the applicants, or more, show so many skills
  bool has_previous = false;  // whether anybody was in the previous run

  [[nodiscard]] int count(Course course) const { return courses[static_cast<std::size_t>(course)]; }
};

// Levels that are not given are missing.
[[nodiscard]] Level level_at(const CohortApplicant& applicant, std::size_t skill);
// At the previous run; where it did not ask for the skill, as now.
[[nodiscard]] Level level_before(const CohortApplicant& applicant, std::size_t skill);

[[nodiscard]] CohortFigures figures_of(const CohortReport& report);

// Indices into CohortReport::skills.
[[nodiscard]] std::vector<std::size_t> best_shown_first(const CohortFigures& figures);
[[nodiscard]] std::vector<std::size_t> widest_gap_first(const CohortFigures& figures);

// A name on one printable line; never blank, since it is what there is to click on.
[[nodiscard]] std::string shown_name(std::string_view name);

// "12,345"
[[nodiscard]] std::string grouped(std::size_t number);
// "1 applicant", "2,000 applicants"
[[nodiscard]] std::string counted(std::size_t number, std::string_view one, std::string_view many);

}  // namespace rapport::cohort
