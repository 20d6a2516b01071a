#include <fmt/format.h>

#include "report/diff_report.hpp"
#include "report/markdown_text.hpp"

namespace rapport {
namespace {

std::string quote_of(const Application& application, UnitRef ref,
                     const std::vector<LevelStep>& skills) {
  const CitedUnit cited = cited_unit(application, ref, skills);
  std::string text;
  for (const Fragment& fragment : cited.quote(160)) {
    const std::string safe = markdown_text(fragment.text);
    text += fragment.marked ? fmt::format("<b>{}</b>", safe) : safe;
  }
  const std::string place = cited.place(document_label(application, *cited.document));
  return fmt::format("“{}” ({})", text, markdown_text(place));
}

std::string side(std::string_view name, const Application& application) {
  std::string text;
  for (const Reading& reading : application.readings) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", markdown_text(reading.document.name),
                        kind_title(reading.document.kind));
  }
  return fmt::format("- {}: {}\n", name, text);
}

std::string levels(const DiffReport& report) {
  std::string rows;
  for (const LevelStep& step : report.diff.skills) {
    if (step.before == step.after) continue;
    rows += fmt::format("| {} | {} | {} |{}\n",
                        markdown_text(report.after->assessment.skills[step.skill].entry.title),
                        level_word(step.before), level_word(step.after),
                        step.after < step.before ? " lost |" : " gained |");
  }
  if (rows.empty()) return "No skill changed its level.\n";
  return "| Skill | Old | New | |\n| --- | --- | --- | --- |\n" + rows;
}

std::string sentences(const DiffReport& report) {
  std::string text;
  for (const UnitChange& change : report.diff.units) {
    text += fmt::format("- **{}** ({}): ", name_of(change.kind),
                        markdown_text(skills_text(change, *report.after)));
    if (change.before) text += quote_of(*report.before, *change.before, change.skills);
    if (change.before && change.after) text += " → ";
    if (change.after) text += quote_of(*report.after, *change.after, change.skills);
    text += '\n';
  }
  return text.empty() ? text : "\n### The sentences behind it\n\n" + text;
}

std::string done(const DiffReport& report) {
  std::string text;
  for (const DoneProposal& one : report.diff.done) {
    const SkillAssessment& skill = report.before->assessment.skills[one.skill];
    text += fmt::format("- **{}**: {} — {}\n", markdown_text(skill.entry.title),
                        markdown_text(skill.proposals[one.proposal].text),
                        quote_of(*report.after, one.by, {{.skill = one.skill}}));
  }
  return text.empty() ? text : "\n### Suggestions that are done\n\n" + text;
}

std::string list(std::string_view heading, const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += fmt::format("- {}\n", markdown_text(finding.message));
  }
  return text.empty() ? text : fmt::format("\n### {}\n\n{}", heading, text);
}

}  // namespace

std::string diff_as_markdown(const DiffReport& report, const ReportOptions& /*options*/) {
  const Assessment& before = report.before->assessment;
  const Assessment& after = report.after->assessment;
  std::string text = fmt::format("## What changed: {}\n\n", markdown_text(after.profile.title));
  text += side("Old", *report.before) + side("New", *report.after);
  text += fmt::format("\nCovered {} → **{} of {}**, demonstrated {} → **{} of {}**.\n\n",
                      before.covered, after.covered, after.skills.size(), before.demonstrated,
                      after.demonstrated, after.skills.size());
  return text + levels(report) + sentences(report) + done(report) +
         list("Solved", report.diff.solved) + list("New, and worth a look", report.diff.appeared);
}

}  // namespace rapport
