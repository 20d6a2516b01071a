// Job postings, as several commands take them by --job.
#pragma once

#include <string>
#include <vector>

#include "batch/pipeline.hpp"
#include "cli/outcome.hpp"
#include "rapport/posting.hpp"

namespace rapport::cli {

// Those that could be read, and a failure if any could not.
struct ReadPostings {
  std::vector<Posting> postings{};
  Outcome outcome{};
};

// Tells what could not be read.
[[nodiscard]] ReadPostings read_postings(const std::vector<std::string>& files,
                                         const Pipeline& pipeline);

}  // namespace rapport::cli
