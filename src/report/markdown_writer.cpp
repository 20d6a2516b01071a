// A report that fits a comment on a pull request.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/finding_groups.hpp"
#include "report/markdown_text.hpp"
#include "report/matrix.hpp"

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

std::string list(std::string_view heading, const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : standing_alone(findings)) {
    text += fmt::format("- {}\n", markdown_text(finding.message));
  }
  return text.empty() ? text : fmt::format("\n### {}\n\n{}", heading, text);
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
  for (const FindingGroup& group : grouped(report.application->findings)) {
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
  return text.empty() ? text : "\n### Worth a look in the wording\n\n" + text;
}

// In which section each skill stands, where there is more than one place to stand.
std::string matrix(const Report& report) {
  const Matrix matrix = matrix_of(*report.application);
  if (matrix.columns.size() < 2) return "";
  std::string text = "\n### Where each skill stands\n\n| Skill |";
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

std::string suggestions(const Assessment& assessment) {
  std::string text;
  for (const SkillAssessment& skill : assessment.skills) {
    for (const Proposal& suggestion : skill.proposals) {
      text += fmt::format("- **{}** ({}): {}\n", markdown_text(skill.entry.title),
                          name_of(suggestion.kind), markdown_text(suggestion.text));
    }
  }
  return text.empty() ? text : "\n### What to add, where it is true\n\n" + text;
}

std::string one(const Report& report) {
  const Assessment& assessment = report.application->assessment;
  std::string text = fmt::format("## Soft skills: {}\n\n", markdown_text(assessment.profile.title));
  for (const Reading& reading : report.application->readings) {
    text += fmt::format("- {} ({})\n", markdown_text(reading.document.name),
                        name_of(reading.document.kind));
  }
  text += fmt::format("\nCovered **{0} of {2}**, demonstrated **{1} of {2}**.\n\n",
                      assessment.covered, assessment.demonstrated, assessment.skills.size());
  text += "| Skill | Level | Best evidence |\n| --- | --- | --- |\n";
  for (const SkillAssessment& skill : assessment.skills) {
    text += fmt::format("| {} | {} | {} |\n", markdown_text(skill.entry.title),
                        level_word(skill.level), best_quote(report, skill));
  }
  return text + matrix(report) + list("Required and not there", report.unmet_gates) +
         list("Worth a look in the file", report.application->findings) + wording(report) +
         suggestions(assessment);
}

class MarkdownWriter final : public Writer {
 public:
  std::string_view name() const override { return "markdown"; }
  std::string_view description() const override { return "for a comment on a pull request"; }

  std::string write(std::span<const Report> reports, const ReportOptions&) const override {
    std::string text;
    for (const Report& report : reports) text += (text.empty() ? "" : "\n") + one(report);
    return text;
  }
};

}  // namespace

const Writer& markdown_writer() {
  static const MarkdownWriter writer;
  return writer;
}

}  // namespace rapport
