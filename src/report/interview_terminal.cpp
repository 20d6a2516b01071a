#include <fmt/format.h>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/interview_report.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

constexpr int label_width = 11;
constexpr int text_indent = body_indent + label_width;
constexpr int quoted_columns = 220;

void write_row(std::string_view label, const Runs& body, Page& page) {
  page.paragraph({{std::string(body_indent, ' ') + std::string(label), Style::faint}}, body,
                 text_indent);
}

void write_title(const Rehearsal& rehearsal, Page& page) {
  page.paragraph({level_glyph(rehearsal.level)},
                 {{printable(rehearsal.entry.title), Style::strong}}, body_indent);
}

void write_questions(const Rehearsal& rehearsal, Page& page) {
  std::string_view label = "Expect";
  for (const std::string& question : rehearsal.questions) {
    write_row(label, {{printable(question)}}, page);
    label = "";
  }
}

void write_story(const InterviewReport& report, const Rehearsal& rehearsal, Page& page) {
  const Story& story = *rehearsal.story;
  write_title(rehearsal, page);
  for (const ToldPart& part : told_parts(report, story, quoted_columns))
    write_row(part.title, {{"“" + part.text + "”"}}, page);
  write_row("", {{story_place(report, story.cited), Style::faint}}, page);
  std::string_view label = "Prepare";
  for (const std::string& question : story.prepare) {
    write_row(label, {{printable(question), Style::fair}}, page);
    label = "";
  }
  if (!story.same_for.empty()) {
    write_row(
        label,
        {{fmt::format("A second story: this one is for {} already.", titles_list(story.same_for)),
          Style::fair}},
        page);
  }
  write_questions(rehearsal, page);
  page.blank();
}

void write_gap(const InterviewReport& report, const Rehearsal& rehearsal, Page& page) {
  write_title(rehearsal, page);
  if (rehearsal.claim) {
    write_row("You say", {{"“" + claim_text(report, *rehearsal.claim, quoted_columns) + "”"}},
              page);
    write_row("", {{story_place(report, *rehearsal.claim), Style::faint}}, page);
  }
  if (!rehearsal.outline.empty()) write_row("Think of", {{printable(rehearsal.outline)}}, page);
  write_questions(rehearsal, page);
  page.blank();
}

void write_header(const InterviewReport& report, Page& page) {
  const Application& application = *report.application;
  page.heading("Stories for the interview");
  constexpr int column = 16;
  const auto row = [&](std::string label, std::string text, Style style) {
    page.paragraph({{"  " + std::move(label)}}, {{std::move(text), style}}, column);
  };
  row("Skills", printable(application.assessment.profile.title), Style::strong);
  for (const Reading& reading : application.readings) {
    std::string kind(kind_title(reading.document.kind));
    kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
    row(std::move(kind), shortened(base_name(reading.document.name), page.width() - column),
        Style::plain);
  }
  row("Ready", stories_count(*report.interview) + ".", Style::plain);
  page.blank();
}

}  // namespace

std::string interview_terminal(const InterviewReport& report, const ReportOptions& options) {
  const Interview& interview = *report.interview;
  Page page(options.color, options.width);
  write_header(report, page);
  if (interview.stories > 0) page.heading("Your stories");
  bool gaps = false;
  for (const Rehearsal& rehearsal : interview.skills) {
    if (rehearsal.story) {
      write_story(report, rehearsal, page);
      continue;
    }
    if (!gaps) {
      page.heading("No story yet");
      page.paragraph({},
                     {{"Look for one at work, in class, as a volunteer or at home, and fill the "
                       "[blanks] with what was so."}},
                     body_indent);
      page.blank();
      gaps = true;
    }
    write_gap(report, rehearsal, page);
  }
  page.paragraph(
      {},
      {{"Tell each in a minute: what was going on, what you did, what came of it.", Style::strong}},
      0);
  return std::move(page).take();
}

}  // namespace rapport
