// What a user is told about a Word document besides its text.
#pragma once

#include <span>
#include <vector>

#include "input/docx_text.hpp"
#include "rapport/finding.hpp"

namespace rapport::docx {

// `stories` in reading order. Words are never quoted: a finding may end up in a public log.
[[nodiscard]] std::vector<Finding> findings(std::span<const Story> stories);

}  // namespace rapport::docx
