// What to teach: the skills that most applicants leave out or only claim, with phrasings.
#include <fmt/format.h>

#include "report/cohort/parts.hpp"
#include "report/html/parts.hpp"

namespace rapport::cohort {
namespace {

constexpr std::size_t open_ones = 3;

Html phrasings(const CohortSkill& skill) {
  Html html;
  if (skill.phrasings.empty()) return html;
  html.put("<p>Phrasings to fill in together, each with what is true of its writer:</p>\n<ul>\n");
  for (const std::string& phrasing : skill.phrasings) {
    html.put(
        "<li class=\"phrase\"><span class=\"words\">{}</span> <button type=\"button\" "
        "class=\"copy\" hidden>Copy<span class=\"vh\"> this phrasing</span></button></li>\n",
        html::with_blanks(phrasing));
  }
  return html.put("</ul>\n");
}

// "1,204 leave it out, 310 only claim it"
std::string extent(const SkillFigures& figures) {
  const auto missing = static_cast<std::size_t>(figures.count(Level::none));
  const auto claimed = static_cast<std::size_t>(figures.count(Level::claimed));
  std::string text;
  if (missing > 0) text = counted(missing, "leaves it out", "leave it out");
  if (claimed == 0) return text;
  return text + (text.empty() ? "" : ", ") + counted(claimed, "only claims it", "only claim it");
}

Html card(const CohortView& view, std::size_t index, bool open) {
  const CohortSkill& skill = view.report.skills[index];
  const SkillFigures& figures = view.figures.skills[index];
  const Level level = figures.count(Level::none) > 0 ? Level::none : Level::claimed;
  Html html;
  html.put("<details class=\"card {}\"{}><summary><b>{}</b> <span class=\"extent\">{}</span>",
           rapport::name_of(level), open ? " open" : "", skill.title, extent(figures));
  html.put("</summary>\n<p class=\"about\">{} {}</p>\n", skill.about,
           count_link("Who lacks it", fmt::format("skill={} level=gap", index)));
  return html.put("{}</details>\n", phrasings(skill));
}

}  // namespace

Html gaps(const CohortView& view) {
  Html html;
  if (view.size() == 0) return html;
  std::size_t told = 0;
  for (const std::size_t skill : widest_gap_first(view.figures)) {
    if (view.figures.skills[skill].gap() == 0) break;
    if (told == 0) {
      html = open_part("gaps", "What to teach first");
      html.put("<p>The skills that most of them leave out, or name without a deed.</p>\n");
    }
    html.add(card(view, skill, told < open_ones));
    ++told;
  }
  if (told > 0) html.put("</section>\n");
  return html;
}

}  // namespace rapport::cohort
