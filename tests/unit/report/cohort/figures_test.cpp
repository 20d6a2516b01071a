#include "report/cohort/figures.hpp"

#include <doctest/doctest.h>

using namespace rapport;
using namespace rapport::cohort;

namespace {

CohortReport report_of(std::vector<std::vector<Level>> levels, std::size_t skills) {
  CohortReport report;
  report.skills.resize(skills);
  for (std::vector<Level>& one : levels) {
    report.applicants.emplace_back();
    report.applicants.back().levels = std::move(one);
  }
  return report;
}

constexpr Level q = Level::quantified;
constexpr Level d = Level::demonstrated;
constexpr Level c = Level::claimed;
constexpr Level n = Level::none;

}  // namespace

TEST_CASE("A skill's figures count applicants by level") {
  const CohortFigures figures = figures_of(report_of({{q, c}, {d, n}, {d}}, 2));
  CHECK(figures.skills[0].count(q) == 1);
  CHECK(figures.skills[0].shown() == 3);
  CHECK(figures.skills[1].count(n) == 2);
  CHECK(figures.skills[1].gap() == 3);
  CHECK(figures.applicants[0].covered == 2);
  CHECK(figures.applicants[0].shown == 1);
}

TEST_CASE("Half of the applicants, or more, show as many skills as is typical") {
  CHECK(figures_of(report_of({}, 2)).typical == 0);
  CHECK(figures_of(report_of({{d, d}}, 2)).typical == 2);
  CHECK(figures_of(report_of({{d, d}, {n, n}}, 2)).typical == 2);
  CHECK(figures_of(report_of({{d, d}, {d, n}, {n, n}}, 2)).typical == 1);
  CHECK(figures_of(report_of({{d, d}, {n, n}, {n, n}}, 2)).typical == 0);
}

TEST_CASE("Who has no previous run is new; others improved where more skills rose than fell") {
  CohortReport report = report_of({{q, c}, {d, n}, {c, d}, {c, c}}, 2);
  report.applicants[1].before = {n, n};
  report.applicants[2].before = {q, c};
  report.applicants[3].before = {d, d};
  const CohortFigures figures = figures_of(report);
  CHECK(figures.applicants[0].course == Course::fresh);
  CHECK(figures.applicants[1].course == Course::improved);
  CHECK(figures.applicants[2].course == Course::steady);
  CHECK(figures.applicants[3].course == Course::fell);
  CHECK(figures.has_previous);
  CHECK(figures.skills[0].rose == 1);
  CHECK(figures.skills[0].fell == 2);
  CHECK(figures.skills[0].shown_before == 2);
  CHECK(figures.skills[0].shown_after == 1);
}

TEST_CASE("Skills are ordered by who shows them, and by who lacks them") {
  const CohortFigures figures = figures_of(report_of({{n, d, q}, {n, c, q}}, 3));
  CHECK(best_shown_first(figures) == std::vector<std::size_t>{2, 1, 0});
  CHECK(widest_gap_first(figures) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("Large counts are written in groups of three") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(counted(1, "file", "files") == "1 file");
  CHECK(counted(2000, "file", "files") == "2,000 files");
}
