// The terminal report of a template: which skills it has a place for, and where the first is.
#include <fmt/format.h>

#include <algorithm>

#include "report/display.hpp"
#include "report/place_text.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

struct Placed {
  const Document* document = nullptr;
  const Unit* first = nullptr;
  std::size_t count = 0;
};

// As evidence does, a slot counts for the skill itself and for one that it counts as.
Placed slots_for(const ProfileEntry& entry, const Application& application) {
  Placed placed;
  for (const Reading& reading : application.readings) {
    for (const Slot& slot : reading.slots) {
      const bool counts = slot.skill == entry.skill ||
                          std::ranges::find(entry.also, slot.skill) != entry.also.end();
      if (!counts || placed.count++ > 0) continue;
      placed.document = &reading.document;
      placed.first = &reading.document.units[slot.unit];
    }
  }
  return placed;
}

void write_slot(const SkillAssessment& skill, const Application& application, Page& page) {
  const Placed placed = slots_for(skill.entry, application);
  const bool any = placed.first != nullptr;
  Runs body = {{printable(skill.entry.title) + ": ", Style::strong}};
  if (any) {
    const Unit& unit = *placed.first;
    const std::string words = printable(placed.document->slice(unit.begin, unit.end));
    const Place place = placed.document->place(unit.begin, unit.end);
    body.push_back({fmt::format("“{}”", shortened(words, page.width()))});
    body.push_back({fmt::format(" ({})", place_text(place)), Style::faint,
                    page.link(placed.document->name, place)});
    if (placed.count > 1)
      body.push_back({fmt::format(" and {} more", placed.count - 1), Style::faint});
  } else {
    body.push_back({"no slot", Style::faint});
  }
  page.paragraph({any ? Run{"  ✓  ", Style::good} : Run{"  ·  ", Style::faint}}, body, 5);
}

}  // namespace

void write_slots(const Application& application, Page& page) {
  const bool any = std::ranges::any_of(
      application.readings, [](const Reading& reading) { return reading.document.is_template; });
  if (!any) return;
  page.heading("Slots: where the template asks for a skill");
  for (const SkillAssessment& skill : application.assessment.skills)
    write_slot(skill, application, page);
  page.blank();
}

}  // namespace rapport
