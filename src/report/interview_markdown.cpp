#include <fmt/format.h>

#include "report/cited.hpp"
#include "report/interview_report.hpp"
#include "report/markdown_text.hpp"

namespace rapport {
namespace {

constexpr int quoted_columns = 400;

std::string row(std::string_view label, std::string_view text) {
  return fmt::format("- **{}:** {}\n", markdown_text(label), text);
}

std::string questions(const Rehearsal& rehearsal) {
  std::string text;
  for (const std::string& question : rehearsal.questions)
    text += row("Expect", markdown_text(question));
  return text;
}

std::string story(const InterviewReport& report, const Rehearsal& rehearsal) {
  const Story& told = *rehearsal.story;
  std::string text = fmt::format("\n## {}\n\n", markdown_text(rehearsal.entry.title));
  for (const ToldPart& part : told_parts(report, told, quoted_columns))
    text += row(part.title, fmt::format("“{}”", markdown_text(part.text)));
  text += row("Found in", markdown_text(story_place(report, told.cited)));
  for (const std::string& question : told.prepare) text += row("Prepare", markdown_text(question));
  if (!told.same_for.empty())
    text += row("Prepare", fmt::format("A second story: this one is for {} already.",
                                       markdown_text(titles_list(told.same_for))));
  return text + questions(rehearsal);
}

std::string gap(const InterviewReport& report, const Rehearsal& rehearsal) {
  std::string text = fmt::format("\n## {}: no story yet\n\n", markdown_text(rehearsal.entry.title));
  if (rehearsal.claim) {
    text += row("You say",
                fmt::format("“{}” ({})",
                            markdown_text(claim_text(report, *rehearsal.claim, quoted_columns)),
                            markdown_text(story_place(report, *rehearsal.claim))));
  }
  if (!rehearsal.outline.empty()) text += row("Think of", markdown_text(rehearsal.outline));
  return text + questions(rehearsal);
}

}  // namespace

std::string interview_markdown(const InterviewReport& report, const ReportOptions& /*options*/) {
  const Application& application = *report.application;
  std::string text = fmt::format("# Stories for the interview\n\nSkills: {}. {}.\n\n",
                                 markdown_text(application.assessment.profile.title),
                                 stories_count(*report.interview));
  for (const Reading& reading : application.readings) {
    text += fmt::format("- {} ({})\n", markdown_text(base_name(reading.document.name)),
                        kind_title(reading.document.kind));
  }
  for (const Rehearsal& rehearsal : report.interview->skills)
    text += rehearsal.story ? story(report, rehearsal) : gap(report, rehearsal);
  return text;
}

}  // namespace rapport
