#include <algorithm>
#include <array>

#include "report/interview_report.hpp"

namespace rapport {

std::string interview_terminal(const InterviewReport& report, const ReportOptions& options);
std::string interview_markdown(const InterviewReport& report, const ReportOptions& options);
std::string interview_html(const InterviewReport& report, const ReportOptions& options);
std::string interview_json(const InterviewReport& report, const ReportOptions& options);

std::span<const InterviewFormat> interview_formats() {
  static constexpr std::array formats = {
      InterviewFormat{"terminal", "for reading at a terminal", interview_terminal},
      InterviewFormat{"html", "one file, to print on two pages", interview_html},
      InterviewFormat{"markdown", "for notes", interview_markdown},
      InterviewFormat{"json", "for programs, schema rapport.interview/1", interview_json},
  };
  return formats;
}

const InterviewFormat* interview_format(std::string_view name) {
  const auto formats = interview_formats();
  const auto found = std::ranges::find(formats, name, &InterviewFormat::name);
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace rapport
