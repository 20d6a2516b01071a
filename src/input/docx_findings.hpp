// What a user is told about a Word document besides its text.
#pragma once

#include <span>
#include <vector>

#include "input/docx_text.hpp"
#include "rapport/finding.hpp"

namespace rapport::docx {

// `stories` in reading order. What is hidden in them is told by settle_hidden().
[[nodiscard]] std::vector<Finding> findings(std::span<const Story> stories);

}  // namespace rapport::docx
