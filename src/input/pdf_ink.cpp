// A word's letters fill the middle of its box, between the baseline and the height of an x: there
// its columns and its rows hold pixels that differ from what surrounds them. A rule or the border
// of a cell that crosses a hidden word darkens a row or a column, and not most of both.
#include "input/pdf_ink.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"

namespace rapport {
namespace {

// Of 255, in the channel that differs most. Light grey print (CCCCCC) differs by 51; thin letters
// at this resolution reach half of that.
constexpr int visible = 18;

// Pixels, right and bottom exclusive.
struct Area {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] bool empty() const { return left >= right || top >= bottom; }
};

Area area_of(const Box& box, const Raster& page) {
  const auto pixel = [&page](double points, int most) {
    return static_cast<int>(std::clamp(points * page.scale, 0.0, static_cast<double>(most)));
  };
  return {pixel(box.left, page.width), pixel(box.top, page.height),
          std::min(page.width, pixel(box.right, page.width) + 1),
          std::min(page.height, pixel(box.bottom, page.height) + 1)};
}

// Where a word in upright print has the bodies of its letters.
Box body_of(const PrintedWord& word) {
  constexpr double above = 0.38;
  constexpr double below = 0.2;
  Box box = word.box;
  switch (word.rotation & 3) {
    case 0:
      box.top += above * word.box.height();
      box.bottom -= below * word.box.height();
      break;
    case 2:
      box.top += below * word.box.height();
      box.bottom -= above * word.box.height();
      break;
    case 1:
      box.left += below * word.box.width();
      box.right -= above * word.box.width();
      break;
    default:
      box.left += above * word.box.width();
      box.right -= below * word.box.width();
      break;
  }
  return box;
}

int difference(const std::uint8_t* a, const std::uint8_t* b) {
  return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

// The middle value of each channel: the ground, unless more than half is ink, and then the ink is
// told from the ground just as well.
std::array<std::uint8_t, 3> ground_of(const Raster& page, const Area& area) {
  std::array<std::uint8_t, 3> ground{};
  const std::size_t pixels = static_cast<std::size_t>(area.right - area.left) *
                             static_cast<std::size_t>(area.bottom - area.top);
  for (std::size_t channel = 0; channel < 3; ++channel) {
    std::array<std::size_t, 256> counts{};
    for (int y = area.top; y < area.bottom; ++y) {
      for (int x = area.left; x < area.right; ++x) ++counts[page.at(x, y)[channel]];
    }
    std::size_t below = 0;
    std::size_t value = 0;
    while (value < 255 && (below += counts[value]) * 2 < pixels) ++value;
    ground[channel] = static_cast<std::uint8_t>(value);
  }
  return ground;
}

struct Coverage {
  double rows = 0;  // the share that holds ink
  double columns = 0;
};

Coverage coverage_of(const Raster& page, const Area& area) {
  if (area.empty()) return {};
  const auto ground = ground_of(page, area);
  const int width = area.right - area.left;
  std::vector<bool> columns(static_cast<std::size_t>(width));
  int rows = 0;
  for (int y = area.top; y < area.bottom; ++y) {
    bool any = false;
    for (int x = area.left; x < area.right; ++x) {
      if (difference(page.at(x, y), ground.data()) < visible) continue;
      any = true;
      columns[static_cast<std::size_t>(x - area.left)] = true;
    }
    if (any) ++rows;
  }
  return {static_cast<double>(rows) / (area.bottom - area.top),
          static_cast<double>(std::count(columns.begin(), columns.end(), true)) / width};
}

std::size_t letters_of(std::string_view text) {
  std::size_t letters = 0;
  utf8::for_each(text, [&](const utf8::Decoded& next, std::size_t) {
    if (utf8::is_letter(next.code) || (next.code >= '0' && next.code <= '9')) ++letters;
  });
  return letters;
}

// Long enough that its letters can be told from a stray line.
bool is_telling(const PrintedWord& word) {
  return letters_of(word.text) >= 2;
}

bool lacks_ink(const Raster& page, const PrintedWord& word) {
  if (is_telling(word)) {
    const Coverage body = coverage_of(page, area_of(body_of(word), page));
    return body.columns < 0.25 || body.rows < 0.5;
  }
  const Coverage all = coverage_of(page, area_of(word.box, page));
  return all.columns == 0;
}

bool same_line(const PrintedWord& a, const PrintedWord& b) {
  const double common = std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top);
  return common > 0.5 * std::min(a.box.height(), b.box.height());
}

}  // namespace

std::vector<bool> without_ink(const Raster& page, const std::vector<PrintedWord>& words) {
  std::vector<bool> result(words.size());
  if (page.empty()) return result;
  for (std::size_t i = 0; i < words.size(); ++i) result[i] = lacks_ink(page, words[i]);
  // A dot or a single letter says little by itself: it goes with its neighbour.
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!result[i] || is_telling(words[i])) continue;
    const bool before = i > 0 && result[i - 1] && same_line(words[i - 1], words[i]);
    const bool after = i + 1 < words.size() && result[i + 1] && same_line(words[i + 1], words[i]);
    result[i] = before || after;
  }
  return result;
}

InkShares ink_shares(const Raster& page, const std::vector<PrintedWord>& words) {
  constexpr int cell = 6;  // pixels
  if (page.empty()) return {};
  const int columns = (page.width + cell - 1) / cell;
  const int rows = (page.height + cell - 1) / cell;
  std::vector<bool> has_word(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (const PrintedWord& word : words) {
    const Area area = area_of(word.box, page);
    for (int y = area.top / cell; y * cell < area.bottom; ++y) {
      for (int x = area.left / cell; x * cell < area.right; ++x) {
        has_word[static_cast<std::size_t>(y * columns + x)] = true;
      }
    }
  }
  InkShares shares;
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      const Area area{x * cell, y * cell, std::min(page.width, (x + 1) * cell),
                      std::min(page.height, (y + 1) * cell)};
      if (coverage_of(page, area).rows == 0) continue;
      const bool word = has_word[static_cast<std::size_t>(y * columns + x)];
      (word ? shares.words : shares.pictures) += 1.0 / (columns * rows);
    }
  }
  return shares;
}

}  // namespace rapport
