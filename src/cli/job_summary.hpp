// The summary that a GitHub workflow shows of its job.
#pragma once

#include <span>

#include "rapport/result.hpp"
#include "rapport/writer.hpp"

namespace rapport::cli {

// Appends the Markdown report to the file that $GITHUB_STEP_SUMMARY names; does nothing where it is
// not set. GitHub drops a summary of more than a megabyte: the figures alone go there instead.
[[nodiscard]] Result<void> add_job_summary(std::span<const Report> reports,
                                           const ReportOptions& options);

}  // namespace rapport::cli
