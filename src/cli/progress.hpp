// Progress: how far a long run has come, in one line that is drawn over and over on a terminal.
//
//   [=========>            ] 1204/5000  85/s  0:45 left  3 unreadable
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace rapport::cli {

struct ProgressState {
  std::size_t done = 0;
  std::size_t of = 0;
  std::size_t failed = 0;
  std::chrono::milliseconds elapsed{0};
};

// At most `width` columns. Rate and time left are told once there is something to tell them from.
[[nodiscard]] std::string progress_line(const ProgressState& state, int width);

// On standard error, and only where that is a terminal. Others that write there call clear() first.
class Progress {
 public:
  Progress(std::size_t of, bool quiet);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(std::size_t failed);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool drawn_ = false;
  std::size_t of_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point last_drawn_{};
};

}  // namespace rapport::cli
