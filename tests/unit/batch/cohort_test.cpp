#include "batch/cohort.hpp"

#include <doctest/doctest.h>

using namespace rapport;

namespace {

Assessment assessment(Level listening, Level humor) {
  Assessment made;
  made.skills.push_back({.entry = {.skill = "listening"}, .level = listening});
  made.skills.push_back({.entry = {.skill = "humor"}, .level = humor});
  return made;
}

const Profile profile{.entries = {{.skill = "listening", .title = "Listening"},
                                  {.skill = "humor", .title = "Humor"}}};

}  // namespace

TEST_CASE("a cohort counts each level of each skill, the most often missing first") {
  Cohort cohort(profile);
  cohort.add(assessment(Level::claimed, Level::none));
  cohort.add(assessment(Level::quantified, Level::none));
  cohort.add(assessment(Level::none, Level::demonstrated));
  CHECK(cohort.size() == 3);
  const auto gaps = cohort.gaps();
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[0].title == "Humor");
  CHECK(gaps[0].missing == 2);
  CHECK(gaps[0].demonstrated == 1);
  CHECK(gaps[1].claimed == 1);
  CHECK(gaps[1].quantified == 1);
}

TEST_CASE("skills that are missing equally often stay in the profile's order") {
  CHECK(Cohort(profile).gaps().front().title == "Listening");
}
