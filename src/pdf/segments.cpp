#include "pdf/segments.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/utf8.hpp"
#include "input/bullet.hpp"

namespace rapport {
namespace {

// The widest gap, in font sizes, that still reads as a blank between two words. Gutters start at
// about one; a justified line with a wider blank is put together again as a line later.
constexpr double widest_blank = 0.7;
// A list's mark may stand far from its text, and so may letters that were spaced on purpose.
constexpr double widest_after_bullet = 4;
constexpr double widest_letter_space = 1.5;
// Boxes closer than this are one word that the PDF splits.
constexpr double narrowest_blank = 0.1;

constexpr double bucket_height = 2;  // points

double height(const Box& box) {
  return std::max(box.height(), 0.1);
}

// Fonts differ in how far their boxes reach above and below the baseline; four fifths down is
// within half a point for common ones.
double baseline_of(const Box& box) {
  return box.top + 0.8 * box.height();
}

Box upright(const Box& box, int rotation) {
  switch (rotation) {
    case 1:
      return {box.top, -box.right, box.bottom, -box.left};
    case 2:
      return {-box.right, -box.bottom, -box.left, -box.top};
    case 3:
      return {-box.bottom, box.left, -box.top, box.right};
    default:
      return box;
  }
}

bool is_lone_letter(std::string_view text) {
  const auto first = utf8::decode(text, 0);
  return first.length == text.size() && (utf8::is_letter(first.code) || first.code == '&');
}

// Addresses are written small wherever they stand.
bool is_lower_case(std::string_view word) {
  const bool address = word.find_first_of("@/") != std::string_view::npos ||
                       word.substr(0, word.size() - 1).find('.') != std::string_view::npos;
  return !address && utf8::is_lower(utf8::decode(word, 0).code);
}

// Open segments, findable by where their last word stands. Words arrive from left to right, so
// that only the latest segment of a height can take the next word: one entry a bucket is enough,
// and the search is bounded however the words overlap.
class OpenSegments {
 public:
  void put(double baseline, std::size_t segment) { buckets_[key(baseline)] = segment; }

  template <class Visit>
  void near(double baseline, double reach, Visit visit) const {
    const long steps = std::min(20L, static_cast<long>(reach / bucket_height) + 1);
    for (long k = key(baseline) - steps; k <= key(baseline) + steps; ++k) {
      if (const auto found = buckets_.find(k); found != buckets_.end()) visit(found->second);
    }
  }

 private:
  static long key(double baseline) {
    return static_cast<long>(std::clamp(baseline / bucket_height, -1e6, 1e6));
  }
  std::unordered_map<long, std::size_t> buckets_{};
};

class Builder {
 public:
  Builder(const std::vector<PrintedWord>& words, const std::vector<std::size_t>& members)
      : words_(words), order_(members) {
    boxes_.reserve(words.size());
    for (const PrintedWord& word : words) boxes_.push_back(upright(word.box, word.rotation));
    std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
      return boxes_[a].left < boxes_[b].left;
    });
  }

  std::vector<Segment> build() {
    for (const std::size_t word : order_) add(word);
    for (Segment& segment : segments_) finish(segment);
    return std::move(segments_);
  }

 private:
  void add(std::size_t word) {
    const Box& box = boxes_[word];
    const double baseline = baseline_of(box);
    const std::optional<std::size_t> home = find_home(word, baseline);
    const std::size_t segment = home.value_or(segments_.size());
    if (home) {
      append(segments_[segment], word);
    } else {
      segments_.push_back({.pieces = {{word, false}}, .box = box});
      segments_.back().lone_bullet = is_bullet_sign(words_[word].text);
      only_letters_.push_back(is_lone_letter(words_[word].text));
    }
    only_letters_[segment] = only_letters_[segment] && is_lone_letter(words_[word].text);
    open_.put(baseline, segment);
  }

  std::optional<std::size_t> find_home(std::size_t word, double baseline) const {
    std::optional<std::size_t> best;
    double best_distance = 0;
    open_.near(baseline, 0.5 * height(boxes_[word]), [&](std::size_t candidate) {
      if (!fits(candidate, word)) return;
      const double distance = std::abs(baseline_of(last_box(candidate)) - baseline);
      if (best && distance >= best_distance) return;
      best = candidate;
      best_distance = distance;
    });
    return best;
  }

  bool fits(std::size_t candidate, std::size_t word) const {
    const Segment& segment = segments_[candidate];
    const Box& last = last_box(candidate);
    const Box& box = boxes_[word];
    const double size = std::max(words_[segment.pieces.back().word].size, words_[word].size);
    const double gap = box.left - last.right;
    const double overlap = segment.lone_bullet ? 0.3 : 0.5;
    return vertical_overlap(last, box) >= overlap && gap >= -0.5 * size &&
           gap <= reach(candidate, word) * size;
  }

  double reach(std::size_t candidate, std::size_t word) const {
    if (segments_[candidate].lone_bullet) return widest_after_bullet;
    const bool letters = only_letters_[candidate] && is_lone_letter(words_[word].text);
    return letters ? widest_letter_space : widest_blank;
  }

  const Box& last_box(std::size_t segment) const {
    return boxes_[segments_[segment].pieces.back().word];
  }

  void append(Segment& segment, std::size_t word) const {
    const std::size_t last = segment.pieces.back().word;
    const double gap = boxes_[word].left - boxes_[last].right;
    const bool joined = !words_[last].space_after && !segment.lone_bullet &&
                        gap < narrowest_blank * words_[word].size;
    segment.pieces.push_back({word, joined});
    segment.box = enclosing(segment.box, boxes_[word]);
    segment.lone_bullet = false;
  }

  void finish(Segment& segment) const {
    const auto longest = std::max_element(segment.pieces.begin(), segment.pieces.end(),
                                          [this](const Piece& a, const Piece& b) {
                                            return boxes_[a.word].width() < boxes_[b.word].width();
                                          });
    segment.baseline = baseline_of(boxes_[longest->word]);
    segment.size = words_[longest->word].size;
    const std::string& first = words_[segment.pieces.front().word].text;
    segment.bulleted = is_bullet_sign(first);
    segment.lower_case = is_lower_case(first);
    join_letters(segment);
  }

  // "E X P E R I E N C E": joins the letters, and keeps a blank where the gap is clearly wider
  // than between most of them.
  void join_letters(Segment& segment) const {
    if (segment.pieces.size() < 4) return;
    for (const Piece& piece : segment.pieces) {
      if (!is_lone_letter(words_[piece.word].text)) return;
    }
    const std::vector<double> gaps = gaps_of(segment);
    std::vector<double> sorted = gaps;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const double widest = 1.6 * *middle + 0.05 * segment.size;
    for (std::size_t i = 1; i < segment.pieces.size(); ++i) {
      segment.pieces[i].joined = gaps[i - 1] <= widest;
    }
    segment.letter_spaced = true;
  }

  std::vector<double> gaps_of(const Segment& segment) const {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < segment.pieces.size(); ++i) {
      gaps.push_back(boxes_[segment.pieces[i].word].left -
                     boxes_[segment.pieces[i - 1].word].right);
    }
    return gaps;
  }

  const std::vector<PrintedWord>& words_;
  std::vector<std::size_t> order_;
  std::vector<Box> boxes_{};
  std::vector<Segment> segments_{};
  std::vector<bool> only_letters_{};  // of a segment: it holds single letters alone
  OpenSegments open_{};
};

}  // namespace

Box enclosing(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

double vertical_overlap(const Box& a, const Box& b) {
  const double common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return std::max(0.0, common) / std::min(height(a), height(b));
}

bool is_bullet_sign(std::string_view text) {
  // What Symbol and Wingdings bullets arrive as, and the section sign that stands for one of them.
  static constexpr auto symbols = std::to_array<char32_t>(
      {0xA7,   0x2192, 0xF06C, 0xF06E, 0xF06F, 0xF071, 0xF075, 0xF076, 0xF077, 0xF09F,
       0xF0A7, 0xF0A8, 0xF0B2, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0E8, 0xF0F0, 0xF0FC, 0xF0FE});
  if (text.empty()) return false;
  const auto first = utf8::decode(text, 0);
  return first.length == text.size() &&
         (is_bullet(first.code) || std::ranges::binary_search(symbols, first.code));
}

std::vector<Segment> make_segments(const std::vector<PrintedWord>& words,
                                   const std::vector<std::size_t>& members) {
  return Builder(words, members).build();
}

}  // namespace rapport
