#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/console.hpp"

namespace rapport::cli {

namespace {

using namespace std::chrono_literals;

std::string clock_time(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string figures(const ProgressState& state) {
  std::string text = fmt::format("{}/{}", state.done, state.of);
  const double seconds = std::chrono::duration<double>(state.elapsed).count();
  if (seconds >= 1 && state.done > 0) {
    const double rate = static_cast<double>(state.done) / seconds;
    const double left = static_cast<double>(state.of - state.done) / rate;
    text += fmt::format("  {:.{}f}/s  {} left", rate, rate < 10 ? 1 : 0, clock_time(left));
  }
  if (state.failed > 0) text += fmt::format("  {} unreadable", state.failed);
  return text;
}

}  // namespace

std::string progress_line(const ProgressState& state, int width) {
  std::string text = figures(state);
  const int room = std::min(width - static_cast<int>(text.size()) - 3, 40);
  if (room < 8) return text.substr(0, static_cast<std::size_t>(width));
  const auto cells = static_cast<std::size_t>(room);
  const std::size_t filled = state.of == 0 ? cells : cells * state.done / state.of;
  std::string bar(filled, '=');
  if (filled < cells) bar += '>';
  bar.resize(cells, ' ');
  return fmt::format("[{}] {}", bar, text);
}

Progress::Progress(std::size_t of, bool quiet)
    : shown_(!quiet && is_terminal(STDERR_FILENO)), of_(of) {}

void Progress::step(std::size_t failed) {
  ++done_;
  failed_ += failed;
  const auto now = Clock::now();
  if (!shown_ || now - last_drawn_ < 100ms) return;
  last_drawn_ = now;
  drawn_ = true;
  const ProgressState state{
      .done = done_,
      .of = of_,
      .failed = failed_,
      .elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_)};
  fmt::print(stderr, "\r\x1b[K{}", progress_line(state, terminal_width(STDERR_FILENO) - 1));
  std::fflush(stderr);
}

void Progress::clear() {
  if (!drawn_) return;
  drawn_ = false;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

}  // namespace rapport::cli
