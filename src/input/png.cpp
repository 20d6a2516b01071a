// An anti-aliased page of black text has up to 256 greys, and each costs bits on every pixel. To
// the eye 16 do as well: the page's own colours (paper, ink, a tinted column) are exact, the shades
// between them are rounded, and what is left mostly fits into four bits a pixel.
#include "input/png.hpp"

#include <png.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rapport {
namespace {

using Color = std::uint32_t;  // 0xRRGGBB

constexpr std::size_t largest_palette = 256;
constexpr std::size_t covers_much = 250;  // one pixel in so many

Color color_at(const std::uint8_t* pixel) {
  return static_cast<Color>(pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
}

// To the nearest of `levels` per channel; black and white stay what they are.
Color rounded(Color color, unsigned levels) {
  const auto channel = [levels](unsigned value) {
    const unsigned step = (value * (levels - 1) + 127) / 255;
    return (step * 255 + (levels - 1) / 2) / (levels - 1);
  };
  return channel(color >> 16) << 16 | channel(color >> 8 & 0xFF) << 8 | channel(color & 0xFF);
}

// What each color of the page becomes.
class Reduction {
 public:
  explicit Reduction(const Raster& raster) {
    for (std::size_t i = 0; i < raster.pixels.size();) {
      const Color color = color_at(&raster.pixels[i]);
      std::size_t run = 1;
      for (i += 3; i < raster.pixels.size() && color_at(&raster.pixels[i]) == color; i += 3) ++run;
      counts_[color] += run;
    }
    const std::size_t pixels = raster.pixels.size() / 3;
    for (const unsigned levels : {16U, 8U}) {
      reduce(pixels, levels);
      if (palette_.size() <= largest_palette) return;
    }
    // A photograph: no palette serves it, and a little less depth saves much.
    reduce(pixels, 32);
  }

  [[nodiscard]] bool has_palette() const { return palette_.size() <= largest_palette; }
  [[nodiscard]] const std::vector<Color>& palette() const { return palette_; }
  [[nodiscard]] Color color(Color from) const { return palette_[index(from)]; }
  [[nodiscard]] std::size_t index(Color from) const { return indices_.find(from)->second; }

 private:
  void reduce(std::size_t pixels, unsigned levels) {
    palette_.clear();
    indices_.clear();
    std::unordered_map<Color, std::size_t> known;
    for (const auto& [color, count] : counts_) {
      const Color kept = count * covers_much >= pixels ? color : rounded(color, levels);
      const auto [at, is_new] = known.try_emplace(kept, palette_.size());
      if (is_new) palette_.push_back(kept);
      indices_[color] = at->second;
    }
  }

  std::unordered_map<Color, std::size_t> counts_{};
  std::unordered_map<Color, std::size_t> indices_{};
  std::vector<Color> palette_{};
};

void append(Color color, std::vector<std::uint8_t>& out) {
  out.push_back(static_cast<std::uint8_t>(color >> 16));
  out.push_back(static_cast<std::uint8_t>(color >> 8 & 0xFF));
  out.push_back(static_cast<std::uint8_t>(color & 0xFF));
}

// Each pixel as `write` puts it, given its color; a run of one color is looked up once.
template <class Look, class Write>
void each_pixel(const Raster& raster, Look look, Write write) {
  Color last = color_at(raster.pixels.data());
  auto found = look(last);
  for (std::size_t i = 0; i < raster.pixels.size(); i += 3) {
    if (const Color color = color_at(&raster.pixels[i]); color != last) {
      last = color;
      found = look(color);
    }
    write(found);
  }
}

std::string encode(const Raster& raster, const std::vector<std::uint8_t>& pixels,
                   const std::vector<std::uint8_t>& palette) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(raster.width);
  image.height = static_cast<png_uint_32>(raster.height);
  image.format = palette.empty() ? PNG_FORMAT_RGB : PNG_FORMAT_RGB_COLORMAP;
  image.colormap_entries = static_cast<png_uint_32>(palette.size() / 3);
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string png(size, '\0');
  const void* colors = palette.empty() ? nullptr : palette.data();
  if (!png_image_write_to_memory(&image, png.data(), &size, 0, pixels.data(), 0, colors)) return {};
  png.resize(size);
  png.shrink_to_fit();
  return png;
}

}  // namespace

std::string to_png(const Raster& raster) {
  if (raster.empty()) return {};
  const Reduction reduction(raster);
  std::vector<std::uint8_t> pixels;
  std::vector<std::uint8_t> palette;
  pixels.reserve(raster.pixels.size());
  if (reduction.has_palette()) {
    for (const Color color : reduction.palette()) append(color, palette);
    each_pixel(
        raster, [&](Color color) { return static_cast<std::uint8_t>(reduction.index(color)); },
        [&](std::uint8_t index) { pixels.push_back(index); });
  } else {
    each_pixel(
        raster, [&](Color color) { return reduction.color(color); },
        [&](Color color) { append(color, pixels); });
  }
  return encode(raster, pixels, palette);
}

}  // namespace rapport
