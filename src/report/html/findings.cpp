// What else there is to mend, each with the way to its place: what stands alone first, then the
// writing faults, gathered by kind.
#include <algorithm>

#include "report/cited.hpp"
#include "report/finding_groups.hpp"
#include "report/html/parts.hpp"
#include "report/place_text.hpp"
#include "report/results.hpp"

namespace rapport::html {
namespace {

std::string where(const Finding& finding, const View& view) {
  std::string text = finding.document.empty() ? "" : label_of(finding.document, view.application());
  const std::string place = place_text(finding.place);
  if (!place.empty()) text += (text.empty() ? "" : ", ") + place;
  return text;
}

// The words that a finding rests on, each a link to where it stands.
Html quotes(const View& view, std::size_t finding) {
  Html html;
  auto next = std::ranges::lower_bound(view.flags, finding, {}, &Flag::finding);
  for (; next != view.flags.end() && next->finding == finding; ++next) {
    const Flag& flag = *next;
    const Document& document = view.document(flag.reading);
    std::string where = label_of(document.name, view.application());
    const std::string place = place_text(document.place(flag.span.begin, flag.span.end));
    if (!place.empty()) where += (where.empty() ? "" : ", ") + place;
    html.put("{}<a class=\"to-flag\" href=\"#{}\"><q dir=\"auto\">{}</q></a>{}",
             html.empty() ? "" : " · ",
             view.id("q", static_cast<std::size_t>(&flag - view.flags.data())),
             document.slice(flag.span.begin, flag.span.end),
             where.empty() ? "" : " (" + where + ")");
  }
  return html;
}

Html alone(const View& view, const Finding& finding, const std::string& id) {
  Html html;
  html.put("<li class=\"{}\" id=\"{}\"><p><b class=\"severity\">{}</b> {}.",
           name_of(finding.severity), id, name_of(finding.severity), finding.message);
  const std::string place = where(finding, view);
  if (!place.empty()) html.put(" <span class=\"where\">{}</span>", place);
  html.put("</p>");
  if (!finding.remedy.empty()) html.put("<p class=\"remedy\">{}</p>", finding.remedy);
  return html.put("</li>\n");
}

Html entry(const View& view, const FindingGroup& group, const Finding& finding) {
  const auto index = static_cast<std::size_t>(&finding - view.findings.data());
  const Html words = quotes(view, index);
  Html html;
  html.put("<li id=\"{}\" tabindex=\"-1\">", view.id("f", index));
  if (!finding.subject.empty()) html.put("{}: ", finding.subject);
  if (words.empty()) {
    html.put("{}", finding.message);
  } else {
    html.add(words);
  }
  if (finding.remedy != group.remedy && !finding.remedy.empty()) {
    html.put(" <span class=\"remedy\">{}</span>", finding.remedy);
  }
  return html.put("</li>\n");
}

Html group_html(const View& view, const FindingGroup& group) {
  Html html;
  html.put("<li class=\"{0}\"><p><b class=\"severity\">{0}</b> {1}</p>", name_of(group.severity),
           group.title);
  if (!group.remedy.empty()) html.put("<p class=\"remedy\">{}</p>", group.remedy);
  html.put("<ul>\n");
  for (const Finding* finding : group.findings) html.add(entry(view, group, *finding));
  return html.put("</ul></li>\n");
}

}  // namespace

Html findings(const View& view) {
  const auto& all = view.findings;
  if (all.empty()) return {};
  Html html = open_section(view, "findings", "Worth a look in your documents");
  html.put("<ul class=\"finding-list\">\n");
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].title.empty()) html.add(alone(view, all[i], view.id("f", i)));
  }
  for (const FindingGroup& group : grouped(all)) html.add(group_html(view, group));
  return html.put("</ul>\n</section>\n");
}

Html gates(const View& view) {
  const auto& unmet = view.report.unmet_gates;
  if (unmet.empty()) return {};
  Html html = open_section(view, "gates", "Required, and not there");
  html.put("<ul class=\"finding-list\">\n");
  for (std::size_t i = 0; i < unmet.size(); ++i) html.add(alone(view, unmet[i], view.id("g", i)));
  return html.put("</ul>\n</section>\n");
}

}  // namespace rapport::html
