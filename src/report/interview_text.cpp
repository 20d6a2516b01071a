#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/interview_report.hpp"

namespace rapport {
namespace {

// Lines that follow each other read as one; what was left out between stretches shows.
std::string_view joint(const Part& before, const Part& after) {
  return after.unit == before.unit + 1 ? ", " : " … ";
}

std::string joined(const Document& document, const Story& story, StoryPart kind) {
  std::string text;
  const Part* last = nullptr;
  for (const Part& part : story.parts) {
    if (part.part != kind) continue;
    if (last) text += joint(*last, part);
    text += printable(document.slice(part.begin, part.end));
    last = &part;
  }
  return text;
}

}  // namespace

std::vector<ToldPart> told_parts(const InterviewReport& report, const Story& story, int columns) {
  constexpr std::array kinds = {StoryPart::situation, StoryPart::action, StoryPart::result};
  const Document& document = report.application->readings[story.cited.reading].document;
  std::vector<ToldPart> told;
  for (const StoryPart kind : kinds) {
    const std::string text = joined(document, story, kind);
    if (text.empty()) continue;
    const std::string& title = report.lexicon->words(kind).title;
    told.push_back({.part = kind,
                    .title = title.empty() ? std::string(name_of(kind)) : printable(title),
                    .text = shortened(text, columns)});
  }
  return told;
}

std::string story_place(const InterviewReport& report, Cited cited) {
  const CitedUnit unit = cited_unit(*report.application, cited);
  const std::string place = unit.place(document_label(*report.application, *unit.document));
  return place.empty() ? std::string(kind_title(unit.document->kind)) : place;
}

std::string claim_text(const InterviewReport& report, Cited cited, int columns) {
  std::string text;
  for (const Fragment& fragment : cited_unit(*report.application, cited).quote(columns))
    text += fragment.text;
  return text;
}

std::string stories_count(const Interview& interview) {
  return fmt::format("{} of {} skills have a story", interview.stories, interview.skills.size());
}

std::string titles_list(const std::vector<std::string>& titles) {
  return printable(fmt::format("{}", fmt::join(titles, ", ")));
}

}  // namespace rapport
