#include "base/suggest.hpp"

#include <doctest/doctest.h>

using namespace rapport;

TEST_CASE("edit distance counts swaps of neighbours as one slip") {
  CHECK(edit_distance("check", "check") == 0);
  CHECK(edit_distance("chekc", "check") == 1);
  CHECK(edit_distance("", "check") == 5);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the closest name is offered only when it is close") {
  CHECK(closest("emapthy", {"humor", "empathy"}) == "empathy");
  CHECK(closest("xyz", {"humor", "empathy"}) == std::nullopt);
  CHECK(closest("jsn", {"json", "html"}) == "json");
}

TEST_CASE("what is like nothing is told all that there is") {
  CHECK(did_you_mean("jsn", {"json", "html"}) == "did you mean json?");
  CHECK(did_you_mean("docx", {"json", "html"}) == "one of json, html");
  CHECK(did_you_mean("x", {}) == "there is none");
}
