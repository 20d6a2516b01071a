#include "text/hyphens.hpp"

#include <doctest/doctest.h>

#include "make.hpp"

using namespace rapport;

namespace {

LineEnd decide(std::string_view above, std::string_view below, std::string_view elsewhere = "") {
  Hyphens hyphens;
  hyphens.learn(elsewhere);
  hyphens.learn(above);
  hyphens.learn(below);
  return hyphens.decide(above, below, false);
}

}  // namespace

TEST_CASE("a word cut in two is joined") {
  CHECK(decide("kept a satis-", "faction score") == LineEnd::word);
  CHECK(decide("every cus-", "tomer", "a customer") == LineEnd::word);
  CHECK(decide("with re-", "lated work") == LineEnd::word);
}

TEST_CASE("a compound keeps its hyphen") {
  CHECK(decide("I am self-", "employed") == LineEnd::compound);
  CHECK(decide("a well-", "known brand") == LineEnd::compound);
  CHECK(decide("state-of-the-", "art shop") == LineEnd::compound);
  CHECK(decide("detail-", "oriented") == LineEnd::compound);
  CHECK(decide("in 24-", "hour shifts") == LineEnd::compound);
}

TEST_CASE("the document's own spelling decides first") {
  CHECK(decide("with co-", "workers", "my coworkers") == LineEnd::word);
  CHECK(decide("the pre-", "paid cards", "sold pre-paid cards") == LineEnd::compound);
}

TEST_CASE("a hanging hyphen, a dash and a new name are no cut words") {
  CHECK(decide("short-", "and long-term plans") == LineEnd::whole);
  CHECK(decide("2015 -", "present") == LineEnd::whole);
  CHECK(decide("Smith-", "Jones") == LineEnd::whole);
}

TEST_CASE("joined words read whole in the document and lead back to both lines") {
  const Document one =
      test::document("I answered sixty calls a day and kept a satis-\nfaction score of 95 %.");
  REQUIRE(one.text.find("satisfaction") != std::string::npos);
  const std::size_t tail = one.text.find("faction");
  CHECK(one.place(tail, tail + 7).line == 2);
  CHECK(one.place(tail, tail + 7).column == 1);
}
