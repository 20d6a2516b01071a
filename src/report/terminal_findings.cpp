#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/display.hpp"
#include "report/finding_groups.hpp"
#include "report/place_text.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

constexpr int finding_indent = 5;
constexpr int entry_indent = 7;
constexpr std::size_t most_alone = 8;    // one damaged file can have hundreds
constexpr std::size_t most_grouped = 3;  // of one kind

Run severity_glyph(Severity severity) {
  switch (severity) {
    case Severity::note:
      return {"  ·  ", Style::faint};
    case Severity::warning:
      return {"  !  ", Style::fair};
    case Severity::error:
      return {"  ✗  ", Style::bad};
  }
  return {};
}

void write_alone(const Finding& finding, const Application& application, Page& page) {
  std::string where = label_of(finding.document, application);
  const std::string place = place_text(finding.place);
  if (!place.empty()) where += (where.empty() ? "" : ", ") + place;
  Runs body = {{printable(finding.message)}};
  if (!where.empty())
    body.push_back(
        {fmt::format(" ({})", where), Style::faint, page.link(finding.document, finding.place)});
  if (!finding.remedy.empty()) body.push_back({": " + printable(finding.remedy)});
  page.paragraph({severity_glyph(finding.severity)}, body, finding_indent);
}

void write_more(std::size_t left_out, int indent, Page& page) {
  if (left_out == 0) return;
  page.paragraph({},
                 {{fmt::format("and {} more; all of them with --verbose", left_out), Style::faint}},
                 indent);
}

// Empathy: “I put myself in the caller’s place” (cover letter, paragraph 3)
void write_entry(const Finding& finding, const FindingGroup& group, const Application& application,
                 bool all, Page& page) {
  Runs body;
  if (!finding.subject.empty()) body.push_back({printable(finding.subject) + ": "});
  const int columns = all ? 400 : 2 * (page.width() - entry_indent) - 10;
  const auto quotes = quoted_words(finding, application, columns);
  for (const QuotedWords& quote : quotes) {
    if (&quote != quotes.data()) body.push_back({"; "});
    body.push_back({fmt::format("“{}”", fmt::join(quote.words, "”, “"))});
    if (!quote.places.empty())
      body.push_back({fmt::format(" ({})", fmt::join(quote.places, "; ")), Style::faint});
  }
  if (finding.remedy != group.remedy) body.push_back({": " + printable(finding.remedy)});
  page.paragraph({}, body, entry_indent);
}

void write_group(const FindingGroup& group, const Application& application, bool all, Page& page) {
  const std::size_t count = group.findings.size();
  Runs title = {{printable(group.title), Style::strong}};
  if (count > 1) title.push_back({fmt::format(" ({})", count)});
  title.push_back({fmt::format(" [{}]", printable(group.id)), Style::faint});
  page.paragraph({severity_glyph(group.severity)}, title, finding_indent);
  const std::size_t shown = all ? count : std::min(most_grouped, count);
  for (std::size_t i = 0; i < shown; ++i)
    write_entry(*group.findings[i], group, application, all, page);
  write_more(count - shown, entry_indent, page);
  if (group.remedy.empty()) return;
  page.paragraph({{std::string(finding_indent, ' ') + "→"}}, {{printable(group.remedy)}},
                 entry_indent);
}

}  // namespace

void write_findings(std::string_view heading, std::span<const Finding> findings,
                    const Application& application, bool all, Page& page) {
  const std::vector<Finding> alone = standing_alone(findings);
  if (alone.empty()) return;
  page.heading(heading);
  const std::size_t shown = all ? alone.size() : std::min(most_alone, alone.size());
  for (std::size_t i = 0; i < shown; ++i) write_alone(alone[i], application, page);
  write_more(alone.size() - shown, finding_indent, page);
  page.blank();
}

void write_finding_groups(std::string_view heading, std::span<const Finding> findings,
                          const Application& application, bool all, Page& page) {
  const std::vector<FindingGroup> groups = grouped(findings);
  if (groups.empty()) return;
  page.heading(heading);
  for (const FindingGroup& group : groups) write_group(group, application, all, page);
  page.blank();
}

}  // namespace rapport
