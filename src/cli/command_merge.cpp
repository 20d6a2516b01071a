// rapport merge: the results of several machines, or of several days, as one cohort.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "batch/cohort_files.hpp"
#include "batch/merge.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::vector<std::string> folders{};
  std::string out{};
  bool quiet = false;
};

void tell(const Merged& merged, const std::vector<std::string>& written) {
  for (const std::string& text : merged.notes) note(text);
  constexpr std::size_t most_names = 20;
  for (std::size_t i = 0; i < merged.replaced.size() && i < most_names; ++i)
    note(fmt::format("{}: analysed twice; the newer counts", merged.replaced[i]));
  if (merged.replaced.size() > most_names)
    note(fmt::format("{} more were analysed twice", merged.replaced.size() - most_names));
  note(fmt::format("{} applications: {}", merged.applications, fmt::join(written, ", ")));
}

Result<void> merge(const Typed& typed) {
  const auto merged = merge_results(typed.folders, typed.out);
  if (!merged) return fail(merged.error());
  const auto written = draw_reports(typed.out);
  if (!written) return fail(written.error());
  if (!typed.quiet) tell(*merged, *written);
  return {};
}

}  // namespace

Action declare_merge(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "Joins folders that `rapport batch` wrote into one: its results database, the cohort's "
           "page, table and lines. Neither the order of the folders nor merging twice changes what "
           "comes out. Of an application that stands in two of them with different results the "
           "newer analysis counts, which is told. What was in the output folder before, and is in "
           "none of the folders, is no longer in its reports; name it among them to add to it.",
           {{"rapport merge shard-1 shard-2 -o cohort", "What two machines did, as one cohort."},
            {"rapport merge cohort late -o cohort", "Adds latecomers to a cohort."}});
  app.add_option("FOLDERS", typed->folders, "Folders with results")->required();
  app.add_option("-o,--output", typed->out, "The folder to write; made when it is not there")
      ->type_name("FOLDER")
      ->required();
  add_quiet_option(app, typed->quiet);
  return [typed]() -> Outcome {
    const auto merged = merge(*typed);
    if (merged) return done;
    complain(merged.error());
    return failure;
  };
}

}  // namespace rapport::cli
