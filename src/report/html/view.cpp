#include "report/html/view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/cited.hpp"
#include "report/results.hpp"

namespace rapport::html {
namespace {

std::vector<Item> items_of(const Application& application, const SkillAssessment& skill) {
  std::vector<Item> items;
  std::map<UnitKey, std::size_t> seen;
  for (const Cited& cited : skill.evidence) {
    const Evidence& evidence = evidence_of(application, cited);
    const auto [entry, fresh] = seen.try_emplace({cited.reading, evidence.unit}, items.size());
    if (fresh) {
      items.push_back({.reading = cited.reading, .unit = evidence.unit, .level = evidence.level});
    }
    items[entry->second].evidence.push_back(cited);
  }
  return items;
}

// One mark for each piece of evidence, before those that overlap become one.
std::vector<Mark> single_marks(const Application& application,
                               const std::vector<std::vector<Item>>& items) {
  std::vector<Mark> marks;
  for (std::size_t skill = 0; skill < items.size(); ++skill) {
    for (std::size_t item = 0; item < items[skill].size(); ++item) {
      for (const Cited& cited : items[skill][item].evidence) {
        const Evidence& evidence = evidence_of(application, cited);
        marks.push_back({.reading = cited.reading,
                         .unit = evidence.unit,
                         .span = {evidence.begin, evidence.end},
                         .shows = {{.skill = skill, .item = item, .level = evidence.level}}});
      }
    }
  }
  std::ranges::stable_sort(
      marks, {}, [](const Mark& mark) { return std::pair(mark.reading, mark.span.begin); });
  return marks;
}

void join(Mark& mark, const Mark& other) {
  mark.span.end = std::max(mark.span.end, other.span.end);
  for (const Shows& shows : other.shows) {
    const auto same = std::ranges::find(mark.shows, shows.skill, &Shows::skill);
    if (same == mark.shows.end()) {
      mark.shows.push_back(shows);
    } else {
      same->level = std::max(same->level, shows.level);
    }
  }
}

std::vector<Mark> merged(std::vector<Mark> singles) {
  std::vector<Mark> marks;
  for (Mark& single : singles) {
    const bool overlaps = !marks.empty() && marks.back().reading == single.reading &&
                          marks.back().unit == single.unit &&
                          single.span.begin < marks.back().span.end;
    if (overlaps) {
      join(marks.back(), single);
    } else {
      marks.push_back(std::move(single));
    }
  }
  for (Mark& mark : marks) {
    std::ranges::stable_sort(mark.shows, std::greater{}, &Shows::level);
  }
  return marks;
}

}  // namespace

View::View(const Report& of, const ReportOptions& with, std::size_t n)
    : report(of), options(with), number(n), findings(open_findings(of)) {
  const auto& skills = assessment().skills;
  for (const SkillAssessment& skill : skills) items.push_back(items_of(application(), skill));
  marks = merged(single_marks(application(), items));
  for (std::size_t i = marks.size(); i-- > 0;) {  // backwards: an item's first mark stays
    for (const Shows& shows : marks[i].shows) items[shows.skill][shows.item].mark = i;
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    marks_of[{marks[i].reading, marks[i].unit}].push_back(i);
  }
  find_hints();
  find_flags();
}

void View::find_hints() {
  const auto& skills = assessment().skills;
  for (std::size_t skill = 0; skill < skills.size(); ++skill) {
    for (std::size_t i = 0; i < skills[skill].proposals.size(); ++i) {
      const auto& improves = skills[skill].proposals[i].improves;
      if (!improves) continue;
      const UnitKey key{improves->reading, evidence_of(application(), *improves).unit};
      hints_of[key].push_back({.skill = skill, .proposal = i});
      for (Item& item : items[skill]) {
        if (UnitKey{item.reading, item.unit} == key) item.hints.push_back(i);
      }
    }
  }
}

void View::find_flags() {
  const auto& readings = application().readings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    for (const Quotation& quote : findings[i].quotes) {
      const auto reading = std::ranges::find_if(readings, [&](const Reading& candidate) {
        return candidate.document.name == quote.document;
      });
      if (reading == readings.end() || quote.begin >= quote.end) continue;
      const auto& units = reading->document.units;
      const auto after = std::ranges::upper_bound(units, quote.begin, {}, &Unit::begin);
      if (after == units.begin()) continue;
      const UnitKey key{reading - readings.begin(), after - units.begin() - 1};
      flags_of[key].push_back(flags.size());
      flags.push_back({.reading = key.first, .finding = i, .span = {quote.begin, quote.end}});
    }
  }
}

std::string View::id(std::string_view part) const {
  return fmt::format("a{}-{}", number, part);
}

std::string View::id(std::string_view part, std::size_t index) const {
  return fmt::format("a{}-{}{}", number, part, index + 1);
}

std::string View::item_id(std::size_t skill, std::size_t item) const {
  return fmt::format("a{}-s{}-e{}", number, skill + 1, item + 1);
}

std::string View::hint_id(const Hint& hint) const {
  return fmt::format("a{}-s{}-p{}", number, hint.skill + 1, hint.proposal + 1);
}

}  // namespace rapport::html
