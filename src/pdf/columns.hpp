// Columns: splits a page's segments into regions, each to be read line by line.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "pdf/segments.hpp"

namespace rapport {

struct Region {
  std::vector<std::size_t> segments{};  // indices, in no particular order
  // What ends left of this stands in a margin column of labels (dates or headings beside the
  // text): it belongs before the line beside it, as a line of its own.
  double margin = std::numeric_limits<double>::lowest();
};

// Regions in reading order.
[[nodiscard]] std::vector<Region> find_regions(const std::vector<Segment>& segments);

}  // namespace rapport
