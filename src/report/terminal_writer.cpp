// The report for a person at a terminal. It goes from what was read, over what was found, to what
// to do: the gaps and their phrasings come last, where the eye ends.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/place_text.hpp"
#include "report/proposal_text.hpp"
#include "report/results.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

constexpr int value_column = 16;  // where the header's values begin

// The file's name, and what was read of it.
void write_document(const Document& document, Page& page) {
  const auto count = std::count_if(document.units.begin(), document.units.end(),
                                   [](const Unit& unit) { return unit.kind != UnitKind::heading; });
  std::string read =
      fmt::format("{}, {}", format_text(document),
                  count == 1 ? "1 sentence" : fmt::format("{} sentences and bullets", count));
  std::string sections;
  for (const Section& section : document.sections) {
    if (!section.heading.empty())
      sections += (sections.empty() ? "" : ", ") + section_title(section);
  }
  if (!sections.empty()) read += " under " + sections;
  std::string kind(kind_title(document.kind));
  kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
  page.paragraph({{"  " + kind}},
                 {{shortened(base_name(document.name), page.width() - value_column), Style::strong,
                   page.link(document.name)},
                  {fmt::format(" ({})", read), Style::faint}},
                 value_column);
}

void write_bar(std::string_view what, int count, std::size_t of, Style style,
               std::string_view means, Page& page) {
  const bool narrow = page.width() < 72;
  const int cells = narrow ? 16 : 30;
  const int full = of == 0 ? 0 : count * cells / static_cast<int>(of);
  std::string done;
  std::string rest;
  for (int cell = 0; cell < cells; ++cell) (cell < full ? done : rest) += cell < full ? "█" : "░";
  page.paragraph({{fmt::format("  {:<13} ", what)}, {done, style}, {rest, Style::faint}},
                 {{fmt::format("{} of {}", count, of), Style::strong},
                  {narrow ? "" : fmt::format("  {}", means), Style::faint}},
                 value_column + cells + 1);
}

void write_header(const Report& report, Page& page) {
  const Assessment& assessment = report.application->assessment;
  page.heading("Soft skills: " + printable(assessment.profile.title));
  for (const Reading& reading : report.application->readings) {
    write_document(reading.document, page);
  }
  page.blank();
  const std::size_t of = assessment.skills.size();
  write_bar("Covered", assessment.covered, of, Style::fair, "named or shown", page);
  write_bar("Demonstrated", assessment.demonstrated, of, Style::good, "shown by what you did",
            page);
  page.blank();
}

void write_evidence(const CitedUnit& cited, const std::string& label, int lines, Page& page) {
  const int columns = lines * (page.width() - body_indent) - 10;  // ragged ends
  page.paragraph({}, quoted(cited.quote(columns)), body_indent);
  page.paragraph({}, {{cited.place(label), Style::faint, link_to(cited, page)}}, body_indent);
}

int widest_title(const Assessment& assessment) {
  int widest = 0;
  for (const SkillAssessment& skill : assessment.skills) {
    widest = std::max(widest, display_width(printable(skill.entry.title)));
  }
  return std::min(widest, 30);
}

// Returns how many sentences were left out.
std::size_t write_skill(const Report& report, const SkillAssessment& skill,
                        const ReportOptions& options, Page& page) {
  const Application& application = *report.application;
  const std::vector<CitedUnit> units = cited_units(application, skill);
  const std::size_t shown = options.verbose ? units.size() : std::min<std::size_t>(1, units.size());
  std::string title = padded(printable(skill.entry.title), widest_title(application.assessment));
  Runs lead = {level_glyph(skill.level),
               {"  " + title, Style::strong},
               {fmt::format("  {}", level_word(skill.level)), style_of(skill.level)}};
  Runs rest;
  if (shown < units.size()) {
    rest.push_back({fmt::format("(and {} more)", units.size() - shown), Style::faint});
  }
  page.paragraph(lead, rest, body_indent);
  for (std::size_t i = 0; i < shown; ++i) {
    write_evidence(units[i], document_label(application, *units[i].document),
                   options.verbose ? 4 : 2, page);
  }
  return units.size() - shown;
}

// With two documents the question which of them says it is there; with one it is for those who ask.
bool shows_matrix(const Report& report, const ReportOptions& options) {
  return options.matrix || options.verbose || report.application->readings.size() > 1;
}

void write_skills(const Report& report, const ReportOptions& options, Page& page) {
  page.heading("What the application shows");
  std::size_t left_out = 0;
  for (const SkillAssessment& skill : report.application->assessment.skills) {
    left_out += write_skill(report, skill, options, page);
  }
  if (left_out > 0) {
    const std::string more =
        shows_matrix(report, options)
            ? "The best of each; all of it with --verbose."
            : "The best of each; all of it with --verbose, and where it stands with --matrix.";
    page.paragraph({}, {{more, Style::faint}}, body_indent);
  }
  page.blank();
}

Runs suggestion_lead(std::string_view text) {
  return {{std::string(body_indent, ' ') + std::string(text), Style::faint}};
}

constexpr int suggestion_indent = body_indent + 8;

void write_suggestion(const Proposal& suggestion, Page& page) {
  constexpr int indent = suggestion_indent;
  const std::string kind = suggestion.kind == DocumentKind::cover_letter ? "letter" : "resume";
  const auto lead = suggestion_lead;
  page.paragraph(lead(kind), {{printable(suggestion.text)}}, indent);
  if (!suggestion.plain.empty() && suggestion.plain != suggestion.text) {
    page.paragraph(lead("or"), {{printable(suggestion.plain)}}, indent);
  }
}

// Where phrasings go: under the job, instead of a claim in the summary, say.
void write_where(const Application& application, const Proposal& proposal, Page& page) {
  if (proposal.heading.empty() && !proposal.improves) return;
  const std::string where = proposal.heading.empty()
                                ? fmt::format("In the {}", kind_title(proposal.kind))
                                : fmt::format("Under “{}”", heading_title(proposal));
  Runs runs = {{where, Style::faint}};
  if (proposal.improves) {
    runs.push_back({", instead of only naming it: ", Style::faint});
    const CitedUnit claim = cited_unit(application, *proposal.improves);
    std::ranges::move(quoted(claim.quote(page.width() - body_indent)), std::back_inserter(runs));
  } else {
    runs.push_back({":", Style::faint});
  }
  page.paragraph({}, runs, body_indent);
}

// The user's own sentences that deserve a figure or a result.
void write_to_measure(const Application& application, bool all, Page& page) {
  constexpr std::size_t most = 4;  // more is not done tonight
  std::size_t count = 0;
  for (const SkillAssessment& skill : application.assessment.skills) {
    for (const Proposal& proposal : skill.proposals) {
      if (proposal.aim != Proposal::Aim::quantify || (++count > most && !all)) continue;
      if (count == 1) page.heading("Shown, not yet measured: add what only you know");
      page.paragraph({level_glyph(skill.level)},
                     {{printable(skill.entry.title), Style::strong},
                      {": say " + listed(proposal.missing), Style::faint}},
                     body_indent);
      write_suggestion(proposal, page);
      if (moves(application, proposal)) {
        page.paragraph(suggestion_lead(""),
                       {{fmt::format("better under “{}”", heading_title(proposal)), Style::faint}},
                       suggestion_indent);
      }
    }
  }
  if (count > most && !all) {
    const std::string more = fmt::format("and {} more; all of them with --verbose", count - most);
    page.paragraph({}, {{more, Style::faint}}, body_indent);
  }
  if (count > 0) page.blank();
}

void write_gaps(std::string_view heading, Level level, const Application& application, Page& page) {
  bool any = false;
  for (const SkillAssessment& skill : application.assessment.skills) {
    if (skill.level != level) continue;
    if (any) {
      page.blank();
    } else {
      page.heading(heading);
    }
    any = true;
    page.paragraph({level_glyph(level)}, {{printable(skill.entry.title), Style::strong}},
                   body_indent);
    const Proposal* last = nullptr;
    for (const Proposal& proposal : skill.proposals) {
      if (!last || last->kind != proposal.kind) write_where(application, proposal, page);
      write_suggestion(proposal, page);
      last = &proposal;
    }
    if (!skill.advice.empty()) page.paragraph({}, {{printable(skill.advice)}}, body_indent);
  }
  if (any) page.blank();
}

void write_ending(const Application& application, const ReportOptions& options, Page& page) {
  const Assessment& assessment = application.assessment;
  write_to_measure(application, options.verbose, page);
  write_gaps("Named, not yet shown: put an action behind it", Level::claimed, application, page);
  write_gaps("Missing: if it is true of you, say so", Level::none, application, page);
  const std::size_t of = assessment.skills.size();
  if (static_cast<std::size_t>(assessment.demonstrated) == of) {
    page.paragraph({}, {{"Every skill of the profile is demonstrated."}}, 0);
  } else {
    page.paragraph({},
                   {{"Fill the [blanks] with your own facts, and use only what is true of you.",
                     Style::strong}},
                   0);
  }
}

class TerminalWriter final : public Writer {
 public:
  std::string_view name() const override { return "terminal"; }
  std::string_view description() const override { return "for reading at a terminal"; }

  std::string write(std::span<const Report> reports, const ReportOptions& options) const override {
    Page page(options.color, options.width);
    if (options.links) page.link_from(options.folder);
    for (const Report& report : reports) {
      if (&report != reports.data()) page.blank();
      write_one(report, options, page);
    }
    return std::move(page).take();
  }

 private:
  static void write_one(const Report& report, const ReportOptions& options, Page& page) {
    const Application& application = *report.application;
    write_header(report, page);
    write_skills(report, options, page);
    if (shows_matrix(report, options)) write_matrix(application, page);
    write_slots(application, page);
    if (options.explain) explain(report, page);
    write_comparison(report, options, page);
    const std::vector<Finding> findings = open_findings(report);
    write_findings("Worth a look in the file", findings, application, options.verbose, page);
    write_finding_groups("Worth a look in the wording", findings, application, options.verbose,
                         page);
    write_ending(application, options, page);
    write_since_baseline(report, options.verbose, page);
    if (!report.unmet_gates.empty()) page.blank();
    write_findings("What was required and is not there", report.unmet_gates, application, true,
                   page);
  }
};

}  // namespace

Style style_of(Level level) {
  switch (level) {
    case Level::none:
      return Style::bad;
    case Level::claimed:
      return Style::fair;
    case Level::demonstrated:
    case Level::quantified:
      return Style::good;
  }
  return Style::plain;
}

std::string link_to(const CitedUnit& cited, const Page& page) {
  const Span& first = cited.spans.front();
  return page.link(cited.document->name, cited.document->place(first.begin, first.end));
}

Run level_glyph(Level level) {
  std::string text = "  ";
  for (int step = 1; step <= 3; ++step) text += step <= static_cast<int>(level) ? "●" : "○";
  return {text, style_of(level)};
}

Runs quoted(const Quote& quote) {
  Runs runs = {{"“"}};
  for (const Fragment& fragment : quote) {
    runs.push_back({fragment.text, fragment.marked ? Style::mark : Style::plain});
  }
  runs.push_back({"”"});
  return runs;
}

const Writer& terminal_writer() {
  static const TerminalWriter writer;
  return writer;
}

}  // namespace rapport
