// The parts of the cohort's page, from its top to its end. The look is the one of an applicant's
// report (report.css); cohort.css adds what is only here.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "report/cohort/figures.hpp"
#include "report/html_text.hpp"

namespace rapport::cohort {

struct CohortView {
  explicit CohortView(const CohortReport& of);

  const CohortReport& report;
  CohortFigures figures{};
  std::map<std::string, std::string> pages{};  // an applicant's page, by name; escaped for a link

  [[nodiscard]] std::size_t size() const { return report.applicants.size(); }
};

// A part of the page with its heading; </section> is left to the caller.
[[nodiscard]] Html open_part(std::string_view name, std::string_view title);
// The name, leading to the applicant's page where there is one.
[[nodiscard]] Html applicant_link(const CohortView& view, const std::string& name);
// Names after each other, the first `shown` in sight and the others folded away.
[[nodiscard]] Html applicant_links(const CohortView& view, std::span<const std::string> names,
                                   std::size_t shown);
// A count that leads to the table of applicants; with the script, to those it counts. `filter` is
// what the script is told: "skill=3 level=none", "course=improved".
[[nodiscard]] Html count_link(std::string_view text, std::string_view filter);
// The name of a course in filters and classes.
[[nodiscard]] std::string_view name_of(Course course);

// The first screen: what the cohort shows and lacks, in a sentence, in figures and as a picture.
[[nodiscard]] Html glance(const CohortView& view);
// These are empty where there is nothing to tell.
[[nodiscard]] Html gaps(const CohortView& view);
[[nodiscard]] Html progress(const CohortView& view);
[[nodiscard]] Html applicants(const CohortView& view);
[[nodiscard]] Html phrases(const CohortView& view);
[[nodiscard]] Html unreadable(const CohortView& view);
[[nodiscard]] Html method(const CohortView& view);

}  // namespace rapport::cohort
