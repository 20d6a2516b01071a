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
// it is one safe file name, different for different names, on systems that ignore case as well.
[[nodiscard]] std::string applicant_page(const std::string& name);

// Whether it is there, to its end: after a power cut a page may be a beginning of itself.
[[nodiscard]] bool is_whole_page(const std::string& path);

// Applications of which nothing could be read are in its list of unreadable files alone. `folder`
// is looked at for the applicants' pages.
[[nodiscard]] Result<CohortReport> cohort_report(Results& results, const std::string& folder);

// A line of results.jsonl, with its newline. As the stream answers, and more:
//
//   {"id":"smith","documents":[{"path":…,"kind":"resume",…}],"covered":7,"demonstrated":4,"of":12,
//    "skills":{"empathy":{"level":"demonstrated","evidence":[{"text":…,"level":…,"start":…,"end":…,
//    "unit":…,"document":0,"section":…,"place":{…}}]}},"findings":[…]}
//
// Only skills with evidence; "error" in place of "skills" where nothing could be read.
[[nodiscard]] std::string json_line(const ApplicationRecord& record);

// Draws all of them; tells which were written, as paths.
[[nodiscard]] Result<std::vector<std::string>> draw_reports(const std::string& folder);

}  // namespace rapport
