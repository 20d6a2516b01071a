// The terminal report's part on postings: each skill that they ask for, gaps first, with the
// sentence that asks; then their other terms, those that the application lacks first.
#include <fmt/format.h>

#include <algorithm>

#include "report/cited.hpp"
#include "report/comparison_text.hpp"
#include "report/display.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {

namespace {

constexpr int value_column = 16;  // as in the report's header
constexpr std::size_t most_terms = 15;

void write_postings(const Comparison& comparison, Page& page) {
  for (std::size_t i = 0; i < comparison.postings.size(); ++i) {
    const std::string name = base_name(comparison.postings[i].document.name);
    page.paragraph({{"  Posting"}},
                   {{shortened(name, page.width() - value_column), Style::strong,
                     page.link(comparison.postings[i].document.name)},
                    {fmt::format(" ({})", posting_summary(comparison, i)), Style::faint}},
                   value_column);
  }
  page.blank();
}

int widest_title(const Comparison& comparison) {
  int widest = 0;
  for (const DemandedSkill& skill : comparison.skills)
    widest = std::max(widest, display_width(printable(skill.title)));
  return std::min(widest, 30);
}

void write_asking(const Comparison& comparison, const CitedUnit& unit, int lines, Page& page) {
  const int columns = lines * (page.width() - body_indent) - 10;  // ragged ends
  page.paragraph({}, quoted(unit.quote(columns)), body_indent);
  const std::string label = posting_label(comparison, *unit.document);
  page.paragraph({}, {{unit.place(label), Style::faint, link_to(unit, page)}}, body_indent);
}

// The employer's own word, only where something shown carries it.
void write_their_word(const Application& application, const DemandedSkill& skill, Page& page) {
  if (!skill.could_say) return;
  const Quote shown = carrying_unit(application, *skill.could_say).quote(page.width() - 30);
  Runs runs = {{"You show this as "}};
  for (Run& run : quoted(shown)) runs.push_back(std::move(run));
  runs.push_back({"; they say "});
  runs.push_back({fmt::format("“{}”", printable(skill.term)), Style::strong});
  runs.push_back({": use their word if it is true of what you did."});
  page.paragraph({{"     → ", Style::good}}, runs, body_indent);
}

// Returns how many sentences were left out.
std::size_t write_skill(const Report& report, const DemandedSkill& skill,
                        const ReportOptions& options, Page& page) {
  const Comparison& comparison = *report.application->comparison;
  const std::vector<CitedUnit> units = asking_units(comparison, skill);
  const std::size_t shown = options.verbose ? units.size() : 1;
  const std::string title = padded(printable(skill.title), widest_title(comparison));
  Runs rest = {{wish_text(comparison, skill)}};
  if (shown < units.size())
    rest.push_back({fmt::format(" (and {} more)", units.size() - shown), Style::faint});
  page.paragraph({level_glyph(skill.level),
                  {"  " + title, Style::strong},
                  {fmt::format("  {:<13}", level_word(skill.level)), style_of(skill.level)}},
                 rest, body_indent);
  const int lines = skill.level < Level::demonstrated || options.verbose ? 2 : 1;
  for (std::size_t i = 0; i < shown; ++i) write_asking(comparison, units[i], lines, page);
  write_their_word(*report.application, skill, page);
  return units.size() - shown;
}

void write_terms(std::string_view lead, Style style, std::vector<std::string> terms, bool all,
                 Page& page) {
  if (terms.empty()) return;
  const std::size_t shown = all ? terms.size() : std::min(most_terms, terms.size());
  Runs body;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) body.push_back({" · ", Style::faint});
    body.push_back({terms[i]});
  }
  if (shown < terms.size())
    body.push_back({fmt::format(" · and {} more", terms.size() - shown), Style::faint});
  page.paragraph({{fmt::format("  {}", lead), style}}, body, value_column);
}

void write_keywords(const Comparison& comparison, bool all, Page& page) {
  if (comparison.keywords.empty()) return;
  page.heading(comparison.postings.size() == 1 ? "The posting’s other words"
                                               : "The postings’ other words");
  write_terms("Not in yours", Style::bad, keyword_terms(comparison, false), all, page);
  write_terms("In yours", Style::good, keyword_terms(comparison, true), all, page);
  page.paragraph(
      {}, {{"A scanner may look for them. Add a word only where it is true of you.", Style::faint}},
      value_column);
  page.blank();
}

}  // namespace

void write_comparison(const Report& report, const ReportOptions& options, Page& page) {
  if (!report.application->comparison) return;
  const Comparison& comparison = *report.application->comparison;
  page.heading(comparison.postings.size() == 1 ? "What the posting asks for"
                                               : "What the postings ask for");
  write_postings(comparison, page);
  std::size_t left_out = 0;
  for (const DemandedSkill& skill : comparison.skills)
    left_out += write_skill(report, skill, options, page);
  if (left_out > 0) {
    page.paragraph({}, {{"One sentence of each; all of them with --verbose.", Style::faint}},
                   body_indent);
  }
  if (!comparison.skills.empty()) page.blank();
  write_keywords(comparison, options.verbose, page);
}

}  // namespace rapport
