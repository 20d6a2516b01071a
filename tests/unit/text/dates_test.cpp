#include "text/dates.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

// "2015-01..2017-03", "2015-01..now", "2015-01" of the first range; "" without any.
std::string first(std::string_view text) {
  const auto ranges = date_ranges(text);
  if (ranges.empty()) return "";
  const auto month = [](int months) {
    const std::string number = std::to_string(months % 12 + 1);
    return std::to_string(months / 12) + "-" + (number.size() == 1 ? "0" : "") + number;
  };
  const DateRange& range = ranges.front();
  if (range.ongoing) return month(range.from.earliest) + "..now";
  if (range.single) return month(range.from.earliest);
  return month(range.from.earliest) + ".." + month(range.to.latest);
}

}  // namespace

TEST_CASE("date ranges are read as British and American resumes print them") {
  CHECK(first("Clerk, Elm & Oak, Jan 2015 – Mar 2017") == "2015-01..2017-03");
  CHECK(first("January 2015 to March 2017") == "2015-01..2017-03");
  CHECK(first("Sept. 2015 - Oct. 2016") == "2015-09..2016-10");
  CHECK(first("06/2019 – 11/2020") == "2019-06..2020-11");
  CHECK(first("1 June 2019 — 31 March 2020") == "2019-06..2020-03");
  CHECK(first("June 5, 2019 through March 1, 2020") == "2019-06..2020-03");
  CHECK(first("31/08/2019 - 30/11/2020") == "2019-08..2020-11");
  CHECK(first("06/19 - 08/21") == "2019-06..2021-08");
  CHECK(first("Jan '15 – Feb ’17") == "2015-01..2017-02");
  CHECK(first("2015-03 - 2016-11") == "2015-03..2016-11");
  CHECK(first("Summer 2018 – Spring 2019") == "2018-01..2019-12");
}

TEST_CASE("a range of years spans them, and its second year may be short") {
  CHECK(first("2012-2014") == "2012-01..2014-12");
  CHECK(first("2012–14") == "2012-01..2014-12");
  CHECK(first("2009-10") == "2009-01..2010-12");
}

TEST_CASE("months of one year share it") {
  CHECK(first("Jan – Mar 2015") == "2015-01..2015-03");
  CHECK(first("June-August 2012") == "2012-06..2012-08");
}

TEST_CASE("what goes on has no end") {
  CHECK(first("06/2019 – present") == "2019-06..now");
  CHECK(first("May 2022 – now") == "2022-05..now");
  CHECK(first("2018 to date") == "2018-01..now");
  CHECK(first("Since 2015") == "2015-01..now");
  CHECK(first("Apr 2021 - Current") == "2021-04..now");
}

TEST_CASE("a date alone is told as one") {
  CHECK(first("Graduated May 2018") == "2018-05");
  CHECK(first("Cashier, 2009") == "2009-01");
}

TEST_CASE("numbers that are no dates are left alone") {
  CHECK(first("(207) 555-0118") == "");
  CHECK(first("Answered 60-70 calls a day") == "");
  CHECK(first("Open 24/7, 9-5") == "");
  CHECK(first("Grades 7/8") == "");
  CHECK(first("Guests may ask; march on") == "");
}
