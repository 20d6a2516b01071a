// --baseline and what belongs to it, as typed, and what it does to the reports of a run.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "rapport/result.hpp"
#include "report/baseline.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace rapport::cli {

struct TypedBaseline {
  std::string file{};
  bool update = false;
  bool prune = false;
};

void add_baseline_options(CLI::App& app, TypedBaseline& typed);

// Nothing where none was asked for. Error: it cannot be read or, where it is to be written, not
// written.
[[nodiscard]] Result<std::optional<Baseline>> open_baseline(const TypedBaseline& typed);

// Writes the baseline anew where that was asked for, then compares the reports with it. Says what
// is stale on standard error unless `quiet`.
[[nodiscard]] Result<void> apply_baseline(const TypedBaseline& typed, Baseline& baseline,
                                          std::span<Report> reports, bool quiet);

}  // namespace rapport::cli
