// The tables of the report: where each skill stands, what the postings ask for, the sums.
#include <algorithm>
#include <set>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/html/parts.hpp"
#include "report/matrix.hpp"

namespace rapport::html {
namespace {

// A wide table scrolls in its own frame, which the keyboard can reach.
Html open_frame(const View& view, std::string_view name) {
  Html html;
  return html.put("<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{}\">\n",
                  view.id(std::string(name) + "-title"));
}

Html matrix_head(const View& view, const Matrix& matrix) {
  Html documents;
  Html sections;
  for (auto column = matrix.columns.begin(); column != matrix.columns.end();) {
    const std::size_t reading = column->reading;
    std::size_t span = 0;
    for (; column != matrix.columns.end() && column->reading == reading; ++column, ++span) {
      sections.put("<th scope=\"col\" dir=\"auto\">{}</th>", column->title);
    }
    documents.put("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", span,
                  document_title(view, reading));
  }
  Html html;
  return html.put(
      "<thead>\n<tr><td></td>{}</tr>\n<tr><th scope=\"col\">Skill</th>{}</tr>\n"
      "</thead>\n",
      documents, sections);
}

Html matrix_cell(Level level) {
  Html html;
  if (level == Level::none) return html.put("<td></td>");
  return html.put("<td class=\"{}\">{}<span class=\"vh\">{}</span></td>", name_of(level),
                  pips(level), name_of(level));
}

std::string_view wish_word(Wish wish) {
  return wish == Wish::required ? "required" : "preferred";
}

// The sentences in which the postings ask for a skill.
Html demands(const Comparison& comparison, const DemandedSkill& skill) {
  Html html;
  std::set<UnitKey> seen;
  for (const Demand& demand : skill.demands) {
    const Reading& posting = comparison.postings[demand.posting];
    const Evidence& evidence = posting.evidence[demand.evidence];
    if (!seen.insert({demand.posting, evidence.unit}).second) continue;
    html.put("<p>").add(marked_quote(posting.document, posting.document.units[evidence.unit],
                                     {{evidence.begin, evidence.end}}));
    if (comparison.postings.size() > 1) html.put(" ({})", base_name(posting.document.name));
    html.put("</p>");
  }
  return html;
}

Html could_say(const View& view, const DemandedSkill& skill) {
  Html html;
  if (!skill.could_say) return html;
  const Evidence& evidence = evidence_of(view.application(), *skill.could_say);
  const Document& document = view.document(skill.could_say->reading);
  return html.put(
      "<p class=\"could-say\">You show this as <q dir=\"auto\">{}</q>; they say <q "
      "dir=\"auto\">{}</q>. Their word is yours to use.</p>",
      document.slice(evidence.begin, evidence.end), skill.term);
}

Html demanded_row(const View& view, const Comparison& comparison, const DemandedSkill& skill) {
  const auto& own = view.assessment().skills;
  const auto found = std::ranges::find_if(
      own, [&](const SkillAssessment& mine) { return mine.entry.skill == skill.skill; });
  Html title;
  if (found == own.end()) {
    title.put("{}", skill.title);
  } else {
    title.put("<a href=\"#{}\">{}</a>", view.id("s", static_cast<std::size_t>(found - own.begin())),
              skill.title);
  }
  Html html;
  html.put("<tr><th scope=\"row\">{}</th><td>{}", title, wish_word(skill.wish));
  if (comparison.postings.size() > 1) {
    html.put("<br>in {} of {}", skill.postings, comparison.postings.size());
  }
  return html.put("</td><td>{}</td><td>{}{}</td></tr>\n", badge(skill.level),
                  demands(comparison, skill), could_say(view, skill));
}

Html keywords(const View& view, const Comparison& comparison) {
  Html html;
  if (comparison.keywords.empty()) return html;
  html.put(
      "<h4>Their other words</h4>\n<p>Tools, methods and certificates that the posting "
      "returns to. A search for keywords looks for these; add one only where it is true."
      "</p>\n<ul class=\"keywords\">\n");
  for (const Keyword& keyword : comparison.keywords) {
    std::string where;
    for (const std::size_t reading : keyword.readings) {
      where += (where.empty() ? "in " : ", ") + document_title(view, reading);
    }
    html.put(
        "<li class=\"{}\"><span aria-hidden=\"true\">{}</span> {} <span "
        "class=\"where\">{}</span></li>\n",
        keyword.present() ? "present" : "absent", keyword.present() ? "✓" : "✗", keyword.term,
        keyword.present() ? where : "absent");
  }
  return html.put("</ul>\n");
}

std::string titles(const Assessment& assessment, Level least) {
  std::string text;
  for (const SkillAssessment& skill : assessment.skills) {
    if (skill.level >= least) text += (text.empty() ? "" : ", ") + skill.entry.title;
  }
  return text.empty() ? "none" : text;
}

}  // namespace

Html matrix(const View& view) {
  const Matrix matrix = matrix_of(view.application());
  Html html = open_section(view, "matrix", "Which skill stands where");
  if (matrix.columns.empty()) {
    return html.put("<p>No skill stands anywhere yet.</p>\n</section>\n");
  }
  html.put("<p>The strongest level in each section.</p>\n");
  html.add(open_frame(view, "matrix")).put("<table>\n").add(matrix_head(view, matrix));
  html.put("<tbody>\n");
  for (std::size_t i = 0; i < view.assessment().skills.size(); ++i) {
    html.put("<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th>", view.id("s", i),
             view.assessment().skills[i].entry.title);
    for (const Level level : matrix.levels[i]) html.add(matrix_cell(level));
    html.put("</tr>\n");
  }
  return html.put("</tbody>\n</table>\n</div>\n</section>\n");
}

Html postings(const View& view) {
  const auto& comparison = view.application().comparison;
  if (!comparison) return {};
  Html html = open_section(
      view, "posting",
      comparison->postings.size() == 1 ? "What the posting asks for" : "What the postings ask for");
  if (comparison->skills.empty()) {
    html.put("<p>No skill that Rapport knows is asked for.</p>\n");
  } else {
    html.add(open_frame(view, "posting"));
    html.put(
        "<table>\n<thead><tr><th scope=\"col\">Skill</th><th scope=\"col\">They say it is"
        "</th><th scope=\"col\">You</th><th scope=\"col\">In their words</th></tr></thead>\n"
        "<tbody>\n");
    for (const DemandedSkill& skill : comparison->skills) {
      html.add(demanded_row(view, *comparison, skill));
    }
    html.put("</tbody>\n</table>\n</div>\n");
  }
  return html.add(keywords(view, *comparison)).put("</section>\n");
}

Html arithmetic(const View& view) {
  const Assessment& assessment = view.assessment();
  Html html;
  html.put("<details class=\"arithmetic\"{}><summary>How this was counted</summary>\n",
           view.options.explain ? " open" : "");
  html.put(
      "<p>A skill has the best level of any sentence that speaks of it. No weights, and "
      "nothing else.</p>\n<p><b>Covered</b> counts those that are claimed or better: {} = {} "
      "of {}.</p>\n",
      titles(assessment, Level::claimed), assessment.covered, assessment.skills.size());
  html.put(
      "<p><b>Demonstrated</b> counts those that are demonstrated or quantified: {} = {} of "
      "{}.</p>\n",
      titles(assessment, Level::demonstrated), assessment.demonstrated, assessment.skills.size());
  if (!assessment.profile.source.empty()) {
    html.put("<p>The list of skills is from: {}.</p>\n", assessment.profile.source);
  }
  return html.put("</details>\n");
}

}  // namespace rapport::html
