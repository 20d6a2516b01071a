#include "assess/roles.hpp"

#include <algorithm>
#include <string_view>

#include "text/dates.hpp"

namespace rapport {
namespace {

constexpr int old_after = 120;               // months
constexpr std::size_t longest_header = 100;  // bytes of a line that ends in a single date

bool has_roles(SectionKind kind) {
  return kind == SectionKind::experience || kind == SectionKind::volunteering ||
         kind == SectionKind::projects;
}

// Where dates tell when something was, and not how to reach somebody.
bool has_dates(SectionKind kind) {
  return has_roles(kind) || kind == SectionKind::education || kind == SectionKind::certifications ||
         kind == SectionKind::awards;
}

// "Expected May 2027": not yet.
bool is_ahead(std::string_view text) {
  for (const std::string_view word : {"xpected", "nticipated", "rojected"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// The dates of a header, if a unit is one.
std::optional<DateRange> header_dates(const Unit& unit, std::string_view text,
                                      const std::vector<DateRange>& ranges) {
  if (unit.kind == UnitKind::bullet || ranges.empty()) return std::nullopt;
  const auto range = std::ranges::find_if(ranges, [](const DateRange& one) { return !one.single; });
  if (range != ranges.end()) return *range;
  const DateRange& last = ranges.back();
  const bool header = text.size() <= longest_header && !text.ends_with('.') &&
                      text.find_first_not_of(" )]", last.end) == std::string_view::npos;
  return header ? std::optional(last) : std::nullopt;
}

}  // namespace

Roles::Roles(const Document& document) : ended_(document.units.size()) {
  std::optional<DateRange> role;
  std::size_t section = document.sections.size();
  for (std::size_t i = 0; i < document.units.size(); ++i) {
    const Unit& unit = document.units[i];
    const SectionKind kind = document.sections[unit.section].kind;
    if (unit.section != section) role.reset();
    section = unit.section;
    if (!has_dates(kind)) continue;
    const std::string_view text = document.slice(unit.begin, unit.end);
    const std::vector<DateRange> ranges = date_ranges(text);
    for (const DateRange& range : ranges) {
      if (!is_ahead(text)) newest_ = std::max({newest_, range.from.earliest, range.to.earliest});
    }
    if (!has_roles(kind)) continue;
    if (const auto dates = header_dates(unit, text, ranges)) role = dates;
    if (role && !role->ongoing) ended_[i] = role->to.latest;
  }
}

bool Roles::is_old(std::size_t unit) const {
  return ended_[unit] && newest_ - *ended_[unit] > old_after;
}

int Roles::year_ended(std::size_t unit) const {
  return ended_[unit] ? *ended_[unit] / 12 : 0;
}

}  // namespace rapport
