// What has changed since the previous run: who improved, who fell back, and in which skills.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "report/cited.hpp"
#include "report/cohort/parts.hpp"

namespace rapport::cohort {
namespace {

constexpr std::size_t told_applicants = 8;
constexpr std::size_t told_skills = 3;

Html count_of(const CohortView& view, Course course, std::string_view one, std::string_view many) {
  const auto count = static_cast<std::size_t>(view.figures.count(course));
  if (count == 0) return Html().put("0 {}", many);
  return count_link(counted(count, one, many), "course=" + std::string(name_of(course)));
}

Html summary(const CohortView& view) {
  Html html;
  html.put("<p class=\"sentence\">{}, {} and {}.",
           count_of(view, Course::improved, "improved", "improved"),
           count_of(view, Course::fell, "fell back", "fell back"),
           count_of(view, Course::steady, "stands where they stood", "stand where they stood"));
  if (view.figures.count(Course::fresh) > 0) {
    html.put(" {}.", count_of(view, Course::fresh, "is new", "are new"));
  }
  return html.put(
      "</p>\n<p class=\"meaning\">Improved: more skills rose by a level or two than fell. Fell "
      "back: the other way round.</p>\n");
}

// The applicants of a course, those who moved most first.
std::vector<std::size_t> movers(const CohortView& view, Course course) {
  const auto& figures = view.figures.applicants;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].course == course) order.push_back(i);
  }
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
    return std::abs(figures[i].rose - figures[i].fell);
  });
  return order;
}

// "Listening from claimed to demonstrated"
Html moves(const CohortView& view, std::size_t index, bool up) {
  const CohortApplicant& applicant = view.report.applicants[index];
  Html html;
  std::size_t count = 0;
  for (std::size_t skill = 0; skill < view.report.skills.size(); ++skill) {
    const Level before = level_before(applicant, skill);
    const Level now = level_at(applicant, skill);
    if (up ? now <= before : now >= before) continue;
    if (++count > told_skills) continue;
    html.put("{}{} from {} to <b class=\"{}\">{}</b>", count > 1 ? "; " : "",
             view.report.skills[skill].title, level_word(before), rapport::name_of(now),
             level_word(now));
  }
  if (count > told_skills) html.put("; {} more", count - told_skills);
  return html;
}

Html list_of(const CohortView& view, Course course, std::string_view title) {
  const std::vector<std::size_t> order = movers(view, course);
  Html html;
  if (order.empty()) return html;
  html.put("<div class=\"movers\"><h3>{}</h3>\n<ul>\n", title);
  for (const std::size_t i : std::span(order).first(std::min(order.size(), told_applicants))) {
    html.put("<li>{}: {}</li>\n", applicant_link(view, view.report.applicants[i].name),
             moves(view, i, course == Course::improved));
  }
  html.put("</ul>\n");
  if (order.size() > told_applicants) {
    html.put("<p>{}</p>\n", count_link("and " + grouped(order.size() - told_applicants) + " more",
                                       "course=" + std::string(name_of(course))));
  }
  return html.put("</div>\n");
}

// A bar to the right for those who rose, one to the left for those who fell. For eyes only.
Html swing(const SkillFigures& skill, int widest) {
  const double rose = 50.0 * skill.rose / widest;
  const double fell = 50.0 * skill.fell / widest;
  Html html;
  return html.put(
      "<svg class=\"swing\" width=\"100%\" height=\"16\" aria-hidden=\"true\"><rect class=\"fell\" "
      "x=\"{:.2f}%\" y=\"2\" width=\"{:.2f}%\" height=\"12\"/><rect class=\"rose\" x=\"50%\" "
      "y=\"2\" width=\"{:.2f}%\" height=\"12\"/><rect class=\"axis\" x=\"50%\" y=\"0\" "
      "width=\"1\" height=\"16\"/></svg>",
      50 - fell, fell, rose);
}

std::string number(int count) {
  return grouped(static_cast<std::size_t>(count));
}

Html skill_table(const CohortView& view) {
  const auto& skills = view.figures.skills;
  std::vector<std::size_t> order(skills.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t skill) {
    return std::tuple(skills[skill].rose - skills[skill].fell, skills[skill].rose);
  });
  int widest = 1;
  for (const SkillFigures& skill : skills) widest = std::max({widest, skill.rose, skill.fell});
  Html html;
  html.put(
      "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-labelledby=\"per-skill\"><table "
      "class=\"progress-table\">\n<caption id=\"per-skill\">Skill by skill, of the {} who were "
      "there before</caption>\n<thead><tr><th scope=\"col\">Skill</th><th scope=\"col\">Fell</th>"
      "<td></td><th scope=\"col\">Rose</th><th scope=\"col\">Shown before</th><th "
      "scope=\"col\">Shown now</th></tr></thead>\n<tbody>\n",
      grouped(view.size() - static_cast<std::size_t>(view.figures.count(Course::fresh))));
  for (const std::size_t skill : order) {
    const SkillFigures& figures = skills[skill];
    html.put(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"picture-cell\">{}</td><td>{}</td>"
        "<td>{}</td><td>{}</td></tr>\n",
        view.report.skills[skill].title, number(figures.fell), swing(figures, widest),
        number(figures.rose), number(figures.shown_before), number(figures.shown_after));
  }
  return html.put("</tbody>\n</table></div>\n");
}

}  // namespace

Html progress(const CohortView& view) {
  Html html;
  if (!view.figures.has_previous) return html;
  html = open_part("progress", view.report.previous.empty()
                                   ? std::string("Since the last run")
                                   : "Since the last run, " + view.report.previous);
  html.add(summary(view)).put("<div class=\"columns\">\n");
  html.put("{}{}</div>\n", list_of(view, Course::improved, "Who improved most"),
           list_of(view, Course::fell, "Who fell back"));
  return html.add(skill_table(view)).put("</section>\n");
}

}  // namespace rapport::cohort
