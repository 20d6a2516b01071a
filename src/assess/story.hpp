// A story told around a piece of evidence: situation, action and result. In a letter it may begin
// one sentence earlier and end one sentence later; in a resume the role's own lines are where it
// happened.
//
//     A guest's bag was lost. | I called every cab in town. | She had it back by noon.
#pragma once

#include <vector>

#include "rapport/reading.hpp"

namespace rapport {

// Situation, action and result in that order, as far as they are found; see Story::parts.
[[nodiscard]] std::vector<Part> story_around(const Reading& reading, const Evidence& evidence);

}  // namespace rapport
