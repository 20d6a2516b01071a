// The documents themselves, and the bar that leads through what is marked in them.
#include "report/cited.hpp"
#include "report/html/parts.hpp"

namespace rapport::html {
namespace {

std::string capital(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  }
  return result;
}

// Only of use with the script, which shows it.
Html bar(const View& view) {
  Html html;
  html.put(
      "<div class=\"bar\" hidden>\n<div class=\"chips\" role=\"group\" aria-label=\"Skill to "
      "show\">\n<button type=\"button\" class=\"chip\" aria-pressed=\"true\" "
      "data-skill=\"\">All</button>\n");
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    if (view.items[i].empty()) continue;
    const SkillAssessment& skill = view.assessment().skills[i];
    html.put(
        "<button type=\"button\" class=\"chip {}\" aria-pressed=\"false\" "
        "data-skill=\"{}\">{}{}</button>\n",
        name_of(skill.level), view.id("s", i), pips(skill.level), skill.entry.title);
  }
  return html.put(
      "</div>\n<div class=\"walk\"><button type=\"button\" class=\"previous\">Previous"
      "<span class=\"vh\"> place</span></button><button type=\"button\" "
      "class=\"following\">Next<span class=\"vh\"> place</span></button>"
      "<p class=\"status\" role=\"status\"></p></div>\n</div>\n");
}

Html key(const View& view) {
  Html html;
  html.put(
      "<p class=\"key\">Marked: <span class=\"mark claimed\">claimed</span> <span class=\"mark "
      "demonstrated\">demonstrated</span> <span class=\"mark quantified\">quantified</span>; each "
      "leads to its skill.");
  if (!view.hints_of.empty()) html.put(" A plus leads to a suggestion for its sentence.");
  if (!view.flags.empty()) html.put(" <span class=\"flag\">Worth a look</span> leads to why.");
  return html.put("</p>\n");
}

Html one_document(const View& view, std::size_t reading) {
  const Document& document = view.document(reading);
  const Pages pages = document_pages(view, reading);
  const Html text = document_text(view, reading, pages.placed);
  Html html;
  html.put(
      "<article class=\"document\" id=\"{}\" aria-labelledby=\"{}\">\n<h4 id=\"{}\">{}: {} "
      "<span class=\"format\">{}</span></h4>\n",
      view.id("d", reading), view.id("dt", reading), view.id("dt", reading),
      capital(kind_title(document.kind)), base_name(document.name), format_text(document));
  if (pages.html.empty()) {
    html.add(text);
  } else {
    html.put("<div class=\"sheet\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{}\">\n",
             view.id("dt", reading));
    html.add(pages.html).put("</div>\n");
    html.put(
            "<details class=\"as-text\"><summary>The same as text, the way a machine reads it"
            "</summary>\n")
        .add(text)
        .put("</details>\n");
  }
  return html.put("</article>\n");
}

}  // namespace

Html documents(const View& view) {
  Html html;
  html.put(
      "<section class=\"viewer\" id=\"{0}\" aria-labelledby=\"{1}\">\n<h3 id=\"{1}\">Your "
      "documents</h3>\n",
      view.id("documents"), view.id("documents-title"));
  html.add(bar(view)).add(key(view));
  for (std::size_t i = 0; i < view.application().readings.size(); ++i) {
    html.add(one_document(view, i));
  }
  return html.put("</section>\n");
}

}  // namespace rapport::html
