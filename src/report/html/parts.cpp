#include "report/html/parts.hpp"

#include <limits>

#include "report/cited.hpp"
#include "report/display.hpp"

namespace rapport::html {
namespace {

constexpr int whole = std::numeric_limits<int>::max() / 2;  // columns: nothing is cut

Html phrase(std::string_view label, std::string_view text) {
  Html html;
  html.put("<div class=\"phrase\">");
  if (!label.empty()) html.put("<span class=\"label\">{}</span> ", label);
  return html.put(
      "<span class=\"words\" dir=\"auto\">{}</span> "
      "<button type=\"button\" class=\"copy\" hidden>Copy<span class=\"vh\"> this "
      "phrasing</span></button></div>",
      with_blanks(text));
}

// Whether a sentence is better told under another heading than the one it stands under.
bool moves(const View& view, const Proposal& proposal) {
  if (!proposal.improves || proposal.heading.empty()) return false;
  const Document& document = view.document(proposal.improves->reading);
  const Unit& unit = document.units[evidence_of(view.application(), *proposal.improves).unit];
  return unit.section >= document.sections.size() ||
         document.sections[unit.section].heading != proposal.heading;
}

std::string belongs_in(const View& view, const Proposal& proposal) {
  if (proposal.improves && !moves(view, proposal)) return "You could say";
  std::string text =
      proposal.kind == DocumentKind::cover_letter ? "For your letter" : "For your resume";
  if (proposal.heading.empty()) return text;
  return text + ", under “" + shortened(printable(proposal.heading), 40) + "”";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

}  // namespace

std::string document_title(const View& view, std::size_t reading) {
  const Document& document = view.document(reading);
  const std::string label = document_label(view.application(), document);
  return label.empty() ? base_name(document.name) : label;
}

Html open_section(const View& view, std::string_view name, std::string_view title) {
  const std::string title_id = view.id(std::string(name) + "-title");
  Html html;
  return html.put(
      "<section class=\"{0}\" id=\"{1}\" aria-labelledby=\"{2}\">\n<h3 "
      "id=\"{2}\">{3}</h3>\n",
      name, view.id(name), title_id, title);
}

Html pips(Level level) {
  Html html;
  return html.put(
      "<svg class=\"pips {}\" viewBox=\"0 0 32 10\" aria-hidden=\"true\"><use "
      "href=\"#level-{}\"/></svg>",
      name_of(level), name_of(level));
}

Html badge(Level level) {
  Html html;
  return html.put("<span class=\"badge {}\">{}{}</span>", name_of(level), pips(level),
                  level_word(level));
}

Html shapes() {
  Html html;
  html.put("<svg class=\"shapes\" aria-hidden=\"true\" width=\"0\" height=\"0\">");
  for (const Level level : {Level::none, Level::claimed, Level::demonstrated, Level::quantified}) {
    html.put("<symbol id=\"level-{}\" viewBox=\"0 0 32 10\">", name_of(level));
    for (int step = 1; step <= 3; ++step) {
      html.put("<circle class=\"{}\" cx=\"{}\" cy=\"5\" r=\"3.8\"/>",
               step <= static_cast<int>(level) ? "full" : "hollow", 11 * step - 6);
    }
    html.put("</symbol>");
  }
  return html.put("</svg>\n");
}

Html with_blanks(std::string_view text) {
  Html html;
  while (!text.empty()) {
    const std::size_t open = text.find('[');
    const std::size_t close = text.find(']', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    html.put("{}<span class=\"blank\">{}</span>", text.substr(0, open),
             text.substr(open, close + 1 - open));
    text.remove_prefix(close + 1);
  }
  return html.put("{}", text);
}

Html marked_quote(const Document& document, const Unit& unit, std::vector<Span> spans) {
  Html html;
  html.put("<q dir=\"auto\">");
  for (const Fragment& fragment :
       quote(document.text, {unit.begin, unit.end}, std::move(spans), whole)) {
    if (fragment.marked) {
      html.put("<b>{}</b>", fragment.text);
    } else {
      html.put("{}", fragment.text);
    }
  }
  return html.put("</q>");
}

Html proposal(const View& view, const Proposal& proposal) {
  Html html;
  html.put("<p class=\"belongs\">");
  if (!proposal.missing.empty()) {
    html.put("Your words leave open <b>{}</b>. ", joined(proposal.missing));
  }
  html.put("{}", belongs_in(view, proposal));
  html.put(":</p>\n").add(phrase("", proposal.text));
  if (!proposal.plain.empty() && proposal.plain != proposal.text) {
    html.put("\n").add(phrase("or, without numbers:", proposal.plain));
  }
  return html;
}

std::string shown_by(const View& view, const Mark& mark) {
  std::string text;
  for (const Shows& shows : mark.shows) {
    if (!text.empty()) text += "; ";
    text += view.assessment().skills[shows.skill].entry.title;
    text += ", ";
    text += name_of(shows.level);
  }
  return text;
}

Html mark_attributes(const View& view, const Mark& mark) {
  std::string skills;
  std::string items;
  for (const Shows& shows : mark.shows) {
    skills += (skills.empty() ? "" : " ") + view.id("s", shows.skill);
    items += (items.empty() ? "" : " ") + view.item_id(shows.skill, shows.item);
  }
  const Shows& best = mark.shows.front();
  Html html;
  return html.put(
      "class=\"mark {}\" href=\"#{}\" data-skills=\"{}\" data-items=\"{}\" data-shows=\"{}\"",
      name_of(best.level), view.item_id(best.skill, best.item), skills, items,
      shown_by(view, mark));
}

}  // namespace rapport::html
