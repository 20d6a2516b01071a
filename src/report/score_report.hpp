// How good a lexicon is, as `rapport lexicon score` tells it: a table for people, JSON for
// programs.
#pragma once

#include <string>

#include "rapport/lexicon_tools.hpp"

namespace rapport {

enum class Mistakes { left_out, listed };

[[nodiscard]] std::string score_table(const Score& score, Mistakes mistakes);
[[nodiscard]] std::string score_json(const Score& score, Mistakes mistakes);

}  // namespace rapport
