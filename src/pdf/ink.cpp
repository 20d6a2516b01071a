// A visible word has ink in many of its columns on several rows in succession. Where exactly in its
// box is not certain: fonts lie about how far they reach. A rule or the border of a cell that
// crosses a hidden word darkens a few rows or a few columns and no more. What is neither goes with
// its neighbours on the line.
#include "pdf/ink.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
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

// The pixels of a word's box that differ from their ground, turned so that the word lies upright.
class InkMap {
 public:
  InkMap(const Raster& page, const Area& area, bool turned) {
    if (area.empty()) return;
    const int across = area.right - area.left;
    const int down = area.bottom - area.top;
    width_ = turned ? down : across;
    height_ = turned ? across : down;
    ink_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    const auto ground = ground_of(page, area);
    for (int y = 0; y < down; ++y) {
      for (int x = 0; x < across; ++x) {
        const bool ink = difference(page.at(area.left + x, area.top + y), ground.data()) >= visible;
        ink_[turned ? index(y, x) : index(x, y)] = ink;
      }
    }
  }

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

  // How many columns have ink on the rows [top, bottom), and how many of these rows do.
  [[nodiscard]] int columns(int top, int bottom) const {
    int count = 0;
    for (int x = 0; x < width_; ++x) {
      bool any = false;
      for (int y = top; y < bottom && !any; ++y) any = ink_[index(x, y)];
      if (any) ++count;
    }
    return count;
  }
  [[nodiscard]] int rows(int top, int bottom) const {
    int count = 0;
    for (int y = top; y < bottom; ++y) {
      const auto row = ink_.begin() + static_cast<std::ptrdiff_t>(index(0, y));
      if (std::find(row, row + width_, true) != row + width_) ++count;
    }
    return count;
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int width_ = 0;
  int height_ = 0;
  std::vector<bool> ink_{};
};

enum class Sight { seen, doubtful, hidden };

// Whether some rows in succession look like the bodies of letters.
bool has_letters(const InkMap& map) {
  const int body = std::max(2, static_cast<int>(std::lround(0.3 * map.height())));
  for (int top = 0; top + body <= map.height(); ++top) {
    if (map.rows(top, top + body) == body && map.columns(top, top + body) * 10 >= map.width() * 3) {
      return true;
    }
  }
  return false;
}

bool has_a_line_at_most(const InkMap& map) {
  const int thin_column = std::max(2, map.width() / 10);
  const int thin_row = std::min(3, map.height() / 4);
  return map.columns(0, map.height()) <= thin_column || map.rows(0, map.height()) <= thin_row;
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

Sight sight_of(const Raster& page, const PrintedWord& word) {
  const InkMap map(page, area_of(word.box, page), word.rotation % 2 != 0);
  if (!is_telling(word)) {
    return map.columns(0, map.height()) == 0 ? Sight::doubtful : Sight::seen;
  }
  if (has_a_line_at_most(map)) return Sight::hidden;
  return has_letters(map) ? Sight::seen : Sight::doubtful;
}

bool same_line(const PrintedWord& a, const PrintedWord& b) {
  const double common = std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top);
  return common > 0.5 * std::min(a.box.height(), b.box.height());
}

}  // namespace

std::vector<bool> without_ink(const Raster& page, const std::vector<PrintedWord>& words) {
  std::vector<bool> result(words.size());
  if (page.empty()) return result;
  std::vector<Sight> sights;
  sights.reserve(words.size());
  for (const PrintedWord& word : words) sights.push_back(sight_of(page, word));
  const auto neighbour = [&](std::size_t i, std::size_t other, Sight sight) {
    return other < words.size() && sights[other] == sight && same_line(words[i], words[other]);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto beside = [&](Sight sight) {
      return neighbour(i, i - 1, sight) || neighbour(i, i + 1, sight);
    };
    result[i] = sights[i] == Sight::hidden ||
                (sights[i] == Sight::doubtful && beside(Sight::hidden) && !beside(Sight::seen));
  }
  return result;
}

InkShares ink_shares(const Raster& page, const std::vector<PrintedWord>& words) {
  constexpr int cell = 6;  // pixels
  if (page.empty()) return {};
  const int columns = (page.width + cell - 1) / cell;
  const int rows = (page.height + cell - 1) / cell;
  const auto cell_index = [columns](int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(x);
  };
  std::vector<bool> has_word(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (const PrintedWord& word : words) {
    const Area area = area_of(word.box, page);
    for (int y = area.top / cell; y * cell < area.bottom; ++y) {
      for (int x = area.left / cell; x * cell < area.right; ++x) {
        has_word[cell_index(x, y)] = true;
      }
    }
  }
  InkShares shares;
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      const Area area{x * cell, y * cell, std::min(page.width, (x + 1) * cell),
                      std::min(page.height, (y + 1) * cell)};
      if (InkMap(page, area, false).rows(0, area.bottom - area.top) == 0) continue;
      const bool word = has_word[cell_index(x, y)];
      (word ? shares.words : shares.pictures) += 1.0 / (columns * rows);
    }
  }
  return shares;
}

}  // namespace rapport
