#include "cli/sink.hpp"

#include "cli/console.hpp"
#include "cli/output.hpp"

namespace rapport::cli {

void Sink::write(std::string_view text) {
  held_ += text;
  if (held_.size() >= std::size_t{64} << 10U) flush();
}

void Sink::flush() {
  if (held_.empty() || !open_) return;
  auto printed = print(held_);
  held_.clear();
  open_ = printed && *printed == Reader::listening;
  if (printed) return;
  complain(printed.error());
  outcome_ += failure;
}

}  // namespace rapport::cli
