// A report that fits a comment on a pull request: the figures and the best evidence to see, the
// rest folded away.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/finding_groups.hpp"
#include "report/markdown_comment.hpp"
#include "report/markdown_posting.hpp"
#include "report/markdown_text.hpp"
#include "report/matrix.hpp"
#include "report/proposal_text.hpp"
#include "report/results.hpp"

namespace rapport {
namespace {

std::string best_quote(const Report& report, const SkillAssessment& skill) {
  const auto units = cited_units(*report.application, skill);
  if (units.empty()) return "";
  std::string text;
  for (const Fragment& fragment : units.front().quote(160)) {
    const std::string safe = markdown_text(fragment.text);
    text += fragment.marked ? fmt::format("<b>{}</b>", safe) : safe;
  }
  const std::string label = document_label(*report.application, *units.front().document);
  return fmt::format("“{}” ({})", text, markdown_text(units.front().place(label)));
}

std::string list(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : standing_alone(findings)) {
    text += fmt::format("- {}{}\n", markdown_text(finding.message),
                        finding.remedy.empty() ? "" : ": " + markdown_text(finding.remedy));
  }
  return text;
}

std::string entry(const Report& report, const Finding& finding) {
  std::string text = finding.subject.empty() ? "" : markdown_text(finding.subject) + ": ";
  bool first = true;
  for (const QuotedWords& quote : quoted_words(finding, *report.application, 160)) {
    text += fmt::format("{}“{}”", first ? "" : "; ",
                        markdown_text(fmt::format("{}", fmt::join(quote.words, "”, “"))));
    if (!quote.places.empty())
      text += markdown_text(fmt::format(" ({})", fmt::join(quote.places, "; ")));
    first = false;
  }
  return text;
}

// What the wording hides: each kind once, a few of its places, and how many more there are.
std::string wording(const Report& report) {
  constexpr std::size_t most = 5;
  std::string text;
  const std::vector<Finding> findings = open_findings(report);
  for (const FindingGroup& group : grouped(findings)) {
    text += fmt::format("- **{}**{}\n", markdown_text(group.title),
                        group.remedy.empty() ? "" : ": " + markdown_text(group.remedy));
    const std::size_t shown = std::min(most, group.findings.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const Finding& finding = *group.findings[i];
      text += "  - " + entry(report, finding);
      if (finding.remedy != group.remedy) text += ": " + markdown_text(finding.remedy);
      text += '\n';
    }
    if (shown < group.findings.size())
      text += fmt::format("  - and {} more\n", group.findings.size() - shown);
  }
  return text;
}

// In which section each skill stands, where there is more than one place to stand.
std::string matrix(const Report& report) {
  const Matrix matrix = matrix_of(*report.application);
  if (matrix.columns.size() < 2) return "";
  std::string text = "| Skill |";
  std::string rule = "\n| --- |";
  for (const MatrixColumn& column : matrix.columns) {
    text +=
        fmt::format(" {}{} |", column.document.empty() ? "" : markdown_text(column.document) + ": ",
                    markdown_text(column.title));
    rule += " --- |";
  }
  text += rule + '\n';
  const auto& skills = report.application->assessment.skills;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    text += fmt::format("| {} |", markdown_text(skills[i].entry.title));
    for (const Level level : matrix.levels[i])
      text += fmt::format(" {} |", level == Level::none ? "" : name_of(level));
    text += '\n';
  }
  return text;
}

// "resume, under “Experience”"
std::string where(const Proposal& proposal) {
  const std::string kind(name_of(proposal.kind));
  return proposal.heading.empty()
             ? kind
             : fmt::format("{}, under “{}”", kind, markdown_text(heading_title(proposal)));
}

std::string suggestions(const Assessment& assessment, Proposal::Aim aim) {
  std::string text;
  for (const SkillAssessment& skill : assessment.skills) {
    for (const Proposal& proposal : skill.proposals) {
      if (proposal.aim != aim) continue;
      text += fmt::format("- **{}** ({}): {}", markdown_text(skill.entry.title), where(proposal),
                          markdown_text(proposal.text));
      if (!proposal.plain.empty())
        text += fmt::format("<br>or, without a number: {}", markdown_text(proposal.plain));
      text += '\n';
    }
  }
  return text;
}

// "Missing: Humor. Only claimed: Empathy, Positivity."
std::string gaps(const Assessment& assessment) {
  std::string text;
  for (const auto& [level, lead] :
       {std::pair(Level::none, "Missing"), std::pair(Level::claimed, "Only claimed")}) {
    std::string titles;
    for (const SkillAssessment& skill : assessment.skills) {
      if (skill.level != level) continue;
      titles += (titles.empty() ? "" : ", ") + markdown_text(skill.entry.title);
    }
    if (!titles.empty()) text += fmt::format(" {}: {}.", lead, titles);
  }
  return text;
}

std::string glyph(Level level) {
  std::string text;
  for (int step = 1; step <= 3; ++step) text += step <= static_cast<int>(level) ? "●" : "○";
  return text;
}

// What a baseline does not accept and, in a line, what it does.
std::string since_baseline(const Report& report) {
  if (!report.accepted) return "";
  std::string text;
  for (const ResultItem& item : new_results_of(report))
    text += fmt::format("- {} [{}]\n", markdown_text(item.message), markdown_text(item.rule));
  if (!text.empty()) text = "\n**New since the baseline:**\n\n" + text;
  return text + fmt::format("\n{}\n", markdown_text(baseline_text(*report.accepted)));
}

std::string figures(const Report& report) {
  const Assessment& assessment = report.application->assessment;
  std::string text = fmt::format("## Soft skills: {}\n\n", markdown_text(assessment.profile.title));
  for (const Reading& reading : report.application->readings) {
    text += fmt::format("- {} ({})\n", markdown_text(reading.document.name),
                        name_of(reading.document.kind));
  }
  text +=
      fmt::format("\nCovered **{0} of {2}**, demonstrated **{1} of {2}**.{3}\n", assessment.covered,
                  assessment.demonstrated, assessment.skills.size(), gaps(assessment));
  if (const std::string unmet = list(report.unmet_gates); !unmet.empty()) {
    text += "\n**Required and not there:**\n\n" + unmet;
  }
  text += since_baseline(report);
  text += "\n| Skill | Level | Best evidence |\n| --- | --- | --- |\n";
  for (const SkillAssessment& skill : assessment.skills) {
    text += fmt::format("| {} | {} {} | {} |\n", markdown_text(skill.entry.title),
                        glyph(skill.level), level_word(skill.level), best_quote(report, skill));
  }
  return text;
}

void one(const Report& report, MarkdownComment& comment) {
  comment.show("the skills", figures(report));
  comment.show("the postings", markdown_comparison(report));
  const Assessment& assessment = report.application->assessment;
  comment.fold("What only you know: add it to your own words",
               suggestions(assessment, Proposal::Aim::quantify));
  comment.fold("What to add, where it is true",
               suggestions(assessment, Proposal::Aim::demonstrate));
  comment.fold("Worth a look in the wording", wording(report));
  comment.fold("Worth a look in the file", list(open_findings(report)));
  comment.fold("Where each skill stands", matrix(report));
}

class MarkdownWriter final : public Writer {
 public:
  std::string_view name() const override { return "markdown"; }
  std::string_view description() const override { return "for a comment on a pull request"; }

  std::string write(std::span<const Report> reports, const ReportOptions&) const override {
    MarkdownComment comment;
    for (const Report& report : reports) {
      if (&report != reports.data()) comment.show("", "\n");
      one(report, comment);
    }
    return std::move(comment).take();
  }
};

}  // namespace

const Writer& markdown_writer() {
  static const MarkdownWriter writer;
  return writer;
}

}  // namespace rapport
