// Raster: a page as pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rapport {

struct Raster {
  int width = 0;  // pixels
  int height = 0;
  double scale = 0;                    // pixels per point
  std::vector<std::uint8_t> pixels{};  // red, green, blue; rows from the top, without padding

  [[nodiscard]] bool empty() const { return pixels.empty(); }
  [[nodiscard]] const std::uint8_t* at(int x, int y) const {
    return pixels.data() + 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                static_cast<std::size_t>(x));
  }
};

}  // namespace rapport
