#include "match/joins.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

std::string parted(const std::string& text) {
  Folded folded = fold(text);
  part_joined_lines(Clauses(WordClasses{{"past", {"led"}}}), text, folded);
  return folded.text;
}

bool joined(const std::string& text) {
  return parted(text).find(';') != std::string::npos;
}

}  // namespace

TEST_CASE("a verb with a capital behind a small word begins a line of its own") {
  CHECK(joined("Kept the records of 90 tenants Calmed angry callers"));
  CHECK(joined("Swept the yard Led tours"));
}

TEST_CASE("capitals in names, behind a stop, or behind small words join nothing") {
  CHECK_FALSE(joined("Calmed angry callers and answered phones"));
  CHECK_FALSE(joined("Swept the yard. Calmed callers"));
  CHECK_FALSE(joined("Head of Training at Hill College"));
  CHECK_FALSE(joined("Customer Service Trained Staff"));
  CHECK_FALSE(joined("Led the weekly Integrated Project meeting"));
  CHECK_FALSE(joined("Busy writing Accounting procedures"));
  CHECK_FALSE(joined("Worked for the Red Cross"));
}

TEST_CASE("a join is a semicolon in place of its blank") {
  CHECK(parted("Filed 90 reports Calmed callers") == "filed 90 reports;calmed callers");
}
