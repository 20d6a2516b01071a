#include "cli/tools.hpp"

#include <utility>

#include "cli/options.hpp"
#include "cli/safety.hpp"

namespace rapport::cli {

Result<Tools> make_tools(const std::vector<std::string>& lexicons, const std::string& profile,
                         const Isolation& isolation) {
  auto pipeline = make_confined(lexicons, isolation);
  if (!pipeline) return fail(std::move(pipeline.error()));
  auto chosen = choose_profile(profile, (*pipeline)->lexicon());
  if (!chosen) return fail(std::move(chosen.error()));
  return Tools{.pipeline = std::move(*pipeline), .profile = std::move(*chosen)};
}

}  // namespace rapport::cli
