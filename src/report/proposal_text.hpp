// Proposals in words, as several reports print them.
#pragma once

#include <string>
#include <vector>

#include "rapport/assessment.hpp"

namespace rapport {

// "how many, and what came of it"
[[nodiscard]] std::string listed(const std::vector<std::string>& missing);

// The heading where a proposal belongs, printable and not too long.
[[nodiscard]] std::string heading_title(const Proposal& proposal);

// Whether a proposal belongs under another heading than the words that it improves.
[[nodiscard]] bool moves(const Application& application, const Proposal& proposal);

}  // namespace rapport
