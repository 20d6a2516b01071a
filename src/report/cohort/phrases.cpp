// Sentences that many share word for word: a template that was not made their own.
#include "report/cohort/parts.hpp"

namespace rapport::cohort {
namespace {

constexpr std::size_t phrases_in_sight = 10;
constexpr std::size_t names_in_sight = 6;

Html phrase(const CohortView& view, const SharedPhrase& shared) {
  Html html;
  if (view.report.anonymous || shared.text.empty()) {
    html.put("<li><p class=\"withheld\">A sentence that is not shown here</p>");
  } else {
    html.put("<li><p><q dir=\"auto\">{}</q></p>", shared.text);
  }
  return html.put("<div class=\"sharers\"><b>{}</b>: {}</div></li>\n",
                  counted(shared.applicants.size(), "applicant", "applicants"),
                  applicant_links(view, shared.applicants, names_in_sight));
}

Html list_of(const CohortView& view, std::span<const SharedPhrase> shared) {
  Html html;
  html.put("<ul class=\"shared\">\n");
  for (const SharedPhrase& one : shared) html.add(phrase(view, one));
  return html.put("</ul>\n");
}

}  // namespace

Html phrases(const CohortView& view) {
  const std::span<const SharedPhrase> all = view.report.phrases;
  Html html;
  if (all.empty()) return html;
  html = open_part("phrases", "Word for word the same");
  html.put(
      "<p>Sentences that several applicants share. Often they come from a template or an example "
      "that was never made one’s own; a reader who sees two of these believes neither.</p>\n");
  html.add(list_of(view, all.first(std::min(phrases_in_sight, all.size()))));
  if (all.size() > phrases_in_sight) {
    html.put("<details><summary>{} more</summary>\n{}</details>\n",
             grouped(all.size() - phrases_in_sight), list_of(view, all.subspan(phrases_in_sight)));
  }
  return html.put("</section>\n");
}

}  // namespace rapport::cohort
