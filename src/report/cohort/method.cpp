#include "report/cohort/parts.hpp"

namespace rapport::cohort {

Html method(const CohortView& view) {
  Html html;
  html.put(
      "<details class=\"part arithmetic\"><summary>How this was counted</summary>\n<p>An applicant "
      "has, of each skill, the best level of any sentence in their documents. The counts are of "
      "applicants; there are no weights and no scores.</p>\n");
  html.put(
      "<p><b>Shown</b> means demonstrated or quantified: by something they did. <b>Half of "
      "them</b> show that many skills, or more.</p>\n");
  if (view.figures.has_previous) {
    html.put(
        "<p>Each applicant is compared with the previous run that had them, and only in skills "
        "that it asked for as well.</p>\n");
  }
  html.put("<p>The same figures are in <code>summary.csv</code>, a row for each applicant.</p>\n");
  if (view.report.anonymous) {
    html.put(
        "<p>Names are replaced by pseudonyms, which stay the same from run to run. File names and "
        "quoted sentences are left out.</p>\n");
  }
  return html.put("</details>\n");
}

}  // namespace rapport::cohort
