// Tells of words that a machine reads and a person does not see.
#pragma once

#include <vector>

#include "rapport/extracted.hpp"

namespace rapport {

// One finding for each reason that occurs, at the place of its first words, which it quotes.
[[nodiscard]] std::vector<Finding> findings_of(const std::vector<HiddenText>& hidden);

// The finding for a document none of whose words can be seen.
[[nodiscard]] Finding nothing_visible();

}  // namespace rapport
