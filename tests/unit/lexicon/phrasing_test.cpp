#include "lexicon/phrasing.hpp"

#include <doctest/doctest.h>

using namespace rapport;

TEST_CASE("a phrasing's blanks are left out, whatever is in them") {
  CHECK(without_blanks("Cut [calls] by [N]%") == "Cut   by  % ");
  CHECK(without_blanks("Calmed guests") == "Calmed guests ");
  CHECK(without_blanks("").empty());
}

TEST_CASE("a blank that is never closed goes on to the end") {
  CHECK(without_blanks("Cut [calls") == "Cut  ");
  CHECK(without_blanks("[") == " ");
}
