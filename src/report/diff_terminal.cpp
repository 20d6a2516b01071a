// The report on two drafts for a person at a terminal: the figures, what was gained and lost, the
// sentences behind it, and what is left to look at.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/diff_report.hpp"
#include "report/display.hpp"
#include "report/place_text.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

constexpr int label_column = 16;

void write_side(std::string_view side, const Application& application, Page& page) {
  for (const Reading& reading : application.readings) {
    const Document& document = reading.document;
    page.paragraph(
        {{fmt::format("  {}", side)}},
        {{shortened(base_name(document.name), page.width() - label_column), Style::strong},
         {fmt::format(" ({}, {})", kind_title(document.kind), format_text(document)),
          Style::faint}},
        label_column);
    side = "";
  }
}

void write_figure(std::string_view what, int before, int after, std::size_t of, Page& page) {
  const Style style = after > before ? Style::good : after < before ? Style::bad : Style::plain;
  Runs body = {{fmt::format("{} → ", before)},
               {fmt::format("{} of {}", after, of), style == Style::plain ? Style::strong : style}};
  if (after != before) body.push_back({fmt::format(" ({:+})", after - before), style});
  page.paragraph({{fmt::format("  {}", what)}}, body, label_column);
}

void write_header(const DiffReport& report, Page& page) {
  const Assessment& before = report.before->assessment;
  const Assessment& after = report.after->assessment;
  page.heading("What changed: " + printable(after.profile.title));
  write_side("Old", *report.before, page);
  write_side("New", *report.after, page);
  page.blank();
  write_figure("Covered", before.covered, after.covered, after.skills.size(), page);
  write_figure("Demonstrated", before.demonstrated, after.demonstrated, after.skills.size(), page);
  page.blank();
}

int widest_title(const Assessment& assessment) {
  int widest = 0;
  for (const SkillAssessment& skill : assessment.skills) {
    widest = std::max(widest, display_width(printable(skill.entry.title)));
  }
  return std::min(widest, 30);
}

void write_skills(std::string_view heading, const DiffReport& report, bool gained, Page& page) {
  bool any = false;
  const int widest = widest_title(report.after->assessment);
  for (const LevelStep& step : report.diff.skills) {
    if (gained ? step.after <= step.before : step.after >= step.before) continue;
    if (!any) page.heading(heading);
    any = true;
    const std::string& title = report.after->assessment.skills[step.skill].entry.title;
    page.paragraph(
        {level_glyph(step.after), {"  " + padded(printable(title), widest) + ' ', Style::strong}},
        {{fmt::format("{} →", level_word(step.before)), style_of(step.before)},
         {" "},
         {std::string(level_word(step.after)), style_of(step.after)}},
        body_indent);
  }
  if (any) page.blank();
}

void write_quote(const Application& application, UnitRef ref, const UnitChange& change,
                 std::string_view lead, Page& page) {
  const CitedUnit cited = cited_unit(application, ref, change.skills);
  const int columns = 2 * (page.width() - body_indent) - 10;  // ragged ends
  Runs body = quoted(cited.quote(columns));
  if (!lead.empty()) body.insert(body.begin(), {std::string(lead), Style::faint});
  page.paragraph({}, body, body_indent);
  const std::string place = cited.place(document_label(application, *cited.document));
  if (!place.empty()) page.paragraph({}, {{place, Style::faint}}, body_indent);
}

Run mark_of(UnitChange::Kind kind) {
  switch (kind) {
    case UnitChange::Kind::added:
      return {"  +", Style::good};
    case UnitChange::Kind::removed:
      return {"  −", Style::bad};
    case UnitChange::Kind::moved:
      return {"  →", Style::plain};
    case UnitChange::Kind::changed:
      return {"  ~", Style::plain};
  }
  return {};
}

void write_change(const DiffReport& report, const UnitChange& change, Page& page) {
  Run mark = mark_of(change.kind);
  if (change.kind == UnitChange::Kind::changed) {
    const auto before = level_before(change);
    const auto after = level_after(change);
    if (after != before) mark.style = after > before ? Style::good : Style::bad;
  }
  page.paragraph({mark}, {{skills_text(change, *report.after), Style::strong}}, body_indent);
  using enum UnitChange::Kind;
  if (change.before && change.kind != added) {
    const std::string_view lead = change.after ? "was " : "";
    write_quote(*report.before, *change.before, change, lead, page);
  }
  if (!change.after) return;
  if (change.kind == moved) {
    const CitedUnit cited = cited_unit(*report.after, *change.after, change.skills);
    const std::string place = cited.place(document_label(*report.after, *cited.document));
    return page.paragraph({}, {{"now " + place, Style::faint}}, body_indent);
  }
  write_quote(*report.after, *change.after, change, change.before ? "is " : "", page);
}

void write_changes(const DiffReport& report, const ReportOptions& options, Page& page) {
  constexpr std::size_t most = 20;
  const auto& units = report.diff.units;
  if (units.empty()) return;
  page.heading("The sentences behind it");
  const std::size_t shown = options.verbose ? units.size() : std::min(most, units.size());
  for (std::size_t i = 0; i < shown; ++i) write_change(report, units[i], page);
  if (shown < units.size()) {
    page.paragraph({},
                   {{fmt::format("and {} more; all of them with --verbose", units.size() - shown),
                     Style::faint}},
                   body_indent);
  }
  page.blank();
}

void write_done(const DiffReport& report, Page& page) {
  if (report.diff.done.empty()) return;
  page.heading("Suggestions that are done");
  for (const DoneProposal& done : report.diff.done) {
    const SkillAssessment& skill = report.before->assessment.skills[done.skill];
    page.paragraph({{"  ✓", Style::good}},
                   {{printable(skill.entry.title) + ": ", Style::strong},
                    {printable(skill.proposals[done.proposal].text)}},
                   body_indent);
    const CitedUnit by = cited_unit(*report.after, done.by, {{.skill = done.skill}});
    Runs body = quoted(by.quote(2 * (page.width() - body_indent) - 10));
    body.insert(body.begin(), {"by ", Style::faint});
    page.paragraph({}, body, body_indent);
  }
  page.blank();
}

void write_findings(std::string_view heading, const std::vector<Finding>& findings, bool good,
                    Page& page) {
  if (findings.empty()) return;
  page.heading(heading);
  for (const Finding& finding : findings) {
    Runs body = {{printable(finding.message)}};
    std::string where = base_name(finding.document);
    const std::string place = place_text(finding.place);
    if (!place.empty()) where += (where.empty() ? "" : ", ") + place;
    if (!where.empty()) body.push_back({fmt::format(" ({})", where), Style::faint});
    if (!good && !finding.remedy.empty()) body.push_back({": " + printable(finding.remedy)});
    page.paragraph({{good ? "  ✓" : "  !", good ? Style::good : Style::fair}}, body, body_indent);
  }
  page.blank();
}

void write_ending(const Diff& diff, Page& page) {
  const auto gains = std::ranges::count_if(
      diff.skills, [](const LevelStep& step) { return step.after > step.before; });
  const auto losses = std::ranges::count_if(
      diff.skills, [](const LevelStep& step) { return step.after < step.before; });
  std::string text = "Nothing that counts has changed.";
  if (!is_same(diff)) {
    const auto count = [](auto number) { return number == 0 ? "none" : std::to_string(number); };
    text = fmt::format("Levels gained: {}. Levels lost: {}.", count(gains), count(losses));
  }
  page.paragraph({}, {{text, Style::strong}}, 0);
}

}  // namespace

std::string diff_as_text(const DiffReport& report, const ReportOptions& options) {
  Page page(options.color, options.width);
  write_header(report, page);
  write_skills("Gained", report, true, page);
  write_skills("Lost", report, false, page);
  write_changes(report, options, page);
  write_done(report, page);
  write_findings("Solved", report.diff.solved, true, page);
  write_findings("New, and worth a look", report.diff.appeared, false, page);
  write_ending(report.diff, page);
  return std::move(page).take();
}

}  // namespace rapport
