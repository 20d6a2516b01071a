// A cohort of made-up people, the same at every run.
#pragma once

#include <cstddef>

#include "report/cohort_report.hpp"

namespace rapport_test {

// Four in five were in a previous run. Skills are those of the profile customer-service, with
// their phrasings; some are shown often and some seldom.
[[nodiscard]] rapport::CohortReport made_up_cohort(std::size_t applicants);

// The same with pseudonyms.
[[nodiscard]] rapport::CohortReport made_up_anonymous_cohort(std::size_t applicants);

// Every text in it tries to be markup, a script or a formula.
[[nodiscard]] rapport::CohortReport hostile_cohort();

}  // namespace rapport_test
