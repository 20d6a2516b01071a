// The form of `rapport batch` that keeps its results: many applications, one folder.
#pragma once

#include <string>
#include <vector>

#include "batch/grouping.hpp"
#include "cli/batch_tools.hpp"
#include "cli/outcome.hpp"

namespace rapport::cli {

struct CohortRequest {
  std::string output{};  // the folder
  std::vector<std::string> postings{};
  bool anonymous = false;
  std::string salt{};  // file; empty: beside the folder
  bool retry = false;  // what could not be read before
  bool quiet = false;
};

// Analyses what is new or changed, keeps it in the folder's database, and draws all reports anew.
[[nodiscard]] Outcome run_cohort(const BatchTools& tools, const CohortRequest& request,
                                 const std::vector<ApplicationFiles>& applications,
                                 const Collected& collected);

}  // namespace rapport::cli
