// The applicants as the script of the cohort's page reads them.
#pragma once

#include <string>

#include "report/cohort/figures.hpp"

namespace rapport {

// JSON that may stand inside <script>: it holds no "<". Levels are digits, 0 missing to 3
// quantified:
//
//   {"skills": ["Listening", "Humor"], "compared": true, "files": true,
//    "rows": [["Kim Sample", "kim/index.html", "20", "10", 3, ["kim/resume.pdf"]]]}
//
// A row is name, page, levels, levels before (empty when new), findings, files.
[[nodiscard]] std::string cohort_data(const CohortReport& report,
                                      const cohort::CohortFigures& figures);

}  // namespace rapport
