#include <doctest/doctest.h>

#include "cli/outcome.hpp"

using namespace rapport::cli;

TEST_CASE("an input that could not be read wins over a gate that does not hold") {
  Outcome outcome{.gates_hold = false};
  CHECK(exit_code(outcome) == 1);
  outcome += failure;
  CHECK(exit_code(outcome) == 2);
}

TEST_CASE("what is done stays done when nothing is added to it") {
  Outcome outcome = done;
  outcome += done;
  CHECK(exit_code(outcome) == 0);
}
