#include "input/png.hpp"

#include <doctest/doctest.h>
#include <png.h>

#include <cstring>
#include <string>
#include <vector>

using namespace rapport;

namespace {

Raster raster_of(int width, int height) {
  return {.width = width,
          .height = height,
          .scale = 1,
          .pixels = std::vector<std::uint8_t>(static_cast<std::size_t>(3 * width * height), 255)};
}

void paint(Raster& raster, int x, int y, int red, int green, int blue) {
  std::uint8_t* pixel = raster.pixels.data() + 3 * (y * raster.width + x);
  pixel[0] = static_cast<std::uint8_t>(red);
  pixel[1] = static_cast<std::uint8_t>(green);
  pixel[2] = static_cast<std::uint8_t>(blue);
}

Raster decoded(const std::string& png) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&image, png.data(), png.size()) != 0);
  image.format = PNG_FORMAT_RGB;
  Raster raster = raster_of(static_cast<int>(image.width), static_cast<int>(image.height));
  REQUIRE(png_image_finish_read(&image, nullptr, raster.pixels.data(), 0, nullptr) != 0);
  return raster;
}

// Bit depth and colour type, as the header of the file says.
int depth_of(const std::string& png) {
  return png.at(24);
}
int color_type_of(const std::string& png) {
  return png.at(25);
}

constexpr int with_palette = 3;

}  // namespace

TEST_CASE("a page's own colours survive exactly, shades at the edges of letters nearly") {
  Raster page = raster_of(60, 40);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 20; ++x) paint(page, x, y, 31, 58, 95);
  }
  for (int i = 0; i < 40; ++i) paint(page, 20, i, 40 + 5 * i, 60 + 4 * i, 100 + 3 * i);
  const Raster back = decoded(to_png(page));
  REQUIRE(back.width == 60);
  REQUIRE(back.height == 40);
  CHECK(std::memcmp(back.at(3, 7), page.at(3, 7), 3) == 0);
  CHECK(std::memcmp(back.at(59, 39), page.at(59, 39), 3) == 0);
  for (int i = 0; i < 40; ++i) {
    for (int c = 0; c < 3; ++c) CHECK(std::abs(back.at(20, i)[c] - page.at(20, i)[c]) <= 9);
  }
}

TEST_CASE("black text in all its greys takes four bits a pixel") {
  Raster page = raster_of(200, 200);
  for (int i = 0; i < 200; ++i) paint(page, i, i, i, i, i);
  const std::string png = to_png(page);
  CHECK(color_type_of(png) == with_palette);
  CHECK(depth_of(png) <= 4);
}

TEST_CASE("a photograph keeps more colours than a palette holds") {
  Raster photo = raster_of(256, 256);
  for (int y = 0; y < 256; ++y) {
    for (int x = 0; x < 256; ++x) paint(photo, x, y, x, y, (x * y) % 256);
  }
  const std::string png = to_png(photo);
  CHECK(color_type_of(png) != with_palette);
  const Raster back = decoded(png);
  CHECK(std::abs(back.at(100, 200)[0] - 100) <= 5);
  CHECK(std::abs(back.at(100, 200)[1] - 200) <= 5);
}

TEST_CASE("nothing drawn is no file") {
  CHECK(to_png({}).empty());
}
