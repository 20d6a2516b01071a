// What a user is told about a document besides its text.
#pragma once

#include <span>
#include <vector>

#include "input/story.hpp"
#include "rapport/finding.hpp"

namespace rapport {

// `stories` in reading order. What is hidden in them is told by settle_hidden().
[[nodiscard]] std::vector<Finding> findings(std::span<const PartText> stories);

}  // namespace rapport
