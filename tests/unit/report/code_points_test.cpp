#include "report/code_points.hpp"

#include <doctest/doctest.h>

#include <string>

using rapport::CodePoints;

TEST_CASE("a byte offset becomes the number of code points before it") {
  const std::string text = "Zoë 日本";
  const CodePoints points(text);
  CHECK(points.before(0) == 0);
  CHECK(points.before(4) == 3);
  CHECK(points.before(text.size()) == 6);
  CHECK(points.before(text.size() + 50) == 6);
}

TEST_CASE("counts hold across the kilobytes of a long text") {
  std::string text;
  for (int i = 0; i < 2048; ++i) text += "é";
  const CodePoints points(text);
  for (const std::size_t at : {0U, 511U, 512U, 513U, 1023U, 2048U})
    CHECK(points.before(2 * at) == at);
}

TEST_CASE("an empty text has no code points") {
  CHECK(CodePoints("").before(0) == 0);
}
