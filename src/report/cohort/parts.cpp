#include "report/cohort/parts.hpp"

#include <algorithm>

#include "report/artifact_path.hpp"

namespace rapport::cohort {

CohortView::CohortView(const CohortReport& of) : report(of), figures(figures_of(of)) {
  for (const CohortApplicant& applicant : report.applicants) {
    if (!applicant.report.empty()) pages.try_emplace(applicant.name, uri_of(applicant.report));
  }
}

Html open_part(std::string_view name, std::string_view title) {
  Html html;
  return html.put(
      "<section class=\"part {0}\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 "
      "id=\"{0}-title\">{1}</h2>\n",
      name, title);
}

Html applicant_link(const CohortView& view, const std::string& name) {
  Html html;
  const auto page = view.pages.find(name);
  if (page == view.pages.end()) return html.put("<bdi>{}</bdi>", shown_name(name));
  return html.put("<a href=\"{}\"><bdi>{}</bdi></a>", page->second, shown_name(name));
}

Html applicant_links(const CohortView& view, std::span<const std::string> names,
                     std::size_t shown) {
  Html html;
  const auto list = [&](std::span<const std::string> some) {
    for (const std::string& name : some) {
      if (&name != some.data()) html.put(", ");
      html.add(applicant_link(view, name));
    }
  };
  list(names.first(std::min(shown, names.size())));
  if (names.size() <= shown) return html;
  html.put(", <details class=\"others\"><summary>and {} more</summary>",
           grouped(names.size() - shown));
  list(names.subspan(shown));
  return html.put("</details>");
}

Html count_link(std::string_view text, std::string_view filter) {
  Html html;
  return html.put("<a class=\"pick\" href=\"#applicants\" data-filter=\"{}\">{}</a>", filter, text);
}

std::string_view name_of(Course course) {
  switch (course) {
    case Course::fresh:
      return "new";
    case Course::improved:
      return "improved";
    case Course::fell:
      return "fell";
    case Course::steady:
      break;
  }
  return "steady";
}

}  // namespace rapport::cohort
