#include "input/docx_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rapport::docx {
namespace {

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank && !in_word) ++words;
    in_word = !blank;
  }
  return words;
}

// The lines of some parts, taken together.
struct Stretch {
  std::size_t words = 0;
  Place first{};
};

template <class Wanted>
Stretch stretch(std::span<const Story> stories, Wanted wanted) {
  Stretch result;
  for (const Story& story : stories) {
    for (const Line& line : story.lines) {
      if (!wanted(line)) continue;
      if (result.words == 0) {
        result.first = {.paragraph = line.paragraph, .part = std::string(line.part)};
      }
      result.words += words_in(line.text);
    }
  }
  return result;
}

std::string count(std::size_t words) {
  return words == 1 ? "1 word stands" : fmt::format("{} words stand", words);
}

void add_places(std::span<const Story> stories, std::vector<Finding>& result) {
  const Stretch boxes = stretch(stories, [](const Line& line) { return line.part == "text box"; });
  if (boxes.words > 0) {
    result.push_back({.id = "text-in-text-box",
                      .place = boxes.first,
                      .message = count(boxes.words) +
                                 " in text boxes, which many applicant-tracking systems skip",
                      .remedy = "move that text into the body of the document"});
  }
  const Stretch margins = stretch(stories, [](const Line& line) {
    return line.role == BlockRole::header || line.role == BlockRole::footer;
  });
  if (margins.words > 0) {
    result.push_back({.id = "text-in-header-or-footer",
                      .place = margins.first,
                      .message = count(margins.words) + " in the page header or footer, which many "
                                                        "applicant-tracking systems skip",
                      .remedy = "put contact details and all that matters into the body"});
  }
}

// A finding about the document as a whole, for a flag of Oddities.
struct Row {
  bool Oddities::*flag;
  std::string_view id;
  Severity severity;
  std::string_view message;
  std::string_view remedy;
};

constexpr std::array<Row, 4> rows = {{
    {&Oddities::tracked_changes, "tracked-changes", Severity::warning,
     "the document holds tracked changes, which a recipient can see",
     "accept or reject all changes before sending it"},
    {&Oddities::comments, "comments", Severity::warning,
     "the document holds comments, which a recipient can see; they are not assessed",
     "delete all comments before sending it"},
    {&Oddities::hidden_text, "hidden-text", Severity::warning,
     "the document holds hidden text, which is not assessed",
     "show it or delete it: hidden words look like an attempt to deceive"},
    {&Oddities::embedded_document, "embedded-document", Severity::warning,
     "a part of the text is another document embedded in this one, which is not read",
     "open the document in Word and save it anew"},
}};

void add_damage(std::span<const Story> stories, std::vector<Finding>& result) {
  const auto found = std::ranges::find_if(
      stories, [](const Story& story) { return story.end != PartEnd::complete; });
  if (found == stories.end()) return;
  const std::string_view part = found->lines.empty() ? "" : found->lines.back().part;
  const int paragraph = found->lines.empty() ? 0 : found->lines.back().paragraph;
  result.push_back({.id = "damaged-part",
                    .place = {.paragraph = paragraph, .part = std::string(part)},
                    .message = "a part of the file is damaged; some of its text may be missing",
                    .remedy = "open the document in Word or LibreOffice and save it anew"});
}

}  // namespace

std::vector<Finding> findings(std::span<const Story> stories) {
  std::vector<Finding> result;
  add_damage(stories, result);
  add_places(stories, result);
  for (const Row& row : rows) {
    const auto has = [&](const Story& story) { return story.oddities.*row.flag; };
    if (std::ranges::none_of(stories, has)) continue;
    result.push_back({.id = std::string(row.id),
                      .severity = row.severity,
                      .message = std::string(row.message),
                      .remedy = std::string(row.remedy)});
  }
  return result;
}

}  // namespace rapport::docx
