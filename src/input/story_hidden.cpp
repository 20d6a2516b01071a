#include "input/story_hidden.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "input/hidden_text.hpp"

namespace rapport {
namespace {

Place place_of(const StoryLine& line) {
  Place place;
  place.paragraph = line.paragraph;
  place.part = line.part;
  return place;
}

// Moves ranges of a text out of which `taken` was cut.
void cut(const TextRange& taken, std::vector<TextRange>& ranges) {
  const auto moved = [&](std::size_t at) {
    if (at <= taken.begin) return at;
    return at <= taken.end ? taken.begin : at - (taken.end - taken.begin);
  };
  for (TextRange& range : ranges) range = {moved(range.begin), moved(range.end)};
}

void cut_pale(StoryLine& line, std::vector<HiddenText>& hidden) {
  for (const TextRange& range : line.pale) {
    const auto text = std::string_view(line.text).substr(range.begin, range.end - range.begin);
    if (!is_blank(text)) add_hidden(text, line, HiddenBy::color, hidden);
  }
  for (auto range = line.pale.rbegin(); range != line.pale.rend(); ++range) {
    line.text.erase(range->begin, range->end - range->begin);
    cut(*range, line.prompts);
  }
  line.pale.clear();
}

bool has_pale(const StoryLine& line) {
  return std::ranges::any_of(line.pale, [&](const TextRange& range) {
    return !is_blank(std::string_view(line.text).substr(range.begin, range.end - range.begin));
  });
}

Finding doubtful(const StoryLine& line) {
  Finding finding;
  finding.id = "text-in-color-of-page";
  finding.severity = Severity::note;
  finding.place = place_of(line);
  finding.message =
      "some text has the color of the page, and only what is drawn behind it can make it visible";
  finding.remedy = "print the page and look; give text on a shape a text box or a shaded cell";
  return finding;
}

}  // namespace

void add_hidden(std::string_view text, const StoryLine& where, HiddenBy by,
                std::vector<HiddenText>& hidden) {
  Place place = place_of(where);
  if (!hidden.empty() && hidden.back().by == by && hidden.back().place == place) {
    hidden.back().text += text;
    return;
  }
  hidden.push_back({.text = std::string(text), .place = std::move(place), .by = by});
}

SettledHidden settle_hidden(std::vector<PartText>& stories) {
  SettledHidden settled;
  const bool drawn_over =
      std::ranges::any_of(stories, [](const PartText& story) { return story.oddities.backdrop; });
  for (PartText& story : stories) {
    const auto first = static_cast<std::ptrdiff_t>(settled.hidden.size());
    std::ranges::move(story.hidden, std::back_inserter(settled.hidden));
    story.hidden.clear();
    for (StoryLine& line : story.lines) {
      if (!drawn_over) {
        cut_pale(line, settled.hidden);
      } else if (settled.findings.empty() && has_pale(line)) {
        settled.findings.push_back(doubtful(line));
      }
    }
    std::ranges::stable_sort(settled.hidden.begin() + first, settled.hidden.end(), {},
                             [](const HiddenText& text) { return text.place.paragraph; });
    std::erase_if(story.lines, [](const StoryLine& line) { return is_blank(line.text); });
  }
  std::erase_if(settled.hidden, [](const HiddenText& text) { return is_blank(text.text); });
  std::ranges::move(findings_of(settled.hidden), std::back_inserter(settled.findings));
  return settled;
}

}  // namespace rapport
