#include <doctest/doctest.h>

#include "rapport/result.hpp"

using rapport::Error;

TEST_CASE("an error reads as one line with its subject and its remedy") {
  const Error error{.subject = "cv.pdf", .message = "is locked", .remedy = "save it unlocked"};
  CHECK(error.to_string() == "cv.pdf: is locked (save it unlocked)");
}

TEST_CASE("an error without a subject or a remedy has no empty places") {
  CHECK(Error{.message = "out of luck"}.to_string() == "out of luck");
}
