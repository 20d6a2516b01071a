#include "pdf/paint.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdf/operators.hpp"
#include "pdf/streams.hpp"

namespace rapport {
namespace {

struct Rgb {
  double red = 0;
  double green = 0;
  double blue = 0;
};

// Wider than what ink is judged by: here it only costs time to be wrong.
bool near(const Rgb& a, const Rgb& b) {
  constexpr double close = 0.2;
  return std::abs(a.red - b.red) < close && std::abs(a.green - b.green) < close &&
         std::abs(a.blue - b.blue) < close;
}

using Paint = std::optional<Rgb>;  // nothing: a pattern, or a color space that we do not follow

// The smallest area, in points, that may cover or back a word: less is a rule, a bullet, an icon.
constexpr double thin = 6;
constexpr double short_side = 20;

struct Extent {
  double left = 1e9;
  double right = -1e9;
  double low = 1e9;
  double high = -1e9;

  void add(double x, double y) {
    left = std::min(left, x);
    right = std::max(right, x);
    low = std::min(low, y);
    high = std::max(high, y);
  }
  [[nodiscard]] bool empty() const { return right < left; }
  [[nodiscard]] double thickness() const { return std::min(right - left, high - low); }
  [[nodiscard]] double length() const { return std::max(right - left, high - low); }
};

struct GraphicsState {
  Paint fill = Rgb{};
  double scale = 1;
  double mode = 0;
  bool clipped_away = false;
};

// What all streams of the file do, together: a form may take its color from the page that uses it.
struct Usage {
  std::vector<Rgb> text{};
  std::vector<Rgb> areas{{1, 1, 1}};  // the paper
  bool hides = false;
  bool invisible_text = false;
  bool visible_text = false;
};

void add_color(const Rgb& color, std::vector<Rgb>& colors) {
  constexpr std::size_t most = 64;
  const auto same = [&](const Rgb& other) {
    return other.red == color.red && other.green == color.green && other.blue == color.blue;
  };
  if (colors.size() < most && std::ranges::none_of(colors, same)) colors.push_back(color);
}

// Interprets one stream as page content; anything else has no operators that matter.
class Painter : public PdfOperators {
 public:
  explicit Painter(Usage& usage) : usage_(usage) {}

  void operate(std::string_view name, const std::vector<double>& numbers, bool named) override {
    using P = Painter;
    static const std::unordered_map<std::string_view, void (P::*)(const Numbers&, bool)> table = {
        {"q", &P::save},     {"Q", &P::restore},  {"cm", &P::transform}, {"g", &P::gray},
        {"rg", &P::rgb},     {"k", &P::cmyk},     {"sc", &P::color},     {"scn", &P::any_color},
        {"cs", &P::space},   {"Tr", &P::mode},    {"Tj", &P::show},      {"TJ", &P::show},
        {"'", &P::show},     {"\"", &P::show},    {"re", &P::rectangle}, {"m", &P::points},
        {"l", &P::points},   {"c", &P::points},   {"v", &P::points},     {"y", &P::points},
        {"f", &P::fill},     {"F", &P::fill},     {"f*", &P::fill},      {"B", &P::fill},
        {"B*", &P::fill},    {"b", &P::fill},     {"b*", &P::fill},      {"n", &P::end_path},
        {"S", &P::end_path}, {"s", &P::end_path}, {"sh", &P::shade},     {"W", &P::clip},
        {"W*", &P::clip},    {"d0", &P::glyph},   {"d1", &P::glyph},
    };
    const auto found = table.find(name);
    if (found != table.end()) (this->*found->second)(numbers, named);
  }

 private:
  using Numbers = std::vector<double>;

  void save(const Numbers&, bool) {
    constexpr std::size_t deepest = 256;
    if (stack_.size() < deepest) stack_.push_back(state_);
  }
  void restore(const Numbers&, bool) {
    if (stack_.empty()) return;
    state_ = stack_.back();
    stack_.pop_back();
  }
  void transform(const Numbers& n, bool) {
    if (n.size() < 6) return;
    state_.scale *= std::sqrt(std::abs(n[0] * n[3] - n[1] * n[2]));
  }
  void gray(const Numbers& n, bool) {
    if (!n.empty()) state_.fill = Rgb{n[0], n[0], n[0]};
  }
  void rgb(const Numbers& n, bool) {
    if (n.size() >= 3) state_.fill = Rgb{n[0], n[1], n[2]};
  }
  void cmyk(const Numbers& n, bool) {
    if (n.size() < 4) return;
    const double light = 1 - n[3];
    state_.fill = Rgb{(1 - n[0]) * light, (1 - n[1]) * light, (1 - n[2]) * light};
  }
  // In a color space that stands elsewhere: by the number of its components.
  void color(const Numbers& n, bool named) {
    state_.fill.reset();
    const auto beyond = [](double x) { return x < 0 || x > 1; };
    if (named || std::ranges::any_of(n, beyond)) return;
    if (n.size() == 1) gray(n, false);
    if (n.size() == 3) rgb(n, false);
    if (n.size() == 4) cmyk(n, false);
  }
  // One component may be an ink, of which 1 is all, or a gray, of which 1 is none.
  void any_color(const Numbers& n, bool named) {
    color(n, named);
    if (n.size() == 1) state_.fill.reset();
  }
  void space(const Numbers&, bool) { state_.fill = Rgb{}; }
  void mode(const Numbers& n, bool) {
    if (!n.empty()) state_.mode = n[0];
  }

  void show(const Numbers&, bool) {
    shown_ = true;
    if (state_.mode >= 3) {
      usage_.invisible_text = true;
      return;
    }
    usage_.visible_text = true;
    if (state_.mode == 1 || state_.clipped_away || !state_.fill) usage_.hides = true;
    if (state_.fill) add_color(*state_.fill, usage_.text);
  }

  void rectangle(const Numbers& n, bool) {
    if (n.size() < 4) return;
    path_.add(n[0], n[1]);
    path_.add(n[0] + n[2], n[1] + n[3]);
  }
  void points(const Numbers& n, bool) {
    for (std::size_t i = 0; i + 1 < n.size(); i += 2) path_.add(n[i], n[i + 1]);
  }
  void fill(const Numbers&, bool) {
    const bool large = !path_.empty() && path_.thickness() * state_.scale > thin &&
                       path_.length() * state_.scale > short_side;
    if (large && !is_glyph_) {
      if (state_.fill) add_color(*state_.fill, usage_.areas);
      if (!state_.fill || shown_) usage_.hides = true;
    }
    path_ = {};
  }
  void end_path(const Numbers&, bool) { path_ = {}; }
  void shade(const Numbers&, bool) { usage_.hides = true; }
  void clip(const Numbers&, bool) {
    if (path_.empty() || path_.thickness() * state_.scale < 3) state_.clipped_away = true;
  }
  // The drawing of a letter, in units of its own.
  void glyph(const Numbers&, bool) { is_glyph_ = true; }

  Usage& usage_;
  GraphicsState state_{};
  std::vector<GraphicsState> stack_{};
  Extent path_{};
  bool shown_ = false;
  bool is_glyph_ = false;
};

double number_after(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return 0;
  at = text.find_first_not_of(" \r\n", at + key.size());
  if (at == std::string_view::npos) return 0;
  double value = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), value);
  return value;
}

// Transparency is set by dictionaries, wherever they stand.
bool is_transparent(std::string_view objects) {
  for (std::size_t at = objects.find("/ca"); at != std::string_view::npos;
       at = objects.find("/ca", at + 3)) {
    const std::string_view after = objects.substr(at + 3, 24);
    if (after.starts_with(' ') || after.starts_with('.') || after.starts_with('0')) {
      if (number_after(after, "") < 0.35) return true;
    }
  }
  return objects.find("/Luminosity") != std::string_view::npos;
}

// A stream's dictionary ends where it begins; those of pictures are found by their type.
bool has_large_picture(std::string_view file) {
  constexpr double large = 400'000;  // pixels
  for (std::size_t at = file.find("/Image"); at != std::string_view::npos;
       at = file.find("/Image", at + 6)) {
    constexpr std::size_t longest = 2000;
    const std::size_t from = at - std::min(at, longest);
    const std::size_t begin = file.substr(from, at - from).rfind(" obj");
    if (begin == std::string_view::npos) continue;
    const std::string_view object = file.substr(from + begin, longest);
    const std::string_view dictionary = object.substr(0, object.find("stream"));
    if (number_after(dictionary, "/Width") * number_after(dictionary, "/Height") >= large) {
      return true;
    }
  }
  return false;
}

bool text_meets_area(const Usage& usage) {
  return std::ranges::any_of(usage.text, [&](const Rgb& text) {
    return std::ranges::any_of(usage.areas, [&](const Rgb& area) { return near(text, area); });
  });
}

}  // namespace

PaintScan scan_paint(std::string_view file) {
  Usage usage;
  bool transparent = is_transparent(file);
  const bool looked = each_stream(file, [&](const PdfStream& stream) {
    if (stream.dictionary.find("/ObjStm") != std::string_view::npos) {
      transparent = transparent || is_transparent(stream.content);
    } else {
      Painter(usage).read(stream.content);
    }
  });
  const bool doubtful = !looked || transparent || usage.hides || usage.invisible_text;
  return {.may_hide = doubtful || text_meets_area(usage),
          .only_invisible = usage.invisible_text && !usage.visible_text,
          .has_large_picture = has_large_picture(file)};
}

}  // namespace rapport
