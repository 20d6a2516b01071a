#include "pdf/render.hpp"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>

#include "base/bounds.hpp"
#include "input/png.hpp"
#include "pdf/fonts.hpp"

namespace rapport {
namespace {

constexpr double report_dpi = 110;  // sharp on a screen, and a page of text stays below 120 KB
constexpr double most_pixels = 4e6;
constexpr double longest_side = 4000;

// A page of a mile is drawn small; one without a size not at all.
double affordable_dpi(const PageSize& size, double dpi) {
  const bool sane = size.width > 1 && size.height > 1 && size.width < 1e6 && size.height < 1e6;
  if (!sane) return 0;
  dpi = std::min(dpi, 72 * std::sqrt(most_pixels / (size.width * size.height)));
  return std::min(dpi, 72 * longest_side / std::max(size.width, size.height));
}

}  // namespace

Raster render(const poppler::page& page, double dpi) {
  dpi = affordable_dpi(size_of(page), dpi);
  // Below that a page is so long and thin that nothing could be seen on it.
  if (dpi < 4) return {};
  use_fonts();
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hints(poppler::page_renderer::antialiasing |
                            poppler::page_renderer::text_antialiasing);
  const poppler::image image = renderer.render_page(&page, dpi, dpi);
  if (!image.is_valid() || image.format() != poppler::image::format_rgb24) return {};
  Raster raster{.width = image.width(), .height = image.height(), .scale = dpi / 72};
  const std::size_t row = 3 * static_cast<std::size_t>(raster.width);
  raster.pixels.reserve(row * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y) {
    const char* from = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    raster.pixels.insert(raster.pixels.end(), from, from + row);
  }
  return raster;
}

std::vector<PageImage> draw_pages(const poppler::document& document) {
  std::vector<PageImage> images;
  const int count = std::min(document.pages(), max_drawn_pages);
  std::size_t bytes = 0;
  for (int number = 1; number <= count; ++number) {
    const PdfPage page = open_page(document, number);
    const Raster raster = page ? render(*page, report_dpi) : Raster{};
    images.push_back({raster.width, raster.height, to_png(raster)});
    bytes += images.back().png.size();
    if (bytes <= max_drawings) continue;
    images.pop_back();
    break;
  }
  return images;
}

}  // namespace rapport
