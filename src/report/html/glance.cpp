// The first screen: somebody who has never heard of Rapport learns from it how many skills the
// application shows, which are missing, and what to do next.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/html/parts.hpp"

namespace rapport::html {
namespace {

constexpr std::array levels = {Level::quantified, Level::demonstrated, Level::claimed, Level::none};

std::string_view meaning(Level level) {
  switch (level) {
    case Level::quantified:
      return "You did something that shows it, and a number measures it.";
    case Level::demonstrated:
      return "You did something that shows it.";
    case Level::claimed:
      return "A word says so, but nothing you did shows it.";
    case Level::none:
      break;
  }
  return "Nothing in your documents speaks of it.";
}

std::vector<std::size_t> skills_at(const Assessment& assessment, Level level) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < assessment.skills.size(); ++i) {
    if (assessment.skills[i].level == level) found.push_back(i);
  }
  return found;
}

// Links to the cards of the skills: "A, B and C".
Html links(const View& view, const std::vector<std::size_t>& skills) {
  Html html;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    if (i > 0) html.put("{}", i + 1 == skills.size() ? " and " : ", ");
    html.put("<a href=\"#{}\">{}</a>", view.id("s", skills[i]),
             view.assessment().skills[skills[i]].entry.title);
  }
  return html;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return count == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", count, many);
}

// "Of 10 skills, your documents show 6 by what you did, only name 2 and leave out 2."
Html verdict(const View& view) {
  const Assessment& assessment = view.assessment();
  const auto total = static_cast<int>(assessment.skills.size());
  const int named = assessment.covered - assessment.demonstrated;
  const int missing = total - assessment.covered;
  const bool one = view.application().readings.size() == 1;
  Html html;
  html.put("<p class=\"verdict\">Of {} skills, your {} <b>{} {}</b> by what you did", total,
           one ? kind_title(view.document(0).kind) : "documents", one ? "shows" : "show",
           assessment.demonstrated);
  if (named > 0) {
    html.put("{} <b>only {} {}</b>", missing > 0 ? "," : " and", one ? "names" : "name", named);
  }
  if (missing > 0) html.put(" and <b>{} out {}</b>", one ? "leaves" : "leave", missing);
  return html.put(".</p>\n");
}

constexpr int cell = 60;  // of the picture, one skill wide
constexpr int gap = 6;

// A bracket under or over the first `count` cells.
Html bracket(std::string_view name, int count, int y, int tip) {
  Html html;
  if (count == 0) return html;
  const int right = count * cell - gap;
  return html.put("<path class=\"bracket {}\" d=\"M1.5 {}V{}H{}V{}\"/>", name, tip, y, right - 1.5,
                  tip);
}

Html picture(const View& view) {
  const Assessment& assessment = view.assessment();
  const auto total = static_cast<int>(assessment.skills.size());
  std::string label;
  Html cells;
  int x = 0;
  for (const Level level : levels) {
    const auto found = skills_at(assessment, level);
    label += fmt::format("{}{} {}", label.empty() ? "" : ", ", found.size(), level_word(level));
    for (const std::size_t skill : found) {
      const int width = cell - gap;
      cells.put("<g class=\"cell {}\"><title>{}: {}</title>", name_of(level),
                assessment.skills[skill].entry.title, level_word(level));
      cells.put("<rect x=\"{}\" y=\"21\" width=\"{}\" height=\"38\" rx=\"5\"/>", x + 1, width - 2);
      cells.put("<use href=\"#level-{}\" x=\"{}\" y=\"34\" width=\"36\" height=\"12\"/></g>\n",
                name_of(level), x + width / 2 - 18);
      x += cell;
    }
  }
  Html html;
  return html
      .put(
          "<svg class=\"picture\" viewBox=\"0 0 {} 80\" role=\"img\" aria-label=\"Of {} skills: "
          "{}.\">\n",
          std::max(1, total) * cell - gap, total, label)
      .add(bracket("shown", assessment.demonstrated, 4, 14))
      .add(cells)
      .add(bracket("named", assessment.covered, 76, 66))
      .put("</svg>\n");
}

Html figures(const View& view) {
  const Assessment& assessment = view.assessment();
  Html html;
  html.put("<figure class=\"coverage\">\n");
  html.put(
      "<p class=\"sum shown\"><b>Demonstrated: {} of {}</b> skills are shown by something you "
      "did.</p>\n",
      assessment.demonstrated, assessment.skills.size());
  html.add(picture(view));
  return html.put(
      "<p class=\"sum named\"><b>Covered: {} of {}</b> skills are shown, or at least named."
      "</p>\n</figure>\n",
      assessment.covered, assessment.skills.size());
}

// One column a level: what it means, and whose level it is.
Html legend(const View& view) {
  Html html;
  html.put("<ul class=\"legend\">\n");
  for (const Level level : levels) {
    const auto found = skills_at(view.assessment(), level);
    html.put("<li class=\"{}\">{} <span class=\"count\">{}</span><p class=\"meaning\">{}</p>",
             name_of(level), badge(level), found.size(), meaning(level));
    if (found.empty()) {
      html.put("<p class=\"none-here\">None.</p>");
    } else {
      html.put("<ul>");
      for (const std::size_t skill : found) {
        html.put("<li><a href=\"#{}\">{}</a></li>", view.id("s", skill),
                 view.assessment().skills[skill].entry.title);
      }
      html.put("</ul>");
    }
    html.put("</li>\n");
  }
  return html.put("</ul>\n");
}

std::size_t to_quantify(const Assessment& assessment) {
  std::size_t count = 0;
  for (const SkillAssessment& skill : assessment.skills) {
    count += static_cast<std::size_t>(std::ranges::count_if(
        skill.proposals,
        [](const Proposal& proposal) { return proposal.aim == Proposal::Aim::quantify; }));
  }
  return count;
}

// What the postings ask for and nothing shows.
Html asked_for(const View& view) {
  const auto& comparison = view.application().comparison;
  Html html;
  if (!comparison) return html;
  std::vector<std::string> titles;
  for (const DemandedSkill& skill : comparison->skills) {
    if (skill.level < Level::demonstrated) titles.push_back(skill.title);
  }
  if (titles.empty()) return html;
  html.put("<li><b>The posting comes first.</b> It asks for ");
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (i > 0) html.put("{}", i + 1 == titles.size() ? " and " : ", ");
    html.put("{}", titles[i]);
  }
  return html.put(
      ", which your documents do not show: see <a href=\"#{}\">the comparison</a>."
      "</li>\n",
      view.id("posting"));
}

Html steps(const View& view) {
  const Assessment& assessment = view.assessment();
  Html html = asked_for(view);
  if (const auto missing = skills_at(assessment, Level::none); !missing.empty()) {
    html.put(
        "<li><b>Say what is missing, if it is true of you:</b> {}. Each comes with "
        "phrasings to fill in.</li>\n",
        links(view, missing));
  }
  if (const auto claimed = skills_at(assessment, Level::claimed); !claimed.empty()) {
    html.put(
        "<li><b>Put something you did behind the word:</b> {}. Readers believe deeds, not "
        "adjectives.</li>\n",
        links(view, claimed));
  }
  if (const std::size_t count = to_quantify(assessment); count > 0) {
    html.put(
        "<li><b>Add a number or a result</b> where {} already: how many, how often, what "
        "came of it.</li>\n",
        counted(count, "sentence shows something", "sentences show something"));
  }
  const auto odd = static_cast<std::size_t>(std::ranges::count_if(
      view.findings, [](const Finding& finding) { return finding.severity != Severity::note; }));
  if (odd > 0) {
    html.put("<li><b>Look at {}</b> <a href=\"#{}\">worth mending in your files</a>.</li>\n",
             counted(odd, "thing", "things"), view.id("findings"));
  }
  return html;
}

Html next(const View& view) {
  Html html;
  html.put(
      "<section class=\"next\" aria-labelledby=\"{0}\">\n<h3 id=\"{0}\">What to do "
      "next</h3>\n",
      view.id("next"));
  const Html todo = steps(view);
  if (todo.empty()) {
    html.put(
        "<p>Every skill is demonstrated, and nothing about your files is odd. Read them "
        "aloud once more, and send them.</p>\n");
  } else {
    html.put("<ol>\n").add(todo).put(
        "</ol>\n<p class=\"honest\">Fill the "
        "<span class=\"blank\">[blanks]</span> with your own facts, "
        "and use only what is true of you.</p>\n");
  }
  return html.put("</section>\n");
}

}  // namespace

Html glance(const View& view) {
  Html html;
  html.put("<section class=\"glance\" aria-label=\"At a glance\">\n").add(verdict(view));
  return html.add(figures(view)).add(legend(view)).add(next(view)).put("</section>\n");
}

}  // namespace rapport::html
