#include "cli/baseline_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/console.hpp"
#include "cli/output.hpp"

namespace rapport::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> refused(ErrorKind kind, std::string subject, std::string message,
                              std::string remedy) {
  return fail(Error{.kind = kind,
                    .subject = std::move(subject),
                    .message = std::move(message),
                    .remedy = std::move(remedy)});
}

bool is_gone(const std::string& path) {
  std::error_code failed;
  return !fs::exists(path, failed) && !failed;
}

Result<void> check_typed(const TypedBaseline& typed) {
  if (typed.file.empty())
    return refused(ErrorKind::usage, typed.update ? "--update-baseline" : "--prune-baseline",
                   "no baseline is named", "add --baseline FILE");
  if (typed.file == "-")
    return refused(ErrorKind::usage, "--baseline -", "a baseline is a file", "give it a name");
  return typed.update || typed.prune ? check_output(typed.file) : Result<void>{};
}

Result<Baseline> read_baseline(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code failed;
  if (!stream || fs::is_directory(file, failed))
    return refused(ErrorKind::configuration, file, "cannot be read as a baseline", "");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return Baseline::parse(file, text);
}

// `stale` entries of the applications at hand, and those of documents that are no more.
void tell_stale(const TypedBaseline& typed, const Baseline& baseline,
                std::span<const Report> reports) {
  std::size_t stale = baseline.count_of(is_gone);
  for (const Report& report : reports) stale += report.accepted->stale.size();
  if (stale == 0) return;
  complain(Error{.subject = typed.file,
                 .message = fmt::format("{} {} stale: what {} is no longer so", stale,
                                        stale == 1 ? "entry is" : "entries are",
                                        stale == 1 ? "it accepts" : "they accept"),
                 .remedy = "--prune-baseline removes them"});
}

}  // namespace

void add_baseline_options(CLI::App& app, TypedBaseline& typed) {
  app.add_option("--baseline", typed.file,
                 "Accept the gaps, findings and unmet gates that the file lists, and fail on any "
                 "other")
      ->type_name("FILE")
      ->group("Gates");
  CLI::Option* update = app.add_flag("--update-baseline", typed.update,
                                     "Write today's gaps, findings and unmet gates of these "
                                     "documents to the baseline")
                            ->group("Gates");
  app.add_flag("--prune-baseline", typed.prune,
               "Remove from the baseline what is no longer so, and add nothing")
      ->excludes(update)
      ->group("Gates");
}

Result<std::optional<Baseline>> open_baseline(const TypedBaseline& typed) {
  if (typed.file.empty() && !typed.update && !typed.prune) return std::nullopt;
  if (auto fine = check_typed(typed); !fine) return fail(std::move(fine.error()));
  if (is_gone(typed.file)) {
    if (typed.update) return Baseline(typed.file);
    return refused(ErrorKind::configuration, typed.file, "there is no such baseline",
                   "--update-baseline writes it");
  }
  auto baseline = read_baseline(typed.file);
  if (!baseline) return fail(std::move(baseline.error()));
  return std::move(*baseline);
}

Result<void> apply_baseline(const TypedBaseline& typed, Baseline& baseline,
                            std::span<Report> reports, bool quiet) {
  for (const Report& report : reports) {
    if (typed.update) baseline.update(report);
    if (typed.prune) baseline.prune(report);
  }
  if (typed.update || typed.prune) {
    baseline.leave_out(is_gone);
    if (auto written = write_output(typed.file, baseline.json()); !written) return written;
  }
  for (Report& report : reports) baseline.compare(report);
  if (!quiet) tell_stale(typed, baseline, reports);
  return {};
}

}  // namespace rapport::cli
