// The examples of the rules by which postings are read.
#pragma once

#include <vector>

#include "rapport/finding.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport {

// A heading's `yes` is a whole heading, a cue's a sentence in which it stands and is not undone; a
// `no` is one in which it does not, or is. One finding for each example that does not hold.
[[nodiscard]] Result<std::vector<Finding>> test_posting_examples(const Lexicon& lexicon);

}  // namespace rapport
