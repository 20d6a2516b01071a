// Roles: the entries of a resume's experience, told by the dates they carry, so that what was shown
// long ago can be told from what is shown today.
//
//     Shop Assistant, Elm & Oak            June 2003 – March 2007
//     - Calmed shoppers …                  belongs to the role that ended in March 2007
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rapport/document.hpp"

namespace rapport {

class Roles {
 public:
  // A role begins at a unit that carries a date range and is no bullet, or a short one that ends in
  // a single date, and goes on to the next or to the end of its section.
  explicit Roles(const Document& document);

  // Whether a unit belongs to a role that ended more than ten years before the newest date of the
  // document. There is no clock: a report is the same tomorrow, and "today" cannot be later than
  // what the document proves. Of a date that is no more than a year, what is in favour of the role
  // is taken. Ten years, because that is how far back resumes are commonly read.
  [[nodiscard]] bool is_old(std::size_t unit) const;
  // The year in which a unit's role ended; 0 where no date says so, or it goes on.
  [[nodiscard]] int year_ended(std::size_t unit) const;
  // The year of the newest date; 0 without any.
  [[nodiscard]] int newest_year() const { return newest_ / 12; }

 private:
  std::vector<std::optional<int>> ended_{};  // by unit: month, counted from year 0
  int newest_ = 0;
};

}  // namespace rapport
