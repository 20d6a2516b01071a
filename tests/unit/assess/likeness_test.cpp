#include "assess/likeness.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rapport;

TEST_CASE("words are compared without case and punctuation") {
  CHECK(plain_words("Calmed, 60 UPSET callers!") ==
        std::vector<std::string>{"calmed", "60", "upset", "callers"});
  CHECK(plain_words(" -- ").empty());
}

TEST_CASE("likeness goes from nothing in common to the same words, each time that they stand") {
  CHECK(likeness({"a", "b"}, {"a", "b"}) == 1);
  CHECK(likeness({"a"}, {"b"}) == 0);
  CHECK(likeness({"a", "a"}, {"a"}) == doctest::Approx(2.0 / 3));
  CHECK(likeness({}, {}) == 0);
}
