// What every form of `rapport batch` works with.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "batch/collect.hpp"
#include "batch/pipeline.hpp"
#include "cli/outcome.hpp"
#include "rapport/lexicon.hpp"

namespace rapport::cli {

struct BatchTools {
  std::unique_ptr<const Pipeline> pipeline{};
  Profile profile{};
  std::size_t jobs = 1;
  std::string limits{};  // what a document is granted, in words
};

// Standard input, a JSON object a line, to standard output.
[[nodiscard]] Outcome stream_lines(const BatchTools& tools);

// Files, an answer a line.
[[nodiscard]] Outcome stream_files(const BatchTools& tools, const Collected& collected);

// Files, a row each, and what all of them lack.
[[nodiscard]] Outcome print_table(const BatchTools& tools, const Collected& collected);

}  // namespace rapport::cli
