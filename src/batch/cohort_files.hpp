// The files that a cohort is told in, drawn from its results database alone: index.html,
// summary.csv and results.jsonl. Each is replaced in one step.
#pragma once

#include <string>
#include <vector>

#include "batch/results.hpp"
#include "rapport/result.hpp"
#include "report/cohort_report.hpp"

namespace rapport {

// The page of one applicant, below the cohort's folder: "applicants/smith.html". Whatever the name,
// it is one safe file name, different for different names.
[[nodiscard]] std::string applicant_page(const std::string& name);

// `folder` is looked at for the applicants' pages; title and date come from the database.
[[nodiscard]] Result<CohortReport> cohort_report(Results& results, const std::string& folder);

// Draws all of them; tells which were written, as paths.
[[nodiscard]] Result<std::vector<std::string>> draw_reports(const std::string& folder);

}  // namespace rapport
