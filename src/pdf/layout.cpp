#include "pdf/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "base/utf8.hpp"
#include "input/bullet.hpp"
#include "pdf/columns.hpp"
#include "pdf/segments.hpp"

namespace rapport {
namespace {

// Segments on one baseline of a region, from left to right.
struct Row {
  std::vector<std::size_t> segments{};
  Box box{};
  double baseline = 0;
};

// A line with what is needed to see where paragraphs begin.
struct Draft {
  PrintedLine line{};
  double baseline = 0;
  Box upright{};
  double last_cell = 0;  // where its last cell begins
  bool has_cells = false;
};

enum class Order { by_column, straight };

constexpr double far_apart = 2;  // font sizes between two segments that read as cells

class PageLayout {
 public:
  PageLayout(const std::vector<PrintedWord>& words, const std::vector<std::size_t>& members,
             Order order)
      : words_(words), segments_(make_segments(words, members)), order_(order) {}

  std::vector<PrintedLine> lines() {
    std::vector<std::vector<Draft>> regions;
    if (order_ == Order::straight) {
      regions.push_back(drafts(whole_page()));
    } else {
      for (const Region& region : find_regions(segments_)) regions.push_back(drafts(region));
    }
    const double page_pitch = usual_pitch(regions);
    std::vector<PrintedLine> result;
    for (std::vector<Draft>& region : regions) {
      mark_paragraphs(region, page_pitch);
      for (Draft& draft : region) result.push_back(std::move(draft.line));
    }
    return result;
  }

 private:
  Region whole_page() const {
    Region region;
    region.segments.resize(segments_.size());
    std::iota(region.segments.begin(), region.segments.end(), std::size_t{0});
    return region;
  }

  std::vector<Draft> drafts(const Region& region) const {
    std::vector<Draft> result;
    const std::vector<Row> all = rows(region);
    for (std::size_t i = 0; i < all.size(); ++i) {
      // A label with more than one line beside it stands alone; a table's row stays together.
      const bool apart = i + 1 < all.size() && !begins_in_margin(all[i + 1], region.margin);
      append_lines(all[i], apart ? region.margin : std::numeric_limits<double>::lowest(), result);
    }
    double right = -1e9;
    for (const Draft& d : result) right = std::max(right, d.upright.right);
    for (Draft& d : result) {
      d.line.full = d.upright.right > right - 8 * d.line.size;
      d.line.list_item = starts_with_bullet(d.line.text);
    }
    return result;
  }

  std::vector<Row> rows(const Region& region) const {
    std::vector<std::size_t> order = region.segments;
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return segments_[a].baseline < segments_[b].baseline;
    });
    std::vector<Row> result;
    for (const std::size_t i : order) {
      const Segment& s = segments_[i];
      if (result.empty() || s.baseline - result.back().baseline > 0.35 * s.size) {
        result.push_back({.box = s.box, .baseline = s.baseline});
      }
      Row& row = result.back();
      row.segments.push_back(i);
      row.box = enclosing(row.box, s.box);
    }
    attach_bullets(result);
    for (Row& row : result) {
      std::stable_sort(row.segments.begin(), row.segments.end(),
                       [this](std::size_t a, std::size_t b) {
                         return segments_[a].box.left < segments_[b].box.left;
                       });
    }
    return result;
  }

  // A mark from a symbol font may sit too high or too low for its line's baseline: it goes to the
  // neighbour that it overlaps more.
  void attach_bullets(std::vector<Row>& rows) const {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].segments.size() != 1 || !segments_[rows[i].segments[0]].lone_bullet) continue;
      const double above = i > 0 ? vertical_overlap(rows[i - 1].box, rows[i].box) : 0;
      const double below = i + 1 < rows.size() ? vertical_overlap(rows[i + 1].box, rows[i].box) : 0;
      if (std::max(above, below) < 0.3) continue;
      Row& home = above > below ? rows[i - 1] : rows[i + 1];
      home.segments.push_back(rows[i].segments[0]);
      rows[i].segments.clear();
    }
    std::erase_if(rows, [](const Row& row) { return row.segments.empty(); });
  }

  bool begins_in_margin(const Row& row, double margin) const {
    return segments_[row.segments.front()].box.right <= margin;
  }

  void append_lines(const Row& row, double margin, std::vector<Draft>& out) const {
    const Segment* before = nullptr;
    for (const std::size_t i : row.segments) {
      const Segment& segment = segments_[i];
      const bool breaks =
          order_ == Order::by_column && before && starts_line(*before, segment, margin);
      if (!before || breaks) {
        out.push_back({.baseline = segment.baseline, .upright = segment.box});
      }
      append(segment, before && !breaks ? separator(*before, segment) : "", out.back());
      before = &segment;
    }
  }

  // Whether a segment does not go on with the line of the one before it on its row.
  static bool starts_line(const Segment& before, const Segment& segment, double margin) {
    if (before.lone_bullet) return false;
    if (segment.bulleted) return true;
    if (before.box.right <= margin && segment.box.left >= margin) return true;
    // A name in large print and the address beside it.
    const auto [small, large] = std::minmax(before.size, segment.size);
    return large > 1.4 * small && segment.box.left - before.box.right > far_apart * small;
  }

  const char* separator(const Segment& before, const Segment& segment) const {
    if (order_ == Order::straight) return " ";
    const double gap = segment.box.left - before.box.right;
    const double size = std::max(before.size, segment.size);
    return gap > far_apart * size && !before.lone_bullet ? "\t" : " ";
  }

  void append(const Segment& segment, std::string_view blank, Draft& draft) const {
    PrintedLine& line = draft.line;
    const bool first = line.text.empty();
    line.text += blank;
    if (first) line.box = words_[segment.pieces.front().word].box;
    for (const Piece& piece : segment.pieces) {
      append(words_[piece.word], piece, &piece == segment.pieces.data(), line);
    }
    draft.upright = enclosing(draft.upright, segment.box);
    if (blank == "\t") {
      draft.has_cells = true;
      draft.last_cell = segment.box.left;
    }
    line.letter_spaced = line.letter_spaced || segment.letter_spaced;
  }

  static void append(const PrintedWord& word, const Piece& piece, bool first, PrintedLine& line) {
    if (line.words.empty()) {
      line.size = word.size;
      line.bold = true;
    }
    if (!first && !piece.joined) line.text += ' ';
    const std::size_t begin = line.text.size();
    line.text += word.text;
    if (!first && piece.joined) {
      line.words.back().end = line.text.size();
      line.words.back().box = enclosing(line.words.back().box, word.box);
    } else {
      line.words.push_back({begin, line.text.size(), word.box});
    }
    line.box = enclosing(line.box, word.box);
    line.size = std::min(line.size, word.size);
    line.bold = line.bold && (word.bold || is_bullet_sign(word.text));
  }

  // The distance of wrapped lines in font sizes: low among the distances, since those between
  // paragraphs are larger. 0 when there is nothing to measure.
  static double usual_pitch(const std::vector<std::vector<Draft>>& regions) {
    std::vector<double> pitches;
    for (const std::vector<Draft>& region : regions) collect_pitches(region, pitches);
    return quartile(pitches);
  }

  static void collect_pitches(const std::vector<Draft>& region, std::vector<double>& out) {
    for (std::size_t i = 1; i < region.size(); ++i) {
      const double size = std::max(region[i].line.size, 1.0);
      const double pitch = (region[i].baseline - region[i - 1].baseline) / size;
      if (pitch > 0.7 && pitch < 2.2) out.push_back(pitch);
    }
  }

  static double quartile(std::vector<double>& values) {
    if (values.empty()) return 0;
    const auto quarter = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 4);
    std::nth_element(values.begin(), quarter, values.end());
    return *quarter;
  }

  static void mark_paragraphs(std::vector<Draft>& region, double page_pitch) {
    std::vector<double> own;
    collect_pitches(region, own);
    const double pitch = own.size() < 4 ? page_pitch : quartile(own);
    for (std::size_t i = 0; i < region.size(); ++i) {
      region[i].line.starts_paragraph = i == 0 || breaks(region[i - 1], region[i], pitch);
    }
    mark_short_lines(region);
  }

  // A line that ends although the next one's first word had room on it was ended on purpose: lists
  // whose marks are drawings, or paragraphs told apart by their last line alone. How far a line may
  // reach is learned from the lines with the same left edge.
  static void mark_short_lines(std::vector<Draft>& region) {
    std::unordered_map<long, double> edges;
    for (const Draft& d : region) {
      double& edge = edges.try_emplace(left_edge(d), d.upright.right).first->second;
      if (!d.has_cells) edge = std::max(edge, d.upright.right);
    }
    const auto edge = [&edges](long left) {
      const auto found = edges.find(left);
      return found == edges.end() ? std::numeric_limits<double>::lowest() : found->second;
    };
    for (std::size_t i = 1; i < region.size(); ++i) {
      PrintedLine& line = region[i].line;
      const Draft& before = region[i - 1];
      if (before.has_cells || std::abs(before.line.size - line.size) > 0.6) continue;
      const long left = left_edge(before);
      const double reach = std::max({edge(left - 1), edge(left), edge(left + 1)});
      const double needed = line.words.front().box.width() + line.size;
      if (before.upright.right + needed < reach) line.starts_paragraph = true;
    }
  }

  static long left_edge(const Draft& draft) {
    return std::lround(std::clamp(draft.upright.left, -1e6, 1e6) / 2);
  }

  static bool breaks(const Draft& before, const Draft& line, double pitch) {
    const double size = std::max({before.line.size, line.line.size, 1.0});
    const double step = line.baseline - before.baseline;
    if (step < 0.35 * size) return true;  // the next cell of a row
    if (std::abs(before.line.size - line.line.size) > 0.25 * size) return true;
    if (line.has_cells) return true;
    // A last cell may go on below itself; the text below a date does not belong to the date.
    if (before.has_cells && std::abs(line.upright.left - before.last_cell) > size) return true;
    return step > 1.22 * (pitch > 0 ? pitch : 1.4) * size + 0.5;
  }

  const std::vector<PrintedWord>& words_;
  std::vector<Segment> segments_;
  Order order_;
};

// Sizes are told apart by half points: producers scale, and 10.02 is 10.
int half_points(double size) {
  return static_cast<int>(std::lround(std::clamp(size, 0.0, 1000.0) * 2));
}

std::vector<PrintedLine> lay_out(const std::vector<PrintedWord>& words, Order order) {
  std::array<std::vector<std::size_t>, 4> turned;
  for (std::size_t i = 0; i < words.size(); ++i) {
    turned[static_cast<std::size_t>(words[i].rotation & 3)].push_back(i);
  }
  // What most of the page is printed in comes first; a year along the margin comes last.
  std::stable_sort(turned.begin(), turned.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::vector<PrintedLine> lines;
  for (const std::vector<std::size_t>& members : turned) {
    if (members.empty()) continue;
    std::vector<PrintedLine> more = PageLayout(words, members, order).lines();
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  }
  return lines;
}

}  // namespace

std::vector<PrintedLine> lay_out(const std::vector<PrintedWord>& words) {
  return lay_out(words, Order::by_column);
}

std::vector<PrintedLine> lay_out_straight(const std::vector<PrintedWord>& words) {
  return lay_out(words, Order::straight);
}

bool is_in_columns(const std::vector<PrintedLine>& lines) {
  // A heading set beside its text may begin a little higher than the line before it.
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Box& before = lines[i - 1].box;
    const Box& box = lines[i].box;
    if (box.bottom < before.top && box.left > before.left) return true;
  }
  return false;
}

void mark_emphasised(std::vector<std::vector<PrintedLine>>& pages) {
  std::map<int, std::size_t> letters_of_size;
  std::size_t letters = 0;
  std::size_t bold = 0;
  for (const auto& page : pages) {
    for (const PrintedLine& line : page) {
      letters_of_size[half_points(line.size)] += line.text.size();
      letters += line.text.size();
      if (line.bold) bold += line.text.size();
    }
  }
  if (letters == 0) return;
  const auto by_letters = [](const auto& a, const auto& b) { return a.second < b.second; };
  const double body =
      std::max_element(letters_of_size.begin(), letters_of_size.end(), by_letters)->first / 2.0;
  const bool bold_tells = bold * 2 < letters;
  for (auto& page : pages) {
    for (PrintedLine& line : page) {
      line.emphasised = (line.bold && bold_tells) || line.size >= 1.08 * body;
    }
  }
}

bool starts_with_bullet(std::string_view text) {
  if (text.empty()) return false;
  // A sign may stick to its text.
  const std::string_view first = text.substr(0, utf8::decode(text, 0).length);
  static constexpr std::array<std::string_view, 3> wingdings = {"v ", "Ø ", "¨ "};
  return bullet_length(text) > 0 || (is_bullet_sign(first) && first != "§") ||
         text.starts_with("§ ") ||
         std::ranges::any_of(wingdings, [&](auto mark) { return text.starts_with(mark); });
}

}  // namespace rapport
