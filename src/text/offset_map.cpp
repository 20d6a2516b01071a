#include <algorithm>

#include "rapport/document.hpp"

namespace rapport {

void OffsetMap::add(std::size_t to, std::size_t from) {
  if (!anchors_.empty() && anchors_.back().to == to) {
    anchors_.back().from = from;
    return;
  }
  if (source(to) == from) return;  // in parallel still
  anchors_.push_back({to, from});
}

std::size_t OffsetMap::source(std::size_t to) const {
  const auto after = std::ranges::upper_bound(anchors_, to, {}, &Anchor::to);
  if (after == anchors_.begin()) return to;
  const Anchor& anchor = *std::prev(after);
  const std::size_t parallel = anchor.from + (to - anchor.to);
  // Inside a character that became longer than its source.
  return after == anchors_.end() ? parallel
                                 : std::max(anchor.from, std::min(parallel, after->from));
}

}  // namespace rapport
