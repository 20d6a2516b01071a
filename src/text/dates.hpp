// Dates as resumes print them: "Jan 2015 – Mar 2017", "2012-14", "06/2019 – present", "since 2015",
// "1 June 2019 to 31/08/2020", "Summer 2018". British and American order; a month is exact enough.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapport {

// Months are counted from year 0: 2015-01 is 12 * 2015. A date that is no more than a year spans
// that year.
struct Month {
  int earliest = 0;
  int latest = 0;
};

struct DateRange {
  std::size_t begin = 0;  // byte range in the text
  std::size_t end = 0;
  Month from{};
  Month to{};            // the same as `from` for a single date
  bool ongoing = false;  // "– present", "since": `to` is then the same as `from`
  bool single = false;   // one date, no range
};

// In order. Numbers that are no dates (telephones, postcodes, sums) are left alone; a bare year
// counts as a single date.
[[nodiscard]] std::vector<DateRange> date_ranges(std::string_view text);

}  // namespace rapport
