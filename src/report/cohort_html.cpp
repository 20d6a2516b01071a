// The cohort's page: what a counselor shows in a meeting, from the sentence that sums it up down
// to each applicant.
#include <fmt/format.h>

#include "report/cohort/parts.hpp"
#include "report/html/parts.hpp"
#include "report/html_page.hpp"

namespace rapport {
namespace {

using cohort::CohortView;

struct PagePart {
  std::string_view id;
  std::string_view title;  // in the list of parts
  Html (*write)(const CohortView& view);
};

constexpr PagePart parts[] = {
    {"gaps", "What to teach", cohort::gaps},
    {"progress", "Since the last run", cohort::progress},
    {"applicants", "Applicants", cohort::applicants},
    {"phrases", "Shared sentences", cohort::phrases},
    {"unreadable", "Not read", cohort::unreadable},
};

// "Profile: Customer service · posting: clerk.txt · 4 May 2026"
Html subtitle(const CohortReport& report) {
  Html html;
  html.put("<p class=\"subtitle\">Skills: {}", report.profile);
  if (!report.posting.empty()) html.put(" · posting: {}", report.posting);
  if (!report.made.empty()) html.put(" · {}", report.made);
  if (report.anonymous) html.put(" · with pseudonyms");
  return html.put("</p>\n");
}

// In a pattern of SVG, since a colour alone tells nothing to some, and to no one on grey paper.
Html hatching() {
  Html html;
  return html.put(
      "<svg class=\"shapes\" aria-hidden=\"true\" width=\"0\" height=\"0\"><pattern "
      "id=\"hatching\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect "
      "class=\"hatching-ground\" width=\"6\" height=\"6\"/><path class=\"hatching-line\" "
      "d=\"M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5\"/></pattern></svg>\n");
}

Html body_of(const CohortView& view) {
  Html links;
  Html written;
  for (const PagePart& part : parts) {
    const Html html = part.write(view);
    if (html.empty()) continue;
    links.put("<li><a href=\"#{}\">{}</a></li>", part.id, part.title);
    written.add(html);
  }
  Html body;
  body.put("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n{}{}", html::shapes(),
           hatching());
  body.put("<header class=\"top cohort-top\"><div><h1>{}</h1>\n{}</div>\n", view.report.title,
           subtitle(view.report));
  if (!links.empty()) {
    body.put("<nav aria-label=\"Parts of the report\"><ul>{}</ul></nav>\n", links);
  }
  body.put("</header>\n<main id=\"report\" tabindex=\"-1\">\n");
  body.add(cohort::glance(view)).add(written).add(cohort::method(view)).put("</main>\n");
  return body.put(
      "<footer>Made by Rapport on your own computer. This file holds all of it, and asks nothing "
      "of the network.</footer>\n");
}

}  // namespace

std::string cohort_html(const CohortReport& report) {
  const CohortView view(report);
  // The grid needs to know how many columns it has; elements may not carry a style of their own.
  const std::string style =
      fmt::format("{}\n{}\n:root {{ --skills: {}; }}\n", html_asset("report.css"),
                  html_asset("cohort.css"), std::max<std::size_t>(1, report.skills.size()));
  return html_page(report.title, body_of(view), style,
                   fmt::format("{}{}", html_asset("copy.js"), html_asset("cohort.js")));
}

}  // namespace rapport
