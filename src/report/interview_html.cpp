// The sheet as one HTML file, set to print on two pages for ten skills.
#include "report/cited.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/interview_report.hpp"

namespace rapport {
namespace {

constexpr int quoted_columns = 230;  // three lines in print

void put_row(std::string_view label, std::string_view kind, const Html& body, Html& html) {
  html.put("<div class=\"{}\"><dt>{}</dt><dd>{}</dd></div>\n", kind, label, body);
}

Html text_of(std::string_view text) {
  Html html;
  return html.put("{}", text);
}

Html quoted_with_place(std::string_view text, std::string_view place) {
  Html html;
  html.put("<q>{}</q>", text);
  if (!place.empty()) html.put(" <span class=\"place\">{}</span>", place);
  return html;
}

Html questions(const Rehearsal& rehearsal) {
  Html html;
  if (rehearsal.questions.empty()) return html;
  html.put("<div class=\"expect\"><h3>Questions to expect</h3>\n<ol>\n");
  for (const std::string& question : rehearsal.questions) html.put("<li>{}</li>\n", question);
  return html.put("</ol></div>\n");
}

Html card(const Rehearsal& rehearsal, const Html& rows) {
  Html html;
  html.put("<section class=\"skill {}\">\n<h2>{} <span class=\"level\">{}</span></h2>\n",
           name_of(rehearsal.level), rehearsal.entry.title, level_word(rehearsal.level));
  html.put("<div class=\"sides\">\n<dl>\n{}</dl>\n{}</div>\n</section>\n", rows,
           questions(rehearsal));
  return html;
}

Html story(const InterviewReport& report, const Rehearsal& rehearsal) {
  const Story& told = *rehearsal.story;
  Html rows;
  for (const ToldPart& part : told_parts(report, told, quoted_columns)) {
    const bool action = part.part == StoryPart::action;
    put_row(part.title, "told",
            quoted_with_place(part.text, action ? story_place(report, told.cited) : ""), rows);
  }
  for (const std::string& question : told.prepare)
    put_row("Prepare", "prepare", text_of(question), rows);
  if (!told.same_for.empty()) {
    put_row("Prepare", "prepare",
            text_of("A second story: this one is for " + titles_list(told.same_for) + " already."),
            rows);
  }
  return card(rehearsal, rows);
}

Html gap(const InterviewReport& report, const Rehearsal& rehearsal) {
  Html rows;
  if (rehearsal.claim) {
    put_row("You say", "told",
            quoted_with_place(claim_text(report, *rehearsal.claim, quoted_columns),
                              story_place(report, *rehearsal.claim)),
            rows);
  }
  if (!rehearsal.outline.empty()) put_row("Think of", "prepare", text_of(rehearsal.outline), rows);
  return card(rehearsal, rows);
}

Html header(const InterviewReport& report) {
  const Application& application = *report.application;
  Html html;
  html.put("<header>\n<h1>Stories for the interview</h1>\n<p>Skills: {}. {}. From",
           application.assessment.profile.title, stories_count(*report.interview));
  std::string_view joint = " ";
  for (const Reading& reading : application.readings) {
    html.put("{}{}", joint, base_name(reading.document.name));
    joint = " and ";
  }
  return html.put(
      ".</p>\n<p class=\"how\">Tell each in a minute: what was going on, what you did, what came "
      "of it.</p>\n</header>\n");
}

}  // namespace

std::string interview_html(const InterviewReport& report, const ReportOptions& /*options*/) {
  Html body;
  body.put("<main>\n{}", header(report));
  bool gaps = false;
  for (const Rehearsal& rehearsal : report.interview->skills) {
    if (!rehearsal.story && !gaps) {
      gaps = true;
      body.put(
          "<div class=\"gaps\"><h2>No story yet</h2><p>Look for one at work, in class, as a "
          "volunteer or at home, and fill the [blanks] with what was so.</p></div>\n");
    }
    body.add(rehearsal.story ? story(report, rehearsal) : gap(report, rehearsal));
  }
  body.put("</main>\n");
  return html_page("Stories for the interview", body, html_asset("interview.css"));
}

}  // namespace rapport
