// The first screen. Its sentence counts and never averages:
//
//   Of 214 applicants, 180 show Communication and 164 Listening by what they did; 150 leave out
//   Humor and 131 Depersonalization.
#include <fmt/format.h>

#include <algorithm>

#include "report/cited.hpp"
#include "report/cohort/parts.hpp"
#include "report/html/parts.hpp"

namespace rapport::cohort {
namespace {

constexpr std::size_t named = 2;  // skills that the sentence names on each side

using Counter = int (*)(const SkillFigures&);

int shown(const SkillFigures& skill) {
  return skill.shown();
}

int missing(const SkillFigures& skill) {
  return skill.count(Level::none);
}

// The skills of which most applicants are counted, none that counts nobody.
std::vector<std::size_t> foremost(const CohortView& view, Counter counter) {
  std::vector<std::size_t> order = best_shown_first(view.figures);
  const auto count = [&](std::size_t skill) { return counter(view.figures.skills[skill]); };
  std::ranges::stable_sort(order, std::greater{}, count);
  std::erase_if(order, [&](std::size_t skill) { return count(skill) == 0; });
  order.resize(std::min(order.size(), named));
  return order;
}

// "180 show Communication and 164 Listening"
Html named_skills(const CohortView& view, Counter counter, std::string_view one,
                  std::string_view many) {
  Html html;
  bool first = true;
  for (const std::size_t skill : foremost(view, counter)) {
    const auto count = static_cast<std::size_t>(counter(view.figures.skills[skill]));
    html.put("{}{} {}<b>{}</b>", first ? "" : " and ", grouped(count),
             first ? std::string(count == 1 ? one : many) + " " : "",
             view.report.skills[skill].title);
    first = false;
  }
  return html;
}

// A cohort of one is spoken of as an applicant is.
Html verdict_on_one(const CohortView& view) {
  const ApplicantFigures& one = view.figures.applicants.front();
  const auto total = static_cast<int>(view.report.skills.size());
  Html html;
  return html.put(
      "The one applicant shows <b>{} of {}</b> skills by what they did, only names <b>{}</b> and "
      "leaves out <b>{}</b>.",
      one.shown, total, one.covered - one.shown, total - one.covered);
}

Html verdict_on_many(const CohortView& view) {
  Html html;
  const Html strong = named_skills(view, shown, "shows", "show");
  const Html weak = named_skills(view, missing, "leaves out", "leave out");
  html.put("Of {} applicants, ", grouped(view.size()));
  if (strong.empty()) {
    html.put("<b>none</b> shows a skill by what they did");
  } else {
    html.put("{} by what they did", strong);
  }
  if (weak.empty()) return html.put("; <b>no skill</b> is left out by anybody.");
  return html.put("; {}.", weak);
}

Html verdict(const CohortView& view) {
  Html html;
  if (view.size() == 0) {
    return html.put("{}", view.report.unreadable.empty()
                              ? "There is no applicant in this cohort yet."
                              : "No file could be read, so there is no applicant to speak of yet.");
  }
  if (view.report.skills.empty()) return html.put("The profile asks for no skill.");
  return view.size() == 1 ? verdict_on_one(view) : verdict_on_many(view);
}

Html figure(const Html& value, const Html& words) {
  Html html;
  return html.put("<li><b>{}</b> <span>{}</span></li>\n", value, words);
}

Html plain(std::string_view text) {
  Html html;
  return html.put("{}", text);
}

Html course_figure(const CohortView& view, Course course, std::string_view words) {
  const auto count = static_cast<std::size_t>(view.figures.count(course));
  Html link;
  link.put("<a href=\"#progress\">{}</a>", words);
  return figure(plain(grouped(count)), link);
}

Html figures(const CohortView& view) {
  Html html;
  html.put("<ul class=\"figures\">\n");
  html.add(
      figure(plain(grouped(view.size())), plain(view.size() == 1 ? "applicant" : "applicants")));
  if (view.size() > 1 && !view.report.skills.empty()) {
    Html words;
    words.put("of {} skills, or more, shown by half of them", view.report.skills.size());
    html.add(figure(plain(grouped(static_cast<std::size_t>(view.figures.typical))), words));
  }
  if (view.figures.has_previous) {
    html.add(course_figure(view, Course::improved, "improved since the last run"));
    html.add(course_figure(view, Course::fell, "fell back"));
  }
  if (const std::size_t files = view.report.unreadable.size(); files > 0) {
    html.add(figure(plain(grouped(files)),
                    plain("").put("<a href=\"#unreadable\">{} could not be read</a>",
                                  files == 1 ? "file" : "files")));
  }
  return html.put("</ul>\n");
}

// Widths are parts of a hundred, so that the picture needs no size of its own.
Html segment(Level level, double left, double width, int count) {
  constexpr double roomy = 7;  // from here on the count fits in
  Html html;
  html.put("<rect class=\"{}\" x=\"{:.2f}%\" y=\"1\" width=\"{:.2f}%\" height=\"22\"/>",
           rapport::name_of(level), left, width);
  if (width < roomy) return html;
  return html.put("<text class=\"{}\" x=\"{:.2f}%\" y=\"17\">{}</text>", rapport::name_of(level),
                  left + width / 2, grouped(static_cast<std::size_t>(count)));
}

// For eyes only: the counts stand in the cells beside it.
Html stack(const CohortView& view, const SkillFigures& skill) {
  Html html;
  html.put("<svg class=\"stack\" width=\"100%\" height=\"24\" aria-hidden=\"true\">");
  double left = 0;
  for (const Level level : levels_downwards) {
    const int count = skill.count(level);
    if (count == 0) continue;
    const double width = 100.0 * count / static_cast<double>(view.size());
    html.add(segment(level, left, width, count));
    left += width;
  }
  return html.put("</svg>");
}

Html coverage_row(const CohortView& view, std::size_t skill) {
  const SkillFigures& figures = view.figures.skills[skill];
  Html html;
  html.put("<tr><th scope=\"row\"><span>{}</span>{}</th>", view.report.skills[skill].title,
           stack(view, figures));
  for (const Level level : levels_downwards) {
    const auto count = static_cast<std::size_t>(figures.count(level));
    html.put("<td class=\"{}\">", rapport::name_of(level));
    if (count == 0) {
      html.put("0</td>");
    } else {
      html.put("{}</td>", count_link(grouped(count), fmt::format("skill={} level={}", skill,
                                                                 rapport::name_of(level))));
    }
  }
  return html.put("</tr>\n");
}

Html coverage(const CohortView& view) {
  Html html;
  html.put(
      "<table role=\"table\" class=\"coverage-table\">\n<caption>Applicants by their best evidence "
      "of each skill. "
      "A count leads to them.</caption>\n<thead><tr><th scope=\"col\">Skill</th>");
  for (const Level level : levels_downwards) {
    html.put("<th scope=\"col\"><span class=\"badge {}\">{}<span class=\"word\">{}</span></span>",
             rapport::name_of(level), html::pips(level), level_word(level));
    html.put("</th>");
  }
  html.put("</tr></thead>\n<tbody>\n");
  for (const std::size_t skill : best_shown_first(view.figures)) {
    html.add(coverage_row(view, skill));
  }
  return html.put("</tbody>\n</table>\n");
}

Html levels_key() {
  Html html;
  return html.put(
      "<p class=\"levels\"><b>Quantified</b>: they did something that shows it, and a number "
      "measures it. <b>Demonstrated</b>: they did something that shows it. <b>Claimed</b>: a word "
      "says so, nothing they did shows it. <b>Missing</b>: nothing speaks of it.</p>\n");
}

}  // namespace

Html glance(const CohortView& view) {
  Html html;
  html.put("<section class=\"part lead\" id=\"glance\" aria-label=\"At a glance\">\n");
  html.put("<p class=\"verdict\">{}</p>\n{}", verdict(view), figures(view));
  if (view.size() > 0 && !view.report.skills.empty()) html.add(coverage(view)).add(levels_key());
  return html.put("</section>\n");
}

}  // namespace rapport::cohort
