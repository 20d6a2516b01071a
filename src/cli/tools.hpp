// What a command that judges documents works with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/pipeline.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport::cli {

struct Tools {
  std::unique_ptr<const Pipeline> pipeline;
  Profile profile;
};

// As --lexicon and --profile say.
[[nodiscard]] Result<Tools> make_tools(const std::vector<std::string>& lexicons,
                                       const std::string& profile, const Isolation& isolation = {});

}  // namespace rapport::cli
