#include "cli/lines.hpp"

#include <span>
#include <utility>

#include "base/descriptor.hpp"

namespace rapport::cli {

namespace {
constexpr std::size_t chunk = std::size_t{256} << 10U;
}

Lines::Lines(int descriptor, std::function<void()> before_wait)
    : descriptor_(descriptor), before_wait_(std::move(before_wait)) {}

// Appends what can be had; false at the end of the input.
bool Lines::fill() {
  buffer_.erase(0, std::exchange(begin_, 0));
  before_wait_();
  const std::size_t used = buffer_.size();
  buffer_.resize(used + chunk);
  const ssize_t got = read_some(descriptor_, std::span(buffer_).subspan(used));
  buffer_.resize(used + static_cast<std::size_t>(got > 0 ? got : 0));
  return got > 0;
}

Lines::Line Lines::pass_over() {
  do {
    const std::size_t end = buffer_.find('\n', begin_);
    if (end != std::string::npos) {
      begin_ = end + 1;
      break;
    }
    begin_ = buffer_.size();
  } while (fill());
  return {.too_long = true};
}

Lines::Line Lines::next() {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    if (end != std::string::npos) {
      const std::size_t begin = std::exchange(begin_, end + 1);
      return {.text = std::string_view(buffer_).substr(begin, end - begin)};
    }
    searched = buffer_.size() - begin_;
    if (searched > longest) return pass_over();
    if (fill()) continue;
    const std::string_view rest = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    return {.text = rest, .last = rest.empty()};
  }
}

}  // namespace rapport::cli
