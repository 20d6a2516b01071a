// The whole program behind main().
#pragma once

namespace rapport::cli {

// Returns the exit code.
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace rapport::cli
