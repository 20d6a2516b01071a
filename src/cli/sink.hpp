// Standard output for a run of many lines: holds lines back until there is enough to be worth a
// write, and notices when nobody reads any more.
#pragma once

#include <string>
#include <string_view>

#include "cli/outcome.hpp"

namespace rapport::cli {

class Sink {
 public:
  void write(std::string_view text);
  void flush();
  // False when whoever read has seen enough.
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] Outcome outcome() const { return outcome_; }

 private:
  std::string held_{};
  bool open_ = true;
  Outcome outcome_{};
};

}  // namespace rapport::cli
