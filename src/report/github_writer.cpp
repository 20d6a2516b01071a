// Commands that a GitHub workflow turns into annotations beside a change.
//
//   ::warning file=cv.txt,line=3,col=1,title=no-bullets::This list has no bullets.
//
// GitHub shows ten of each level from one step and drops the rest without a word; here the rest is
// counted in a notice of its own.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rapport/writer.hpp"
#include "report/artifact_path.hpp"
#include "report/display.hpp"
#include "report/results.hpp"

namespace rapport {
namespace {

constexpr std::size_t most = 10;  // of each level that GitHub shows
constexpr std::array levels = {Severity::error, Severity::warning, Severity::note};

std::string escaped(std::string_view text, std::string_view special) {
  std::string safe;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) {
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string in_text(std::string_view text) {
  return escaped(text, "%\r\n");
}

std::string in_property(std::string_view text) {
  return escaped(text, "%\r\n:,");
}

std::string_view command_of(Severity severity) {
  return severity == Severity::note ? "notice" : name_of(severity);
}

std::string place_of(const TextRegion& region) {
  std::string text = fmt::format(",line={}", region.start_line);
  if (region.end_line != region.start_line)
    return text + fmt::format(",endLine={}", region.end_line);
  if (region.start_column > 0) text += fmt::format(",col={}", region.start_column);
  if (region.end_column > 0) text += fmt::format(",endColumn={}", region.end_column);
  return text;
}

std::string annotation(const ResultItem& item, const ReportOptions& options) {
  const std::string path = printable(artifact_path(item.where.document, options));
  return fmt::format("::{} file={}{},title={}::{}\n", command_of(item.severity), in_property(path),
                     item.where.region ? place_of(*item.where.region) : "", in_property(item.rule),
                     in_text(prose(item)));
}

using Counts = std::array<std::size_t, levels.size()>;

std::size_t index_of(Severity severity) {
  return static_cast<std::size_t>(std::ranges::find(levels, severity) - levels.begin());
}

// What each level may show, so that the notice of what is left out is shown as well.
Counts room_for(const Counts& counts) {
  const bool fits = std::ranges::all_of(counts, [](std::size_t count) { return count <= most; });
  return {most, most, fits ? most : most - 1};
}

std::string left_out(const Counts& counts) {
  std::string list;
  std::size_t total = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (counts[i] == 0) continue;
    total += counts[i];
    list += fmt::format("{}{} {}{}", list.empty() ? "" : ", ", counts[i], command_of(levels[i]),
                        counts[i] == 1 ? "" : "s");
  }
  if (total == 0) return "";
  return fmt::format(
      "::notice title=Rapport::{}\n",
      in_text(
          fmt::format("{} more not shown here ({}). The job summary has them all.", total, list)));
}

class GithubWriter final : public Writer {
 public:
  std::string_view name() const override { return "github"; }
  std::string_view description() const override { return "annotations of a GitHub workflow"; }

  std::string write(std::span<const Report> reports, const ReportOptions& options) const override {
    const auto items = open_results_of(reports);
    Counts counts{};
    for (const ResultItem& item : items) ++counts[index_of(item.severity)];
    Counts room = room_for(counts);
    std::string text;
    for (const ResultItem& item : items) {
      const std::size_t level = index_of(item.severity);
      if (room[level] == 0) continue;
      --room[level];
      --counts[level];
      text += annotation(item, options);
    }
    return text + left_out(counts);
  }
};

}  // namespace

const Writer& github_writer() {
  static const GithubWriter writer;
  return writer;
}

}  // namespace rapport
