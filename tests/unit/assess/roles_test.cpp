#include "assess/roles.hpp"

#include <doctest/doctest.h>

#include "rapport/reader.hpp"

using namespace rapport;

namespace {

Document resume(const std::string& text) {
  auto extracted = read({.name = "resume.txt", .bytes = text});
  REQUIRE(extracted);
  return make_document("resume.txt", std::move(*extracted), DocumentKind::resume);
}

std::size_t unit_with(const Document& document, std::string_view words) {
  for (std::size_t i = 0; i < document.units.size(); ++i) {
    const Unit& unit = document.units[i];
    if (document.slice(unit.begin, unit.end).find(words) != std::string_view::npos) return i;
  }
  FAIL("no unit holds ", words);
  return 0;
}

bool is_old(const std::string& text, std::string_view words) {
  const Document document = resume(text);
  return Roles(document).is_old(unit_with(document, words));
}

const std::string two_roles =
    "Ann Example\n\nExperience\n\n"
    "Team Lead, Elm House                       June 2012 – present\n"
    "- Led twelve clerks\n\n"
    "Clerk, Oak House                           May 1998 – May 2001\n"
    "- Calmed shoppers\n"
    "- Moved house in 2012\n\n"
    "Education\n\n"
    "Diploma, Hill College, 1997\n";

}  // namespace

TEST_CASE("a bullet belongs to the role above it, and a role that ended long ago is old") {
  CHECK(is_old(two_roles, "Calmed"));
  CHECK_FALSE(is_old(two_roles, "Led twelve"));
}

TEST_CASE("a date inside a bullet begins no role") {
  CHECK(is_old(two_roles, "Moved house"));
}

TEST_CASE("the year in which a role ended is told, and the newest of the document") {
  const Document document = resume(two_roles);
  const Roles roles(document);
  CHECK(roles.year_ended(unit_with(document, "Calmed")) == 2001);
  CHECK(roles.year_ended(unit_with(document, "Led twelve")) == 0);
  CHECK(roles.newest_year() == 2012);
}

TEST_CASE("ten years are counted from the newest date, and a bare year is taken kindly") {
  const std::string before =
      "Ann Example\n\nExperience\n\nLead, Elm House   Mar 2014 – Mar 2019\n"
      "- Led clerks\n\nClerk, Oak House   2005 – ";
  CHECK(is_old(before + "2008\n- Calmed shoppers\n", "Calmed"));
  CHECK_FALSE(is_old(before + "2009\n- Calmed shoppers\n", "Calmed"));
}

TEST_CASE("nothing is old where only one role has a date, or none") {
  CHECK_FALSE(
      is_old("Ann Example\n\nExperience\n\nClerk   1990 – 1995\n- Calmed shoppers\n", "Calmed"));
  CHECK_FALSE(
      is_old("Ann Example\n\nExperience\n\nClerk, Oak House\n- Calmed shoppers\n", "Calmed"));
}

TEST_CASE("a degree that is expected makes nothing old") {
  const std::string text =
      "Ann Example\n\nExperience\n\nClerk   2012 – 2016\n- Calmed shoppers\n\n"
      "Education\n\nDiploma, Hill College, expected May 2028\n";
  CHECK_FALSE(is_old(text, "Calmed"));
}
