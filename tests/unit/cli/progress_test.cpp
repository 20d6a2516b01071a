#include "cli/progress.hpp"

#include <doctest/doctest.h>

using namespace rapport::cli;
using namespace std::chrono_literals;

TEST_CASE("progress is a bar with what is done, how fast, and how long it takes yet") {
  CHECK(progress_line({.done = 50, .of = 200, .failed = 3, .elapsed = 10s}, 70) ==
        "[=======>                     ] 50/200  5.0/s  0:30 left  3 unreadable");
}

TEST_CASE("the first second tells no rate") {
  CHECK(progress_line({.done = 1, .of = 4, .elapsed = 200ms}, 30) ==
        "[======>                 ] 1/4");
}

TEST_CASE("hours are told as hours") {
  const auto line = progress_line({.done = 100, .of = 1'000'000, .elapsed = 10s}, 80);
  CHECK(line.find("27:46:30 left") != std::string::npos);
}

TEST_CASE("a narrow terminal gets the figures alone, and never more than fits") {
  for (int width = 1; width < 100; ++width) {
    const auto line =
        progress_line({.done = 999, .of = 1'000, .failed = 12, .elapsed = 20s}, width);
    CHECK(line.size() <= static_cast<std::size_t>(width));
  }
  CHECK(progress_line({.done = 3, .of = 9, .elapsed = 100ms}, 8) == "3/9");
}

TEST_CASE("all of it fills the bar, and so does all of nothing") {
  CHECK(progress_line({.done = 4, .of = 4}, 20) == "[==============] 4/4");
  CHECK(progress_line({}, 20) == "[==============] 0/0");
}
