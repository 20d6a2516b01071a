// What the lexicon tells of a document's remarks, as findings.
#pragma once

#include <span>
#include <vector>

#include "rapport/finding.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/reading.hpp"

namespace rapport {

// One finding for each fault and unit, in the order of the faults, then of the text. A cliché is
// not told where its words name a skill that is demonstrated somewhere in these documents, nor
// where its own sentence shows something.
[[nodiscard]] std::vector<Finding> writing_findings(std::span<const Reading> readings,
                                                    const Lexicon& lexicon);

}  // namespace rapport
