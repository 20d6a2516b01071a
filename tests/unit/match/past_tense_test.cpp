#include "match/past_tense.hpp"

#include <doctest/doctest.h>

using namespace rapport;

TEST_CASE("the past tense is known of the verbs listed, and of no other") {
  const PastTense past(
      {"answer", "take/took/taken", "lead/led", "cut/cut/cut/cutting", "bring/brought"});
  CHECK(past.of_gerund("answering") == "Answered");
  CHECK(past.of_gerund("taking") == "Took");
  CHECK(past.of_gerund("leading") == "Led");
  CHECK(past.of_gerund("cutting") == "Cut");
  CHECK(past.of_gerund("bringing") == "Brought");
  CHECK(past.of_gerund("accounting").empty());
  CHECK(past.of_base("take") == "Took");
  CHECK(past.of_participle("taken") == "Took");
  CHECK(past.of_participle("brought") == "Brought");
  CHECK(past.of_participle("took").empty());
  CHECK(past.is_form("answers"));
  CHECK(past.is_form("takes"));
  CHECK_FALSE(past.is_form("answered"));
}
