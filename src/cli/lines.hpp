// Lines of standard input, each in bounded memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace rapport::cli {

class Lines {
 public:
  static constexpr std::size_t longest = std::size_t{64} << 20U;

  // `before_wait` is called whenever the next line has not arrived yet: the moment to send what
  // has been held back, so that a program that waits for an answer before it asks again gets it.
  Lines(int descriptor, std::function<void()> before_wait);

  struct Line {
    std::string_view text{};  // without its newline; valid until the next call
    bool too_long = false;    // the text is empty then, and the line has been passed over
    bool last = false;        // there is no line, and none will come
  };
  [[nodiscard]] Line next();

 private:
  bool fill();
  Line pass_over();

  int descriptor_;
  std::function<void()> before_wait_;
  std::string buffer_{};
  std::size_t begin_ = 0;  // of what has not been returned yet
};

}  // namespace rapport::cli
