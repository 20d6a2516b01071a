#include "input/docx_styles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace rapport::docx {
namespace {

// Word itself stops at 4,079 styles.
constexpr std::size_t max_styles = 10'000;
// Real chains have five links at most; a loop has no end.
constexpr int max_chain = 20;

bool is_on(const XmlAttributes& attributes) {
  const std::string_view value = attributes.find("val").value_or("true");
  return value != "0" && value != "false" && value != "off";
}

std::optional<int> number(const XmlAttributes& attributes) {
  const std::string_view value = attributes.find("val").value_or("");
  int result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error != std::errc()) return std::nullopt;
  return result;
}

std::string plain_lower(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c != ' ') {
      result += c;
    }
  }
  return result;
}

// What the name of a built-in style says. Word writes names in English whatever its language, but
// ids in the user's ("berschrift1"), and these are all there is when the styles part is missing.
ParagraphLook look_of_name(std::string_view name) {
  static constexpr std::array<std::string_view, 12> headings = {
      "heading", "berschrift", "überschrift", "titre",      "ttulo",   "título",
      "titolo",  "kop",        "rubrik",      "overskrift", "otsikko", "nagwek"};
  static constexpr std::array<std::string_view, 2> lists = {"listbullet", "listnumber"};
  const std::string lower = plain_lower(name);
  ParagraphLook look;
  if (lower == "title") look.outline = 0;
  for (const std::string_view heading : headings) {
    const bool fits = lower.size() == heading.size() + 1 && lower.starts_with(heading);
    if (fits && lower.back() >= '1' && lower.back() <= '9') look.outline = lower.back() - '1';
  }
  const auto begins = [&](std::string_view list) { return lower.starts_with(list); };
  if (std::ranges::any_of(lists, begins)) look.numbered = true;
  return look;
}

}  // namespace

void RunLook::overlay(const RunLook& other) {
  if (other.bold) bold = other.bold;
  if (other.hidden) hidden = other.hidden;
  if (other.half_points) half_points = other.half_points;
  if (other.color) color = other.color;
  if (other.ground.says_something()) ground = other.ground;
}

void RunLook::read(std::string_view element, const XmlAttributes& attributes) {
  if (element == "b") bold = is_on(attributes);
  if (element == "vanish") hidden = is_on(attributes);
  if (element == "sz") half_points = number(attributes);
  if (element == "color") color = letter_color(attributes);
  const bool shades = element == "shd";
  if (!shades && element != "highlight") return;
  const Ground own = shades ? shading(attributes) : highlight(attributes);
  if (own.says_something()) ground = own;
}

void ParagraphLook::overlay(const ParagraphLook& other) {
  if (other.outline) outline = other.outline;
  if (other.numbered) numbered = other.numbered;
  if (other.ground.says_something()) ground = other.ground;
}

void ParagraphLook::read(std::string_view element, const XmlAttributes& attributes) {
  if (element == "outlineLvl") outline = number(attributes);
  if (element == "shd") ground = shading(attributes);
  // The number 0 takes a paragraph out of the list that its style puts it in.
  if (element == "numId") numbered = number(attributes).value_or(0) != 0;
}

int ParagraphLook::heading_level() const {
  const int level = outline.value_or(9);
  return level >= 0 && level < 9 ? level + 1 : 0;
}

class Styles::Reader : public XmlHandler {
 public:
  explicit Reader(Styles& styles) : styles_(styles) {}

  bool start(const XmlName& name, const XmlAttributes& attributes) override {
    ++depth_;
    if (vocabulary(name.uri) != Vocabulary::word) return true;
    // Those of conditional formats too.
    if (current_ && name.local == "shd" && shading(attributes).says_something()) {
      current_->shades = true;
    }
    if (ignored_from_ != 0) return true;
    // Conditional formats of a table style, and formats before a tracked change.
    if (name.local == "tblStylePr" || name.local.ends_with("PrChange")) {
      ignored_from_ = depth_;
    } else if (name.local == "style") {
      open(attributes);
    } else if (name.local == "rPrDefault") {
      in_defaults_ = true;
    } else {
      property(name.local, attributes);
    }
    return styles_.styles_.size() <= max_styles;
  }

  bool end(const XmlName& name) override {
    if (ignored_from_ == depth_) ignored_from_ = 0;
    --depth_;
    if (name.local == "rPrDefault") in_defaults_ = false;
    if (name.local == "style") current_ = nullptr;
    return true;
  }

  bool text(std::string_view) override { return true; }

 private:
  void open(const XmlAttributes& attributes) {
    const std::string id(attributes.find("styleId").value_or(""));
    const std::string_view is_default = attributes.find("default").value_or("0");
    const bool by_default = is_default == "1" || is_default == "true" || is_default == "on";
    if (by_default && attributes.find("type") == "paragraph") styles_.default_paragraph_ = id;
    current_ = &styles_.styles_[id];
  }

  void property(std::string_view element, const XmlAttributes& attributes) {
    if (in_defaults_) styles_.defaults_.read(element, attributes);
    if (!current_) return;
    if (element == "name") {
      current_->name = attributes.find("val").value_or("");
      // What the style itself says comes later in the file and wins.
      current_->own.paragraph = look_of_name(current_->name);
    } else if (element == "basedOn") {
      current_->based_on = attributes.find("val").value_or("");
    } else {
      current_->own.run.read(element, attributes);
      current_->own.paragraph.read(element, attributes);
    }
  }

  Styles& styles_;
  Style* current_ = nullptr;
  bool in_defaults_ = false;
  int depth_ = 0;
  int ignored_from_ = 0;
};

Styles Styles::read(ZipArchive& archive, const std::string& part) {
  Styles styles;
  Reader reader(styles);
  if (!part.empty()) static_cast<void>(read_part(archive, part, reader));
  // Once, because a document may name its styles a million times.
  for (auto& [id, style] : styles.styles_) style.all = styles.inherited(style);
  return styles;
}

Look Styles::paragraph(std::string_view id) const {
  Look look{.run = defaults_, .paragraph = {}};
  lay_over(id.empty() ? default_paragraph_ : id, look);
  return look;
}

RunLook Styles::character(std::string_view id) const {
  Look look;
  lay_over(id, look);
  return look.run;
}

bool Styles::shades_cells(std::string_view id) const {
  auto style = styles_.find(id);
  for (int i = 0; i < max_chain && style != styles_.end(); ++i) {
    if (style->second.shades) return true;
    style = styles_.find(style->second.based_on);
  }
  return false;
}

void Styles::lay_over(std::string_view id, Look& look) const {
  const auto found = styles_.find(id);
  if (found == styles_.end()) {
    look.paragraph = look_of_name(id);
    return;
  }
  look.run.overlay(found->second.all.run);
  look.paragraph.overlay(found->second.all.paragraph);
}

Look Styles::inherited(const Style& style) const {
  std::vector<const Style*> links = {&style};
  for (int i = 0; i < max_chain; ++i) {
    const auto base = styles_.find(links.back()->based_on);
    if (base == styles_.end()) break;
    links.push_back(&base->second);
  }
  std::ranges::reverse(links);  // the most general first
  Look look;
  for (const Style* link : links) {
    look.run.overlay(link->own.run);
    look.paragraph.overlay(link->own.paragraph);
  }
  return look;
}

}  // namespace rapport::docx
