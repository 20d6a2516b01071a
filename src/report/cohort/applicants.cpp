// Applicants × skills. The script draws the table from the data, a screenful first, which is ready
// sooner than a table of 30,000 cells that the browser lays out as a whole; where there is no
// script, <noscript> has that table in words. To a browser with scripts it is one piece of text.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/cited.hpp"
#include "report/cohort/parts.hpp"
#include "report/cohort_data.hpp"
#include "report/html/parts.hpp"

namespace rapport::cohort {
namespace {

Html option(std::string_view value, std::string_view text) {
  Html html;
  return html.put("<option value=\"{}\">{}</option>", value, text);
}

Html skill_choice(const CohortView& view) {
  Html html;
  html.put("<label>Skill <select id=\"by-skill\">{}", option("", "any skill"));
  for (std::size_t skill = 0; skill < view.report.skills.size(); ++skill) {
    html.add(option(fmt::format("{}", skill), view.report.skills[skill].title));
  }
  return html.put("</select></label>\n");
}

Html level_choice() {
  Html html;
  html.put("<label>Level <select id=\"by-level\">{}{}{}", option("", "any level"),
           option("shown", "shown (demonstrated or quantified)"),
           option("gap", "lacking (claimed or missing)"));
  for (const Level level : levels_downwards) {
    html.add(option(rapport::name_of(level), level_word(level)));
  }
  return html.put("</select></label>\n");
}

Html course_choice(const CohortView& view) {
  Html html;
  if (!view.figures.has_previous) return html;
  return html.put(
      "<label>Since the last run <select id=\"by-course\">{}{}{}{}{}</select></label>\n",
      option("", "anyone"), option("improved", "improved"), option("fell", "fell back"),
      option("steady", "as before"), option("new", "new"));
}

Html key(const CohortView& view) {
  Html html;
  html.put("<ul class=\"grid-key\">");
  for (const Level level : levels_downwards) html.put("<li>{}</li>", html::badge(level));
  if (view.figures.has_previous) html.put("<li>▲ rose, ▼ fell since the last run</li>");
  return html.put("</ul>\n");
}

// Only of use with the script, which shows it.
Html controls(const CohortView& view) {
  Html html;
  html.put(
      "<form class=\"controls\" hidden>\n<label>{} <input type=\"search\" id=\"by-name\" "
      "autocomplete=\"off\" spellcheck=\"false\"></label>\n",
      view.report.anonymous ? "Applicant" : "Name or file");
  html.add(skill_choice(view)).add(level_choice()).add(course_choice(view));
  return html.put(
      "<button type=\"reset\">Show all</button>\n<p class=\"status\" "
      "role=\"status\"></p>\n</form>\n");
}

std::string changes_text(const ApplicantFigures& figures) {
  if (figures.course == Course::fresh) return "new";
  if (figures.rose == 0 && figures.fell == 0) return "as before";
  std::string text;
  if (figures.rose > 0) text = fmt::format("{} rose", figures.rose);
  if (figures.fell > 0) text += fmt::format("{}{} fell", text.empty() ? "" : ", ", figures.fell);
  return text;
}

// Without the end tags that HTML can do without, since there are very many.
Html plain_row(const CohortView& view, std::size_t index) {
  const CohortApplicant& applicant = view.report.applicants[index];
  const ApplicantFigures& figures = view.figures.applicants[index];
  Html html;
  html.put("<tr><th scope=row>{}<td>{}", applicant_link(view, applicant.name), figures.shown);
  for (std::size_t skill = 0; skill < view.report.skills.size(); ++skill) {
    const Level level = level_at(applicant, skill);
    html.put("<td class={}>{}", rapport::name_of(level), level_word(level));
  }
  if (view.figures.has_previous) html.put("<td>{}", changes_text(figures));
  html.put("<td>{}", applicant.findings);
  if (!view.report.anonymous)
    html.put("<td>{}", fmt::format("{}", fmt::join(applicant.documents, ", ")));
  return html.put("\n");
}

Html plain_table(const CohortView& view) {
  Html html;
  html.put(
      "<noscript><div class=\"frame\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Table of applicants\"><table class=\"in-words\">\n<thead><tr><th "
      "scope=col>Applicant<th scope=col>Shown");
  for (const CohortSkill& skill : view.report.skills) html.put("<th scope=col>{}", skill.title);
  if (view.figures.has_previous) html.put("<th scope=col>Since the last run");
  html.put("<th scope=col>Worth a look");
  if (!view.report.anonymous) html.put("<th scope=col>Files");
  html.put("</thead>\n<tbody>\n");
  for (std::size_t i = 0; i < view.size(); ++i) html.add(plain_row(view, i));
  return html.put("</tbody></table></div></noscript>\n");
}

}  // namespace

Html applicants(const CohortView& view) {
  Html html;
  if (view.size() == 0) return html;
  html = open_part("applicants", "Applicants and skills");
  html.add(controls(view)).add(key(view));
  html.put(
      "<div class=\"grid-frame\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Table of applicants\" "
      "hidden></div>\n");
  html.put("<button type=\"button\" class=\"more\" hidden>Show more</button>\n");
  html.add(plain_table(view));
  html.put("<script type=\"application/json\" id=\"cohort-data\">");
  html.add_verbatim(cohort_data(view.report, view.figures)).put("</script>\n");
  return html.put("</section>\n");
}

}  // namespace rapport::cohort
