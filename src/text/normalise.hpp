// Normalise: one clean text out of what a reader extracted, and the map back.
//
// Clean means: NFC; ligatures spelt out; the private-use and Windows-1252 codes that documents use
// for bullets and quotes replaced by the real characters; invisible and control characters gone, so
// that printing the text on a terminal is safe; Markdown's marks gone; words hyphenated at a line's
// end whole again. Lines are separated by '\n', paragraphs by a blank line.
#pragma once

#include <string>
#include <vector>

#include "text/line.hpp"

namespace rapport {

struct Normalised {
  std::string text{};
  OffsetMap to_source;
  std::vector<Line> lines{};  // in order; none is blank
  std::vector<Finding> findings{};
};

[[nodiscard]] Normalised normalise(const Extracted& extracted);

}  // namespace rapport
