// What a user is told about a document besides its text.
#pragma once

#include <span>
#include <vector>

#include "input/story.hpp"
#include "rapport/finding.hpp"

namespace rapport {

// `stories` in reading order. Words are never quoted: a finding may end up in a public log.
[[nodiscard]] std::vector<Finding> findings(std::span<const Story> stories);

}  // namespace rapport
