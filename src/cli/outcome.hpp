// What a run came to, and the one place that makes an exit code of it.
#pragma once

namespace rapport::cli {

struct Outcome {
  bool gates_hold = true;
  bool failed = false;  // usage, configuration, or an input that could not be read

  Outcome& operator+=(const Outcome& other) {
    gates_hold = gates_hold && other.gates_hold;
    failed = failed || other.failed;
    return *this;
  }
};

inline constexpr Outcome done{};
inline constexpr Outcome failure{.gates_hold = true, .failed = true};

inline constexpr int interrupted = 130;

[[nodiscard]] constexpr int exit_code(const Outcome& outcome) {
  if (outcome.failed) return 2;
  return outcome.gates_hold ? 0 : 1;
}

}  // namespace rapport::cli
