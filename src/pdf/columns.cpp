// Where is the gutter? Count, for every x, the segments that cross it. In a gutter the count dips:
//
//      Jane Example, 555-0100 ...............       crosses: a full-width line
//      Skills         Experience                    left | right
//      Patience       Harbor Coffee    2019         left | right
//      Spanish        - Trained ...                 left | right
//                 ^ dip            ^ dip
//
// For each dip the full-width lines cut the page into bands; in a band the sides are columns only
// when they live lives of their own. A side whose lines stand on the other's baselines, a few at a
// time, annotates it: dates, places, labels, table cells. The dip with the most text in true
// columns wins, and each side and each stretch of full-width lines is searched again.
#include "pdf/columns.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace rapport {
namespace {

using Indices = std::vector<std::size_t>;

constexpr int deepest = 6;            // nested splits; real pages need three
constexpr std::size_t most_dips = 6;  // gutters tried in one region
constexpr double bin_width = 2;       // points
// Half of the narrowest gutter, in font sizes. Segments count as that much wider at either end, so
// that a page number in the gutter is across it and not a third column.
constexpr double half_gutter = 0.3;
constexpr std::size_t most_bins = 2048;

// One line of a side: what stands on one baseline.
struct SideLine {
  double baseline = 0;
  double left = 0;
  double right = 0;
  bool lower_case = false;
};

struct Side {
  std::vector<SideLine> lines{};
  double left = 0;
  double right = 0;
};

enum class Relation { columns, rows, margin };

// A stretch of a region between full-width lines, or those lines themselves.
struct Band {
  Indices left{};
  Indices right{};
  Indices across{};  // when not empty, left and right are
};

struct Split {
  std::vector<Band> bands{};
  std::vector<Relation> relations{};
  double gutter = 0;
  std::size_t in_columns = 0;  // segments in bands that are columns
  std::size_t in_margin = 0;   // and in bands with a margin
};

double left_of(const Segment& s) {
  return s.box.left - half_gutter * s.size;
}
double right_of(const Segment& s) {
  return s.box.right + half_gutter * s.size;
}

// Lines of one side, cut at steps of the baseline; sorted from top to bottom.
Side side_of(const std::vector<Segment>& segments, const Indices& members) {
  Indices order = members;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return segments[a].baseline < segments[b].baseline;
  });
  Side side{.left = 1e9, .right = -1e9};
  for (const std::size_t i : order) {
    const Segment& s = segments[i];
    side.left = std::min(side.left, s.box.left);
    side.right = std::max(side.right, s.box.right);
    if (side.lines.empty() || s.baseline - side.lines.back().baseline > 0.35 * s.size) {
      side.lines.push_back({s.baseline, s.box.left, s.box.right, s.lower_case});
    } else {
      SideLine& line = side.lines.back();
      if (s.box.left < line.left) line.lower_case = s.lower_case;
      line.left = std::min(line.left, s.box.left);
      line.right = std::max(line.right, s.box.right);
    }
  }
  return side;
}

// The share of `few`'s lines that stand on a baseline of `many`.
double aligned_share(const Side& few, const Side& many, double size) {
  std::size_t aligned = 0;
  auto other = many.lines.begin();
  for (const SideLine& line : few.lines) {
    while (other != many.lines.end() && other->baseline < line.baseline - 0.25 * size) ++other;
    if (other != many.lines.end() && other->baseline <= line.baseline + 0.25 * size) ++aligned;
  }
  return static_cast<double>(aligned) / static_cast<double>(few.lines.size());
}

// The greatest number of lines that follow one another at a usual pitch.
std::size_t longest_run(const Side& side, double size) {
  std::size_t best = 1;
  std::size_t run = 1;
  for (std::size_t i = 1; i < side.lines.size(); ++i) {
    const double pitch = side.lines[i].baseline - side.lines[i - 1].baseline;
    run = pitch < 2.1 * size ? run + 1 : 1;
    best = std::max(best, run);
  }
  return best;
}

// Prose wraps: a good share of its lines fills the width that it has. Cells and list entries do
// not.
bool is_prose(const Side& side, double available, double size) {
  if (side.lines.size() < 5) return false;
  std::vector<double> widths;
  for (const SideLine& line : side.lines) widths.push_back(line.right - line.left);
  const auto third = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 2 / 3);
  std::nth_element(widths.begin(), third, widths.end());
  return *third > 0.7 * available && *third > 12 * size;
}

// Whether some line goes on with a sentence of the line above it, which is a long one.
bool wraps(const Side& side) {
  const double long_line = side.right - 0.35 * (side.right - side.left);
  for (std::size_t i = 1; i < side.lines.size(); ++i) {
    if (side.lines[i].lower_case && side.lines[i - 1].right > long_line) return true;
  }
  return false;
}

// Whether the lines of `many` on the baselines of `few` are often wide: beside them stands text,
// not the other cell of a row.
bool stands_beside_prose(const Side& few, const Side& many, double size) {
  std::size_t wide = 0;
  std::size_t beside = 0;
  auto line = few.lines.begin();
  for (const SideLine& other : many.lines) {
    while (line != few.lines.end() && line->baseline < other.baseline - 0.25 * size) ++line;
    if (line == few.lines.end()) break;
    if (line->baseline > other.baseline + 0.25 * size) continue;
    ++beside;
    const double width = other.right - other.left;
    if (width > 0.5 * (many.right - many.left) && width > 15 * size) ++wide;
  }
  return wide * 3 >= beside;
}

Relation relation(const Side& left, const Side& right, double size) {
  if (left.lines.empty() || right.lines.empty()) return Relation::rows;
  const bool left_is_few = left.lines.size() < right.lines.size();
  const Side& few = left_is_few ? left : right;
  const Side& many = left_is_few ? right : left;
  const auto few_lines = static_cast<double>(few.lines.size());
  const bool sparse = few_lines < 0.8 * static_cast<double>(many.lines.size());
  const std::size_t run = longest_run(few, size);
  const double aligned = aligned_share(few, many, size);

  const Relation annotation = left_is_few && sparse && few.lines.size() >= 2 && aligned > 0.5
                                  ? Relation::margin
                                  : Relation::rows;
  if (few.lines.size() < 3 || run <= 2) return annotation;
  if (aligned < 0.75) return Relation::columns;
  // Both on one grid: a page that is set in columns, or a table.
  const bool both_prose = is_prose(left, right.left - left.left, size) &&
                          is_prose(right, right.right - right.left, size);
  const bool both_wrap = wraps(left) && wraps(right);
  if (both_prose || both_wrap || (sparse && run >= 5 && stands_beside_prose(few, many, size))) {
    return Relation::columns;
  }
  return annotation;
}

// For every bin of the region's width, how many segments cross it, end before and begin after.
struct Profile {
  double left = 0;
  double bin = bin_width;
  std::vector<int> across{};
  std::vector<int> before{};
  std::vector<int> after{};

  [[nodiscard]] double x(std::size_t i) const { return left + bin * static_cast<double>(i); }
};

Profile profile_of(const std::vector<Segment>& segments, const Indices& members) {
  Profile p;
  double right = -1e9;
  p.left = 1e9;
  for (const std::size_t i : members) {
    p.left = std::min(p.left, left_of(segments[i]));
    right = std::max(right, right_of(segments[i]));
  }
  const double width = std::max(right - p.left, 1.0);
  p.bin = std::max(bin_width, width / static_cast<double>(most_bins));
  const auto bins = static_cast<std::size_t>(width / p.bin) + 2;
  p.before.assign(bins, 0);
  p.after.assign(bins, 0);
  p.across.assign(bins, 0);
  const auto bin_of = [&](double x) {
    return std::min(bins - 1, static_cast<std::size_t>(std::max(0.0, (x - p.left) / p.bin)));
  };
  for (const std::size_t i : members) {
    ++p.before[std::min(bins - 1, bin_of(right_of(segments[i])) + 1)];
    ++p.after[bin_of(left_of(segments[i]))];
  }
  for (std::size_t i = 1; i < bins; ++i) p.before[i] += p.before[i - 1];
  for (std::size_t i = bins - 1; i-- > 0;) p.after[i] += p.after[i + 1];
  const int all = static_cast<int>(members.size());
  for (std::size_t i = 0; i < bins; ++i) p.across[i] = all - p.before[i] - p.after[i];
  return p;
}

// The middles of the places that fewer segments cross than around them, best first.
std::vector<double> dips(const Profile& p) {
  struct Dip {
    int depth;  // how far below the lower of the crests at its sides
    int sides;
    double x;
  };
  std::vector<Dip> found;
  const std::size_t n = p.across.size();
  std::vector<int> highest_left(n), highest_right(n);
  for (std::size_t i = 0; i < n; ++i) {
    highest_left[i] = std::max(i > 0 ? highest_left[i - 1] : 0, p.across[i]);
  }
  for (std::size_t i = n; i-- > 0;) {
    highest_right[i] = std::max(i + 1 < n ? highest_right[i + 1] : 0, p.across[i]);
  }
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && p.across[end] == p.across[i]) ++end;
    const bool falls = i > 0 && p.across[i - 1] > p.across[i];
    const bool rises = end < n && p.across[end] > p.across[i];
    const std::size_t middle = (i + end) / 2;
    const int sides = std::min(p.before[i], p.after[middle]);
    const int depth = std::min(highest_left[i], highest_right[i]) - p.across[i];
    if (falls && rises && sides >= 2 && depth >= 2) found.push_back({depth, sides, p.x(middle)});
    i = end;
  }
  std::sort(found.begin(), found.end(), [](const Dip& a, const Dip& b) {
    return std::pair(a.depth, a.sides) > std::pair(b.depth, b.sides);
  });
  if (found.size() > most_dips) found.resize(most_dips);
  std::vector<double> result;
  result.reserve(found.size());
  for (const Dip& dip : found) result.push_back(dip.x);
  return result;
}

class Splitter {
 public:
  explicit Splitter(const std::vector<Segment>& segments) : segments_(segments) {}

  void split(Indices members, int depth, std::vector<Region>& out) const {
    const std::optional<Split> best = depth < deepest ? best_split(members) : std::nullopt;
    if (!best || best->in_columns == 0) {
      emit_rows(std::move(members), best, out);
      return;
    }
    Indices rows;
    const auto flush = [&] {
      if (!rows.empty()) split(std::exchange(rows, {}), depth + 1, out);
    };
    for (std::size_t i = 0; i < best->bands.size(); ++i) {
      const Band& band = best->bands[i];
      if (best->relations[i] != Relation::columns) {
        for (const Indices* part : {&band.left, &band.right, &band.across}) {
          rows.insert(rows.end(), part->begin(), part->end());
        }
        continue;
      }
      Indices right = take_heading(band, rows);
      flush();
      split(band.left, depth + 1, out);
      split(std::move(right), depth + 1, out);
    }
    flush();
  }

 private:
  static void emit_rows(Indices members, const std::optional<Split>& split,
                        std::vector<Region>& out) {
    Region region{.segments = std::move(members)};
    if (split && split->in_margin > 0) region.margin = split->gutter;
    out.push_back(std::move(region));
  }

  // A name that stands over the right column, higher than all of the left one, comes first: it
  // goes to `rows`. Gives the rest of the right column.
  Indices take_heading(const Band& band, Indices& rows) const {
    double top = 1e9;
    for (const std::size_t i : band.left) top = std::min(top, segments_[i].box.top);
    Indices above;
    Indices rest;
    for (const std::size_t i : band.right) {
      (segments_[i].box.bottom <= top ? above : rest).push_back(i);
    }
    constexpr std::size_t most = 4;
    if (above.size() > most || rest.empty()) return band.right;
    rows.insert(rows.end(), above.begin(), above.end());
    return rest;
  }

  std::optional<Split> best_split(const Indices& members) const {
    if (members.size() < 4) return std::nullopt;
    std::optional<Split> best;
    for (const double gutter : dips(profile_of(segments_, members))) {
      Split candidate = cut(members, gutter);
      const auto rank = [](const Split& s) { return std::pair(s.in_columns, s.in_margin); };
      if (!best || rank(candidate) > rank(*best)) best = std::move(candidate);
    }
    return best;
  }

  Split cut(const Indices& members, double gutter) const {
    Split result{.gutter = gutter};
    for (Band& band : bands(members, gutter)) {
      Band tail = take_tail(band);
      result.bands.push_back(std::move(band));
      if (!tail.left.empty()) result.bands.push_back(std::move(tail));
    }
    for (const Band& band : result.bands) {
      const Relation r = relation(side_of(segments_, band.left), side_of(segments_, band.right),
                                  median_size(band));
      result.relations.push_back(r);
      const std::size_t size = band.left.size() + band.right.size();
      if (r == Relation::columns) result.in_columns += size;
      if (r == Relation::margin) result.in_margin += size;
    }
    return result;
  }

  // Two columns may end where a one-column part begins whose lines are short, with dates at the
  // right: "EXPERIENCE", then "Harbor Coffee ... 2019". Takes that part off. Its right side has
  // nothing but such dates, which begin far from the column's left edge on a baseline of the left.
  Band take_tail(Band& band) const {
    const double size = median_size(band);
    const Side left = side_of(segments_, band.left);
    const Side right = side_of(segments_, band.right);
    std::size_t first = right.lines.size();
    while (first > 0 && is_annotation(right.lines[first - 1], right, left, size)) --first;
    if (first == 0 || first == right.lines.size()) return {};
    const double cut = widest_gap(left, right.lines[first - 1].baseline + 0.25 * size,
                                  right.lines[first].baseline + 0.25 * size);
    Band tail;
    const auto move_below = [&](Indices& from, Indices& to) {
      const auto below = std::stable_partition(
          from.begin(), from.end(), [&](std::size_t i) { return segments_[i].baseline < cut; });
      to.assign(below, from.end());
      from.erase(below, from.end());
    };
    move_below(band.left, tail.left);
    move_below(band.right, tail.right);
    return tail;
  }

  static bool is_annotation(const SideLine& line, const Side& own, const Side& other, double size) {
    if (line.left < own.left + 5 * size) return false;
    const auto beside =
        std::lower_bound(other.lines.begin(), other.lines.end(), line.baseline - 0.25 * size,
                         [](const SideLine& o, double baseline) { return o.baseline < baseline; });
    return beside != other.lines.end() && beside->baseline < line.baseline + 0.25 * size;
  }

  // The middle of the widest vertical gap between the lines of a side from `top` to `bottom`.
  static double widest_gap(const Side& side, double top, double bottom) {
    double previous = top;
    double widest = 0;
    double middle = bottom - 1e-3;
    for (const SideLine& line : side.lines) {
      if (line.baseline <= top) continue;
      if (line.baseline > bottom) break;
      if (line.baseline - previous > widest) {
        widest = line.baseline - previous;
        middle = (line.baseline + previous) / 2;
      }
      previous = line.baseline;
    }
    return middle;
  }

  std::vector<Band> bands(const Indices& members, double gutter) const {
    Indices order = members;
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return segments_[a].baseline < segments_[b].baseline;
    });
    std::vector<Band> result;
    for (const std::size_t i : order) {
      const bool is_left = right_of(segments_[i]) <= gutter;
      const bool is_right = left_of(segments_[i]) >= gutter;
      const bool is_across = !is_left && !is_right;
      if (result.empty() || result.back().across.empty() == is_across) result.emplace_back();
      Band& band = result.back();
      (is_left ? band.left : is_right ? band.right : band.across).push_back(i);
    }
    return result;
  }

  double median_size(const Band& band) const {
    std::vector<double> sizes;
    for (const std::size_t i : band.left) sizes.push_back(segments_[i].size);
    for (const std::size_t i : band.right) sizes.push_back(segments_[i].size);
    if (sizes.empty()) return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
  }

  const std::vector<Segment>& segments_;
};

}  // namespace

std::vector<Region> find_regions(const std::vector<Segment>& segments) {
  Indices all(segments.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<Region> regions;
  if (!all.empty()) Splitter(segments).split(std::move(all), 0, regions);
  return regions;
}

}  // namespace rapport
