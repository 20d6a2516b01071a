// The end of the terminal report where there is a baseline: what is new, then what is stale.
#include <fmt/format.h>

#include <algorithm>

#include "report/display.hpp"
#include "report/results.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

Finding finding_of(const ResultItem& item) {
  return {.id = item.rule,
          .severity = item.severity,
          .document = item.where.document,
          .place = item.where.place,
          .message = item.message,
          .remedy = item.remedy};
}

}  // namespace

void write_since_baseline(const Report& report, bool all, Page& page) {
  if (!report.accepted) return;
  std::vector<Finding> fresh;
  for (const ResultItem& item : new_results_of(report)) fresh.push_back(finding_of(item));
  page.blank();
  write_findings("New since the baseline", fresh, *report.application, all, page);
  write_findings("No longer so: stale in the baseline", report.accepted->stale, *report.application,
                 all, page);
  page.paragraph({}, {{baseline_text(*report.accepted), Style::faint}}, 0);
}

}  // namespace rapport
