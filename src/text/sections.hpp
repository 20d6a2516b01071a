// Cuts the lines of a text into sections.
#pragma once

#include <string_view>
#include <vector>

#include "text/line.hpp"

namespace rapport {

// Where a line belongs.
struct Placed {
  std::size_t section = 0;
  // The line's first bytes that are a heading: up to its end for a heading of its own, up to the
  // colon for "Skills: cash handling", its begin for any other line.
  std::size_t heading_end = 0;
};

struct Sections {
  std::vector<Section> sections{};
  std::vector<Placed> placed{};  // one a line
};

[[nodiscard]] Sections find_sections(std::string_view text, const std::vector<Line>& lines,
                                     DocumentKind kind);

}  // namespace rapport
