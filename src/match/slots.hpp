// Slots: where a template asks for evidence of a skill. Such a place is a unit with placeholders
// that would show or name the skill once they are filled in, one that has the words of a suggested
// phrasing, or a heading or placeholder that names the skill.
//
//   Reassured [N] [anxious customers] by [what you did]     a slot for empathy
//   [A time when you showed patience]                   a slot for patience
#pragma once

#include <vector>

#include "match/placeholders.hpp"
#include "rapport/matcher.hpp"
#include "rapport/reading.hpp"

namespace rapport {

// In order of skill and unit.
[[nodiscard]] std::vector<Slot> find_slots(const Document& document, const Matcher& matcher);

}  // namespace rapport
