#include "input/html_page.hpp"

#include <algorithm>
#include <utility>

#include "input/html_elements.hpp"
#include "input/html_markup.hpp"
#include "input/story_hidden.hpp"
#include "input/xml_html.hpp"

namespace rapport {
namespace {

using html::Look;
using html::Sort;

constexpr std::size_t max_data = 1 << 20;  // bytes of JSON-LD in one page

// What holds from an element's start to its end.
struct Frame {
  Sort sort = Sort::inline_text;
  bool hidden = false;
  bool bold = false;
  bool preformatted = false;
  int half_points = 0;
  int heading_level = 0;
  BlockRole role = BlockRole::body;
  std::size_t holder = 0;    // index of the frame of the list item or cell around it
  bool begins_item = false;  // of a list item: the next paragraph is the item itself
  bool wraps = false;        // in <pre>, whose lines were broken by whoever wrote them
};

bool is_line(Sort sort) {
  return sort == Sort::block || sort == Sort::heading || sort == Sort::list_item ||
         sort == Sort::cell || sort == Sort::preformatted;
}

bool is_blank_character(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class PageReader : public XmlHandler {
 public:
  PageReader() { frames_.emplace_back(); }

  bool start(const XmlName& name, const XmlAttributes& attributes) override;
  bool end(const XmlName& name) override;
  bool text(std::string_view text) override;

  [[nodiscard]] HtmlPage finish(XmlEnd end);

 private:
  void open_script(const XmlAttributes& attributes);
  void open(Sort sort, std::string_view name, const Look& look);
  void break_line();
  void break_paragraph();
  [[nodiscard]] bool affords(std::string_view text);
  void print(std::string_view text);
  void hide(std::string_view text);
  void print_collapsed(std::string_view text);
  void print_lines(std::string_view text);
  void mark_item();
  [[nodiscard]] BlockRole take_role();

  HtmlPage page_{};
  TextBudget budget_{};
  std::vector<Frame> frames_{};
  LineBuilder line_{};
  bool blank_waits_ = false;  // before the next word of the line
  bool is_first_ = true;      // of its paragraph
  bool is_item_ = false;      // the paragraph is a list item
  int paragraphs_ = 0;
  int depth_ = 0;
  int skipped_from_ = 0;  // depth of the element that is left out; 0 for none
  bool in_data_ = false;  // in a script that holds JSON-LD
  std::size_t data_bytes_ = 0;
  bool within_budget_ = true;
};

bool PageReader::start(const XmlName& name, const XmlAttributes& attributes) {
  ++depth_;
  if (skipped_from_ != 0) return true;
  const Sort sort = html::sort_of(name.local);
  const Look look = html::look_of(name.local, attributes);
  if (look.list_mark) mark_item();
  if (sort == Sort::script) open_script(attributes);
  if (sort == Sort::image) page_.story.oddities.images = true;
  if (sort == Sort::script || sort == Sort::left_out || look.left_out || look.list_mark) {
    if (is_line(sort)) break_paragraph();
    skipped_from_ = depth_;
    return true;
  }
  open(sort, name.local, look);
  return within_budget_;
}

void PageReader::open_script(const XmlAttributes& attributes) {
  page_.has_scripts = true;
  in_data_ = attributes.find("type") == "application/ld+json";
  if (in_data_) page_.data.emplace_back();
}

void PageReader::open(Sort sort, std::string_view name, const Look& look) {
  if (is_line(sort)) break_paragraph();
  Frame frame = frames_.back();
  frame.sort = sort;
  frame.hidden = frame.hidden || look.hidden;
  frame.begins_item = false;
  if (sort == Sort::bold || name == "th") frame.bold = true;
  if (look.weight != 0) frame.bold = look.weight > 0;
  if (look.half_points != 0) frame.half_points = look.half_points;
  if (sort == Sort::preformatted || look.preformatted) frame.preformatted = true;
  if (sort == Sort::heading) frame.heading_level = name[1] - '0';
  if (sort == Sort::cell) frame.role = BlockRole::table_cell;
  if (sort == Sort::preformatted) frame.wraps = true;
  if (sort == Sort::list_item || sort == Sort::cell) frame.holder = frames_.size();
  if (sort == Sort::list_item) frame.begins_item = true;
  frames_.push_back(frame);
  if (sort != Sort::line_break) return;
  const bool blank = is_blank(line_.text());
  break_line();
  if (blank) break_paragraph();
}

bool PageReader::end(const XmlName& /*name*/) {
  const int depth = depth_--;
  if (skipped_from_ != 0) {
    if (skipped_from_ == depth) {
      skipped_from_ = 0;
      in_data_ = false;
    }
    return true;
  }
  if (is_line(frames_.back().sort)) break_paragraph();
  if (frames_.size() > 1) frames_.pop_back();
  return within_budget_;
}

bool PageReader::text(std::string_view text) {
  if (in_data_ && data_bytes_ + text.size() <= max_data) {
    page_.data.back() += text;
    data_bytes_ += text.size();
  }
  if (skipped_from_ != 0) return true;
  const Frame& frame = frames_.back();
  if (frame.hidden) {
    hide(text);
  } else if (frame.preformatted) {
    print_lines(text);
  } else {
    print_collapsed(text);
  }
  return within_budget_;
}

// It stands with the paragraph before it.
void PageReader::hide(std::string_view text) {
  if (is_blank(text) || !affords(text)) return;
  StoryLine place;
  place.paragraph = paragraphs_;
  add_hidden(std::string(text) + ' ', place, HiddenBy::mark, page_.story.hidden);
}

// Blanks of any number and kind are one, and none at a line's start.
void PageReader::print_collapsed(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (is_blank_character(c)) {
      blank_waits_ = true;
      continue;
    }
    if (blank_waits_ && !(line_.text().empty() && words.empty())) words += ' ';
    blank_waits_ = false;
    words += c;
  }
  if (!words.empty()) print(words);
}

// In <pre> a newline is one, and an empty line separates paragraphs.
void PageReader::print_lines(std::string_view text) {
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) print(line);
    if (end == std::string_view::npos) return;
    const bool blank = is_blank(line_.text());
    break_line();
    if (blank) break_paragraph();
    text.remove_prefix(end + 1);
  }
}

bool PageReader::affords(std::string_view text) {
  within_budget_ = within_budget_ && text.size() <= budget_.bytes;
  if (within_budget_) budget_.bytes -= text.size();
  return within_budget_;
}

void PageReader::print(std::string_view text) {
  if (!affords(text)) return;
  line_.print(text, frames_.back().bold, frames_.back().half_points);
}

// Word writes the bullet of a list item as text of its own.
void PageReader::mark_item() {
  is_item_ = true;
}

// A list item's further paragraphs are no items.
BlockRole PageReader::take_role() {
  Frame& holder = frames_[frames_.back().holder];
  if (is_first_ && std::exchange(holder.begins_item, false)) is_item_ = true;
  return is_item_ ? BlockRole::list_item : frames_.back().role;
}

void PageReader::break_line() {
  blank_waits_ = false;
  std::optional<StoryLine> line = line_.take();
  if (!line) return;
  within_budget_ = within_budget_ && budget_.lines > 0;
  if (!within_budget_) return;
  --budget_.lines;
  const Frame& frame = frames_.back();
  line->role = frame.heading_level > 0 ? frame.role : take_role();
  line->heading_level = frame.heading_level;
  line->is_first = is_first_;
  line->may_wrap = frame.wraps;
  if (is_first_) ++paragraphs_;
  line->paragraph = paragraphs_;
  is_first_ = false;
  page_.story.lines.push_back(std::move(*line));
}

void PageReader::break_paragraph() {
  break_line();
  is_first_ = true;
  is_item_ = false;
}

HtmlPage PageReader::finish(XmlEnd end) {
  break_paragraph();
  // The reader itself stops for one reason only.
  page_.story.end = end == XmlEnd::stopped ? PartEnd::too_large : part_end(end);
  return std::move(page_);
}

}  // namespace

HtmlPage read_page(std::string_view text) {
  const html::Markup markup = html::prepare(text);
  PageReader reader;
  const XmlEnd end = parse_html(markup.text, reader);
  HtmlPage page = reader.finish(end);
  if (markup.is_cut && page.story.end == PartEnd::complete) page.story.end = PartEnd::too_complex;
  return page;
}

}  // namespace rapport
