// Which reports a command writes, and where each goes: `-f terminal -f sarif=a.sarif -f
// junit=b.xml`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/outcome.hpp"
#include "rapport/result.hpp"
#include "rapport/writer.hpp"

namespace rapport::cli {

struct FormatChoice {
  const Writer* writer = nullptr;  // never null once chosen
  std::string path{};              // empty or "-": standard output
};

[[nodiscard]] std::vector<std::string> format_names();
[[nodiscard]] std::string format_help();  // for --format: each with its description

// `typed` are FORMAT or FORMAT=FILE, `output` is -o, the file of the one that names none; the
// terminal's format when there are none. A file that cannot be written, is named twice or is one of
// the `inputs` is told here, before any long work.
[[nodiscard]] Result<std::vector<FormatChoice>> choose_formats(
    const std::vector<std::string>& typed, const std::string& output,
    const std::vector<std::string>& inputs);

// Whether one of them goes to standard output.
[[nodiscard]] bool any_on_screen(const std::vector<FormatChoice>& choices);

[[nodiscard]] bool wants_page_images(const std::vector<FormatChoice>& choices);

struct Presentation {
  ReportOptions options{};  // colours and the terminal's are set for each report
  ColorChoice color = ColorChoice::automatic;
  LinkChoice links = LinkChoice::automatic;
  bool quiet = false;  // nothing on standard output
};

// Writes each report, files first, and goes on after one that fails. With GitHub's annotations also
// a summary of the job, where the workflow wants one.
[[nodiscard]] Outcome write_reports(const std::vector<FormatChoice>& choices,
                                    std::span<const Report> reports,
                                    const Presentation& presentation);

}  // namespace rapport::cli
