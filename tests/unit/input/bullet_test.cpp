#include "input/bullet.hpp"

#include <doctest/doctest.h>

#include <string_view>

using rapport::bullet_length;

TEST_CASE("the usual marks begin a list item") {
  for (const std::string_view line :
       {"- Sold shoes", "* Sold shoes", "• Sold shoes", "– Sold shoes", "· Sold shoes",
        "o Sold shoes", "1. Sold shoes", "12) Sold shoes", "(3) Sold shoes", "a) Sold shoes",
        "•Sold shoes", "-Sold shoes", "*Sold shoes", "  ➢  Sold shoes", "✓ Sold shoes"}) {
    CAPTURE(line);
    CHECK(line.substr(bullet_length(line)) == "Sold shoes");
  }
}

TEST_CASE("words, amounts and emphasis are no marks") {
  for (const std::string_view line :
       {"Sold shoes", "-5 % returns", "2019. Sold shoes", "o cliente", "*calm* and kind", "--help",
        "3.5 years", "", "   ", "100) callers"}) {
    CAPTURE(line);
    CHECK(bullet_length(line) == 0);
  }
}

TEST_CASE("a mark alone on its line is all of the line") {
  CHECK(bullet_length("•") == 3);
  CHECK(bullet_length("- ") == 2);
}
