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
  const Anchor anchor = after == anchors_.begin() ? Anchor{0, 0} : *std::prev(after);
  const std::size_t parallel = anchor.from + (to - anchor.to);
  // Inside a character that became longer than its source the next one must not be passed.
  return after == anchors_.end() ? parallel
                                 : std::min(parallel, std::max(anchor.from, after->from));
}

}  // namespace rapport
