// A report that fits a comment on a pull request.
#include <fmt/format.h>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/markdown_text.hpp"
#include "report/proposal_text.hpp"

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
  for (const Finding& finding : findings) {
    text += fmt::format("- {}\n", markdown_text(finding.message));
  }
  return text.empty() ? text : fmt::format("\n### {}\n\n{}", heading, text);
}

// "resume, under “Experience”"
std::string where(const Proposal& proposal) {
  const std::string kind(name_of(proposal.kind));
  return proposal.heading.empty()
             ? kind
             : fmt::format("{}, under “{}”", kind, markdown_text(heading_title(proposal)));
}

std::string suggestions(const Assessment& assessment, Proposal::Aim aim, std::string_view heading) {
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
  return text.empty() ? text : fmt::format("\n### {}\n\n{}", heading, text);
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
  return text + list("Required and not there", report.unmet_gates) +
         list("Worth a look in the file", report.application->findings) +
         suggestions(assessment, Proposal::Aim::quantify,
                     "What only you know: add it to your own words") +
         suggestions(assessment, Proposal::Aim::demonstrate, "What to add, where it is true");
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
