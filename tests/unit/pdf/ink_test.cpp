#include "pdf/ink.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace rapport;

namespace {

// One pixel a point.
Raster paper(int level = 255) {
  return {.width = 200,
          .height = 100,
          .scale = 1,
          .pixels = std::vector<std::uint8_t>(3U * 200U * 100U, static_cast<std::uint8_t>(level))};
}

void fill(Raster& raster, int left, int top, int right, int bottom, int level) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      std::uint8_t* pixel = raster.pixels.data() + 3 * (y * raster.width + x);
      pixel[0] = pixel[1] = pixel[2] = static_cast<std::uint8_t>(level);
    }
  }
}

// Upright strokes, as letters have them.
void print(Raster& raster, int left, int right, int level) {
  for (int x = left; x < right; x += 3) fill(raster, x, 24, x + 2, 38, level);
}

PrintedWord word(const std::string& text, double left, double right) {
  return {.text = text, .box = {left, 20, right, 40}, .size = 18};
}

}  // namespace

TEST_CASE("a printed word has ink, on white and on dark ground; an empty place has none") {
  Raster page = paper();
  print(page, 10, 60, 0);
  fill(page, 100, 10, 200, 50, 40);
  print(page, 110, 150, 255);
  const std::vector<PrintedWord> words = {word("empathy", 10, 60), word("gone", 61, 95),
                                          word("white", 110, 150), word("dark", 155, 190)};
  CHECK(without_ink(page, words) == std::vector<bool>{false, true, false, true});
}

TEST_CASE("a rule through an empty place is no word") {
  Raster page = paper();
  fill(page, 0, 31, 100, 33, 0);
  fill(page, 140, 0, 142, 100, 0);
  CHECK(without_ink(page, {word("empathy", 10, 90), word("patience", 110, 190)}) ==
        std::vector<bool>{true, true});
}

TEST_CASE("a dot goes with its neighbour, and a lone one stays") {
  const Raster page = paper();
  PrintedWord dot = word(".", 60, 64);
  CHECK(without_ink(page, {word("gone", 10, 58), dot}) == std::vector<bool>{true, true});
  CHECK(without_ink(page, {dot}) == std::vector<bool>{false});
}

TEST_CASE("nothing drawn hides nothing, and boxes off the page are no trouble") {
  CHECK(without_ink({}, {word("empathy", 10, 60)}) == std::vector<bool>{false});
  CHECK(without_ink(paper(), {word("empathy", -900, -800), word("patience", 1e7, 2e7)}) ==
        std::vector<bool>{true, true});
}

TEST_CASE("ink is shared out between words and pictures") {
  Raster page = paper();
  print(page, 12, 60, 0);
  for (int x = 102; x < 192; x += 3) fill(page, x, 0, x + 1, 100, 0);
  const InkShares shares = ink_shares(page, {word("empathy", 10, 60)});
  CHECK(shares.words > 0.02);
  CHECK(shares.words < 0.15);
  CHECK(shares.pictures > 0.4);
  CHECK(ink_shares(paper(90), {}).pictures == 0);
}

TEST_CASE("a word whose box sits too low, as some fonts have it, is seen all the same") {
  Raster page = paper();
  print(page, 10, 60, 0);
  PrintedWord low = word("me", 10, 60);
  low.box.top = 30;
  low.box.bottom = 52;
  CHECK(without_ink(page, {low}) == std::vector<bool>{false});
}

TEST_CASE("what may be a word or a stray mark goes with its neighbours") {
  Raster page = paper();
  // Too little for letters, too much for a rule.
  for (int x = 60; x < 100; x += 9) fill(page, x, 22 + x % 7, x + 2, 26 + x % 7, 0);
  const PrintedWord doubtful = word("empathy", 60, 100);
  CHECK(without_ink(page, {word("gone", 10, 58), doubtful}) == std::vector<bool>{true, true});
  print(page, 10, 58, 0);
  CHECK(without_ink(page, {word("seen", 10, 58), doubtful}) == std::vector<bool>{false, false});
}

TEST_CASE("a word along the margin is looked at from its own side") {
  Raster page = paper();
  for (int y = 10; y < 60; y += 3) fill(page, 24, y, 38, y + 2, 0);
  PrintedWord turned = word("empathy", 20, 40);
  turned.box = {20, 10, 40, 60};
  turned.rotation = 1;
  PrintedWord gone = turned;
  gone.box = {120, 10, 140, 60};
  CHECK(without_ink(page, {turned, gone}) == std::vector<bool>{false, true});
}
