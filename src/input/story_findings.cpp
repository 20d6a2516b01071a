#include "input/story_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace rapport {
namespace {

// Member by member: GCC 12 sees uninitialised strings in a designated initialiser that omits some.
Finding warning(std::string_view id, Place place, std::string message, std::string_view remedy) {
  Finding finding;
  finding.id = id;
  finding.place = std::move(place);
  finding.message = std::move(message);
  finding.remedy = remedy;
  return finding;
}

// Calls `visit` with each word: what stands between blanks.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
  constexpr std::string_view blanks = " \t";
  for (std::size_t at = text.find_first_not_of(blanks); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    visit(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
}

using WordSet = std::unordered_set<std::string_view>;

bool is_margin(const StoryLine& line) {
  return line.role == BlockRole::header || line.role == BlockRole::footer;
}

bool is_box(const StoryLine& line) {
  return line.part == "text box";
}

// What every program reads.
WordSet words_of_body(std::span<const PartText> stories) {
  WordSet words;
  for (const PartText& story : stories) {
    for (const StoryLine& line : story.lines) {
      if (is_margin(line) || is_box(line)) continue;
      each_word(line.text, [&](std::string_view word) { words.insert(word); });
    }
  }
  return words;
}

// "Page 1 of 2" is no loss, nor are marks between words.
bool matters(std::string_view word) {
  const auto letter_or_digit = [](char c) { return std::isalnum(static_cast<unsigned char>(c)); };
  return word.size() > 2 && word != "Page" && word != "page" &&
         std::ranges::any_of(word, letter_or_digit);
}

// Words that stand nowhere but in some places of the document.
struct Stretch {
  std::size_t words = 0;
  Place first{};

  [[nodiscard]] std::string count() const {
    return words == 1 ? "1 word stands" : fmt::format("{} words stand", words);
  }
};

template <class Wanted>
Stretch only_in(std::span<const PartText> stories, const WordSet& body, Wanted wanted) {
  Stretch result;
  for (const PartText& story : stories) {
    for (const StoryLine& line : story.lines) {
      if (!wanted(line)) continue;
      each_word(line.text, [&](std::string_view word) {
        if (!matters(word) || body.contains(word)) return;
        if (result.words++ > 0) return;
        result.first = {.paragraph = line.paragraph, .part = std::string(line.part)};
      });
    }
  }
  return result;
}

void add_places(std::span<const PartText> stories, std::vector<Finding>& result) {
  const WordSet body = words_of_body(stories);
  if (const Stretch boxes = only_in(stories, body, is_box); boxes.words > 0) {
    result.push_back(
        warning("text-in-text-box", boxes.first,
                boxes.count() + " only in text boxes, which many applicant-tracking systems skip",
                "move that text into the body of the document"));
  }
  if (const Stretch margins = only_in(stories, body, is_margin); margins.words > 0) {
    result.push_back(warning("text-in-header-or-footer", margins.first,
                             margins.count() + " only in the page header or footer, which many "
                                               "applicant-tracking systems skip",
                             "put contact details and all that matters into the body"));
  }
}

// A finding about the document as a whole, for a flag of Oddities.
struct Row {
  bool Oddities::*flag;
  std::string_view id;
  std::string_view message;
  std::string_view remedy;
};

constexpr std::array<Row, 3> rows = {{
    {&Oddities::tracked_changes, "tracked-changes",
     "the document holds tracked changes, which a recipient can see",
     "accept or reject all changes before sending it"},
    {&Oddities::comments, "comments",
     "the document holds comments, which a recipient can see; they are not assessed",
     "delete all comments before sending it"},
    {&Oddities::embedded_document, "embedded-document",
     "a part of the text is another document embedded in this one, which is not read",
     "open the document in Word and save it anew"},
}};

void add_pictures(std::span<const PartText> stories, std::vector<Finding>& result) {
  // A quarter of a page; a portrait has a fifteenth.
  constexpr double large = 120'000;
  const auto shows_much = [](const PartText& story) {
    return story.oddities.largest_picture >= large;
  };
  if (std::ranges::none_of(stories, shows_much)) return;
  result.push_back(warning("text-in-picture", {},
                           "a picture covers much of a page, and machines read no text in pictures",
                           "put what it says into the text of the document"));
}

void add_damage(std::span<const PartText> stories, std::vector<Finding>& result) {
  const auto found = std::ranges::find_if(
      stories, [](const PartText& story) { return story.end != PartEnd::complete; });
  if (found == stories.end()) return;
  Place place;
  if (!found->lines.empty()) {
    place.part = found->lines.back().part;
    place.paragraph = found->lines.back().paragraph;
  }
  result.push_back(warning("damaged-part", std::move(place),
                           "a part of the file is damaged; some of its text may be missing",
                           "open the document in Word or LibreOffice and save it anew"));
}

}  // namespace

std::vector<Finding> findings(std::span<const PartText> stories) {
  std::vector<Finding> result;
  add_damage(stories, result);
  add_places(stories, result);
  add_pictures(stories, result);
  for (const Row& row : rows) {
    const auto has = [&](const PartText& story) { return story.oddities.*row.flag; };
    if (std::ranges::none_of(stories, has)) continue;
    result.push_back(warning(row.id, {}, std::string(row.message), row.remedy));
  }
  return result;
}

}  // namespace rapport
