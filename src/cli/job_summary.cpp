#include "cli/job_summary.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "cli/output.hpp"
#include "report/markdown_text.hpp"

namespace rapport::cli {

namespace {

constexpr std::size_t most = std::size_t{1} << 20;  // bytes of one step's summary

std::size_t size_of(const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  return failed ? 0 : static_cast<std::size_t>(size);
}

// A row for each application, as many as there is room for.
std::string figures(std::span<const Report> reports, std::size_t room) {
  std::string text =
      "| Documents | Covered | Demonstrated | Unmet gates |\n| --- | --- | --- | --- |\n";
  const std::string more = "\nThere are more, but no room for them here.\n";
  for (const Report& report : reports) {
    const Assessment& assessment = report.application->assessment;
    std::string names;
    for (const Reading& reading : report.application->readings)
      names += (names.empty() ? "" : ", ") + markdown_text(reading.document.name);
    const std::string row =
        fmt::format("| {} | {} of {} | {} | {} |\n", names, assessment.covered,
                    assessment.skills.size(), assessment.demonstrated, report.unmet_gates.size());
    if (text.size() + row.size() + more.size() > room) return text + more;
    text += row;
  }
  return text;
}

}  // namespace

Result<void> add_job_summary(std::span<const Report> reports, const ReportOptions& options) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return {};
  const std::size_t used = size_of(path);
  const std::size_t room = used < most ? most - used : 0;
  std::string text = writer("markdown")->write(reports, options) + '\n';
  if (text.size() > room) text = figures(reports, room);
  if (text.size() > room) return {};
  return append_output(path, text);
}

}  // namespace rapport::cli
