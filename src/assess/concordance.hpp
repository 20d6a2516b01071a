// Concordance: what a resume and its letter say of the same skill, and where a skill's evidence all
// stands in one weak place.
#pragma once

#include <span>
#include <vector>

#include "rapport/assessment.hpp"

namespace rapport {

// At most one finding of each id for a skill, in the profile's order within an id:
//   letter-claims  claimed in the letter, shown nowhere in the resume
//   letter-shows   shown in the letter, not in the resume
//   old-role       shown only in roles that ended long ago (see roles.hpp)
//   only-listed    named in a list of skills and nowhere else
// The first two need both documents. What the report says of a skill anyhow is not said again.
[[nodiscard]] std::vector<Finding> concordance(std::span<const Reading> readings,
                                               const Assessment& assessment);

}  // namespace rapport
