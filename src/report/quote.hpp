// Quoting evidence: the sentence or bullet with the words that count marked, cut to a width around
// them. "Answered |60 calls| a day in English and Spanish …"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

struct Fragment {
  std::string text{};
  bool marked = false;
};

using Quote = std::vector<Fragment>;

// A byte range, in the same text as the range of the unit.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// `text` is the document's; `marked` are ranges within `unit`, in any order, and may overlap. At
// most `columns` wide, marks of emphasis not counted; where it must be cut, whole words are kept
// around the first marked range, and "…" stands for the rest. Printable (see display.hpp).
[[nodiscard]] Quote quote(std::string_view text, Span unit, std::vector<Span> marked, int columns);

}  // namespace rapport
