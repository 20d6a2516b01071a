// Byte offsets as counts of Unicode code points, for formats that other programs read.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapport {

// Keeps a view of the text, which must outlive it. Each look-up reads at most one kilobyte, so that
// a large document with much evidence stays linear.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  // The number of code points that begin before byte `offset`.
  [[nodiscard]] std::size_t before(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> counts_{};  // before every kilobyte
};

}  // namespace rapport
