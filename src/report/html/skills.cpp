// A card for every skill: its evidence and why it counts, and what to write. What needs most work
// stands first.
#include <algorithm>
#include <array>
#include <string_view>

#include "report/cited.hpp"
#include "report/html/parts.hpp"

namespace rapport::html {
namespace {

struct Group {
  Level level;
  std::string_view title;
};

constexpr std::array groups = {
    Group{Level::none, "Missing: if it is true of you, say so"},
    Group{Level::claimed, "Claimed: put something you did behind it"},
    Group{Level::demonstrated, "Demonstrated: a number would make it stronger"},
    Group{Level::quantified, "Quantified: as strong as it gets"},
};

// The other skills that the words of an item show too, as links.
Html also_shows(const View& view, std::size_t skill, const Item& item) {
  Html html;
  std::vector<std::size_t> seen = {skill};
  const auto marks = view.marks_of.find({item.reading, item.unit});
  if (marks == view.marks_of.end()) return html;
  for (const std::size_t mark : marks->second) {
    for (const Shows& shows : view.marks[mark].shows) {
      if (std::ranges::find(seen, shows.skill) != seen.end()) continue;
      seen.push_back(shows.skill);
      html.put("{}<a href=\"#{}\">{}</a>", html.empty() ? "" : ", ",
               view.item_id(shows.skill, shows.item),
               view.assessment().skills[shows.skill].entry.title);
    }
  }
  Html line;
  if (!html.empty()) line.put("<p class=\"also\">The same sentence also shows {}.</p>\n", html);
  return line;
}

std::string place_of(const View& view, const Item& item) {
  const Document& document = view.document(item.reading);
  const Evidence& first = evidence_of(view.application(), item.evidence.front());
  const CitedUnit cited{.document = &document,
                        .unit = item.unit,
                        .level = item.level,
                        .spans = {{first.begin, first.end}}};
  std::string where = cited.place(document_label(view.application(), document));
  return where.empty() ? "Show it in the document" : where;
}

Html reasons(const View& view, const SkillAssessment& skill, const Item& item) {
  Html html;
  for (const Cited& cited : item.evidence) {
    html.put("<p class=\"why\">").add(why(view, cited, skill)).put("</p>\n");
  }
  return html;
}

Html item_html(const View& view, std::size_t skill, std::size_t index) {
  const SkillAssessment& assessed = view.assessment().skills[skill];
  const Item& item = view.items[skill][index];
  const Document& document = view.document(item.reading);
  std::vector<Span> spans;
  for (const Cited& cited : item.evidence) {
    const Evidence& evidence = evidence_of(view.application(), cited);
    spans.push_back({evidence.begin, evidence.end});
  }
  Html html;
  html.put("<li id=\"{}\" class=\"item {}\" tabindex=\"-1\">\n", view.item_id(skill, index),
           name_of(item.level));
  html.add(badge(item.level)).put(" ");
  html.add(marked_quote(document, document.units[item.unit], std::move(spans)));
  html.put("\n<p class=\"place\"><a class=\"to-mark\" href=\"#{}\">{}</a></p>\n",
           view.id("m", item.mark), place_of(view, item));
  html.add(reasons(view, assessed, item)).add(also_shows(view, skill, item));
  for (const std::size_t hint : item.hints) {
    html.put("<div class=\"proposal improves\" id=\"{}\" tabindex=\"-1\">\n",
             view.hint_id({.skill = skill, .proposal = hint}));
    html.add(proposal(view, assessed.proposals[hint])).put("</div>\n");
  }
  return html.put("</li>\n");
}

Html evidence_list(const View& view, std::size_t skill) {
  Html html;
  if (view.items[skill].empty()) return html;
  html.put("<ul class=\"evidence\">\n");
  for (std::size_t i = 0; i < view.items[skill].size(); ++i) html.add(item_html(view, skill, i));
  return html.put("</ul>\n");
}

// Those that improve a sentence stand beside it.
Html gap_proposals(const View& view, std::size_t skill) {
  const SkillAssessment& assessed = view.assessment().skills[skill];
  Html html;
  for (std::size_t i = 0; i < assessed.proposals.size(); ++i) {
    if (assessed.proposals[i].improves) continue;
    html.put("<div class=\"proposal\" id=\"{}\">\n", view.hint_id({.skill = skill, .proposal = i}));
    html.add(proposal(view, assessed.proposals[i])).put("</div>\n");
  }
  if (!assessed.advice.empty()) html.put("<p class=\"advice\">{}</p>\n", assessed.advice);
  return html;
}

Html questions(const SkillAssessment& skill) {
  Html html;
  if (skill.questions.empty()) return html;
  html.put(
      "<details class=\"questions\"><summary>Questions to expect in an interview</summary>"
      "<ul>");
  for (const std::string& question : skill.questions) html.put("<li>{}</li>", question);
  return html.put("</ul></details>\n");
}

std::string extent(std::size_t sentences) {
  if (sentences == 0) return "nothing yet";
  return sentences == 1 ? "1 sentence" : fmt::format("{} sentences", sentences);
}

Html card(const View& view, std::size_t skill, bool open) {
  const SkillAssessment& assessed = view.assessment().skills[skill];
  Html html;
  html.put("<details class=\"card {}\" id=\"{}\" data-title=\"{}\"{}>\n", name_of(assessed.level),
           view.id("s", skill), assessed.entry.title, open ? " open" : "");
  html.put("<summary><h5>{}</h5> {} <span class=\"extent\">{}</span></summary>\n",
           assessed.entry.title, badge(assessed.level), extent(view.items[skill].size()));
  const Skill* known = view.report.lexicon->find(assessed.entry.skill);
  if (known != nullptr && !known->about.empty()) {
    html.put("<p class=\"about\">{}</p>\n", known->about);
  }
  html.add(evidence_list(view, skill)).add(gap_proposals(view, skill)).add(questions(assessed));
  return html.put("</details>\n");
}

}  // namespace

Html skills(const View& view) {
  Html html;
  html.put(
      "<section class=\"skills\" id=\"{}\" aria-labelledby=\"{}\">\n<h3 id=\"{}\">Skill by "
      "skill</h3>\n",
      view.id("skills"), view.id("skills-title"), view.id("skills-title"));
  bool first = true;
  for (const Group& group : groups) {
    Html cards;
    for (std::size_t i = 0; i < view.assessment().skills.size(); ++i) {
      if (view.assessment().skills[i].level != group.level) continue;
      cards.add(card(view, i, first));
      first = false;
    }
    if (!cards.empty()) html.put("<h4>{}</h4>\n", group.title).add(cards);
  }
  return html.put("</section>\n");
}

}  // namespace rapport::html
