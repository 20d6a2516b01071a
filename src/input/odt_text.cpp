#include "input/odt_text.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

#include "input/story_hidden.hpp"

namespace rapport::odt {
namespace {

// Six for each page style in use.
constexpr std::size_t max_margins = 300;
constexpr int max_blanks = 1'000;  // that one element stands for

// Where paragraphs stand: in the text itself, a text box, a note, a header.
struct Flow {
  PartText* story = nullptr;
  BlockRole role = BlockRole::body;
  std::string_view part{};
  int* counter = nullptr;    // of its paragraphs
  int cells = 0;             // tables nest
  bool begins_item = false;  // the next paragraph is the list item itself
};

// A paragraph while it is read. It stays open while a text box that it holds is read.
struct Paragraph {
  StoryLine place{};          // what all its lines have in common
  std::vector<Look> looks{};  // its own, then those of the open spans
  LineBuilder line{};
  bool blank_waits = false;
  std::vector<StoryLine> lines{};
  std::vector<StoryLine> boxed{};
  PartText* story = nullptr;
};

bool is_blank_character(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

int number(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

class DocumentReader::Impl {
 public:
  bool start(std::string_view vocabulary, std::string_view element,
             const XmlAttributes& attributes);
  bool end(std::string_view vocabulary, std::string_view element);
  bool text(std::string_view text);
  void end_part(PartEnd end);
  std::vector<PartText> take_stories();

  bool has_text = false;
  PartEnd last_end = PartEnd::missing;

 private:
  struct Action {
    void (Impl::*begin)(const XmlAttributes&) = nullptr;
    void (Impl::*finish)() = nullptr;
  };
  static const Action* action(std::string_view vocabulary, std::string_view element);
  static const Action* text_action(std::string_view element);
  static const Action* other_action(std::string_view vocabulary, std::string_view element);

  void open_paragraph(const XmlAttributes& attributes);
  void open_heading(const XmlAttributes& attributes);
  void close_paragraph();
  void open_span(const XmlAttributes& attributes);
  void close_span();
  void blanks(const XmlAttributes& attributes);
  void tab(const XmlAttributes&) { print("\t"); }
  void line_break(const XmlAttributes&) { break_line(); }
  void open_item(const XmlAttributes&) { set_item(true); }
  void open_item_header(const XmlAttributes&) { set_item(false); }
  void close_item() { set_item(false); }
  void open_cell(const XmlAttributes&);
  void close_cell();
  void open_note(const XmlAttributes& attributes);
  void open_note_body(const XmlAttributes&);
  void open_box(const XmlAttributes&);
  void close_flow();
  void open_text(const XmlAttributes&);
  void open_header(const XmlAttributes& attributes) { open_margin(Margin::header, attributes); }
  void open_footer(const XmlAttributes& attributes) { open_margin(Margin::footer, attributes); }
  void open_margin(Margin margin, const XmlAttributes& attributes);
  void open_master_page(const XmlAttributes& attributes);
  void open_section(const XmlAttributes& attributes);
  void close_section();
  void changed(const XmlAttributes&) { body_.oddities.tracked_changes = true; }
  void comment(const XmlAttributes& attributes);
  void image(const XmlAttributes& attributes);
  void skip(const XmlAttributes&) { skipped_from_ = depth_; }

  [[nodiscard]] Paragraph* paragraph() { return open_.empty() ? nullptr : &open_.back(); }
  void begin(const ParagraphLook& look, int heading_level);
  void set_item(bool begins);
  void print(std::string_view text);
  void break_line();
  void deliver(Paragraph paragraph);

  Styles styles_{};
  PartText body_{};
  PartText footnotes_{};
  PartText endnotes_{};
  std::vector<std::unique_ptr<MarginStory>> margins_{};  // their stories stay where they are
  std::set<std::string> named_pages_{};
  std::string master_page_{};
  TextBudget budget_{};
  std::vector<Flow> flows_{};
  std::vector<Paragraph> open_{};
  int paragraphs_ = 0;
  int box_paragraphs_ = 0;
  int note_paragraphs_ = 0;
  int margin_paragraphs_ = 0;
  bool is_endnote_ = false;
  std::vector<bool> sections_{};  // whether each open one is hidden
  int depth_ = 0;
  int skipped_from_ = 0;  // depth of the element that is left out; 0 for none
  bool within_budget_ = true;
};

const DocumentReader::Impl::Action* DocumentReader::Impl::text_action(std::string_view element) {
  using I = Impl;
  static const std::unordered_map<std::string_view, Action> table = {
      {"p", {&I::open_paragraph, &I::close_paragraph}},
      {"h", {&I::open_heading, &I::close_paragraph}},
      {"span", {&I::open_span, &I::close_span}},
      {"s", {&I::blanks}},
      {"tab", {&I::tab}},
      {"line-break", {&I::line_break}},
      {"list-item", {&I::open_item, &I::close_item}},
      {"list-header", {&I::open_item_header, &I::close_item}},
      {"note", {&I::open_note}},
      {"note-body", {&I::open_note_body, &I::close_flow}},
      {"section", {&I::open_section, &I::close_section}},
      {"changed-region", {&I::changed}},
      // Codes, definitions, and what was deleted.
      {"deletion", {&I::skip}},
      {"insertion", {&I::skip}},
      {"format-change", {&I::skip}},
      {"note-citation", {&I::skip}},
      {"ruby-text", {&I::skip}},
      {"script", {&I::skip}},
      {"sequence-decls", {&I::skip}},
      {"variable-decls", {&I::skip}},
      {"user-field-decls", {&I::skip}},
      {"table-of-content-source", {&I::skip}},
      {"illustration-index-source", {&I::skip}},
      {"table-index-source", {&I::skip}},
      {"object-index-source", {&I::skip}},
      {"user-index-source", {&I::skip}},
      {"alphabetical-index-source", {&I::skip}},
      {"bibliography-source", {&I::skip}},
  };
  const auto found = table.find(element);
  return found == table.end() ? nullptr : &found->second;
}

const DocumentReader::Impl::Action* DocumentReader::Impl::other_action(std::string_view vocabulary,
                                                                       std::string_view element) {
  using I = Impl;
  struct Row {
    std::string_view vocabulary;
    std::string_view element;
    Action action;
  };
  static constexpr Action header{&I::open_header, &I::close_flow};
  static constexpr Action footer{&I::open_footer, &I::close_flow};
  static constexpr Action box{&I::open_box, &I::close_flow};
  static constexpr Action skipped{&I::skip};
  static const std::vector<Row> rows = {
      {"office", "text", {&I::open_text, &I::close_flow}},
      {"office", "annotation", {&I::comment}},
      {"office", "forms", skipped},
      {"office", "meta", skipped},
      {"office", "settings", skipped},
      {"office", "scripts", skipped},
      {"office", "binary-data", skipped},
      {"table", "table-cell", {&I::open_cell, &I::close_cell}},
      {"table", "covered-table-cell", skipped},
      {"table", "title", skipped},
      {"table", "desc", skipped},
      {"style", "master-page", {&I::open_master_page}},
      {"style", "header", header},
      {"style", "header-left", header},
      {"style", "header-first", header},
      {"loext", "header-first", header},
      {"style", "footer", footer},
      {"style", "footer-left", footer},
      {"style", "footer-first", footer},
      {"loext", "footer-first", footer},
      {"drawing", "text-box", box},
      {"drawing", "custom-shape", box},
      {"drawing", "rect", box},
      {"drawing", "ellipse", box},
      {"drawing", "circle", box},
      {"drawing", "polygon", box},
      {"drawing", "path", box},
      {"drawing", "caption", box},
      {"drawing", "image", {&I::image}},
      {"drawing", "object", {&I::image}},
      {"drawing", "object-ole", {&I::image}},
      {"svg-compatible", "title", skipped},
      {"svg-compatible", "desc", skipped},
  };
  const auto found = std::ranges::find_if(
      rows, [&](const Row& row) { return row.element == element && row.vocabulary == vocabulary; });
  return found == rows.end() ? nullptr : &found->action;
}

const DocumentReader::Impl::Action* DocumentReader::Impl::action(std::string_view vocabulary,
                                                                 std::string_view element) {
  if (vocabulary.empty()) return nullptr;
  return vocabulary == "text" ? text_action(element) : other_action(vocabulary, element);
}

bool DocumentReader::Impl::start(std::string_view vocabulary, std::string_view element,
                                 const XmlAttributes& attributes) {
  ++depth_;
  if (skipped_from_ != 0) return true;
  styles_.start(vocabulary, element, attributes);
  if (const Action* found = action(vocabulary, element)) (this->*found->begin)(attributes);
  return within_budget_;
}

bool DocumentReader::Impl::end(std::string_view vocabulary, std::string_view element) {
  const int depth = depth_--;
  if (skipped_from_ != 0) {
    if (skipped_from_ == depth) skipped_from_ = 0;
    return true;
  }
  styles_.end(vocabulary, element);
  const Action* found = action(vocabulary, element);
  if (found && found->finish) (this->*found->finish)();
  return within_budget_;
}

bool DocumentReader::Impl::text(std::string_view text) {
  Paragraph* current = paragraph();
  if (!current || skipped_from_ != 0) return true;
  std::string words;
  for (const char c : text) {
    if (is_blank_character(c)) {
      current->blank_waits = true;
      continue;
    }
    const bool at_start = current->line.text().empty() && words.empty();
    if (std::exchange(current->blank_waits, false) && !at_start) words += ' ';
    words += c;
  }
  const bool blank_behind = std::exchange(current->blank_waits, false);
  if (!words.empty()) print(words);
  current->blank_waits = blank_behind;
  return within_budget_;
}

void DocumentReader::Impl::print(std::string_view text) {
  Paragraph* current = paragraph();
  if (!current) return;
  const Look& look = current->looks.back();
  const bool in_hidden_section = std::ranges::find(sections_, true) != sections_.end();
  if (look.hidden.value_or(false) || in_hidden_section) {
    return add_hidden(text, current->place, HiddenBy::mark, current->story->hidden);
  }
  within_budget_ = within_budget_ && text.size() <= budget_.bytes;
  if (!within_budget_) return;
  budget_.bytes -= text.size();
  // A blank that stands before an element.
  if (std::exchange(current->blank_waits, false) && !current->line.text().empty()) {
    current->line.print(" ", false, 0);
  }
  current->line.print(text, look.bold.value_or(false), look.half_points.value_or(0));
}

void DocumentReader::Impl::open_paragraph(const XmlAttributes& attributes) {
  const ParagraphLook look = styles_.paragraph(attributes.find("style-name").value_or(""));
  begin(look, look.heading_level);
}

void DocumentReader::Impl::open_heading(const XmlAttributes& attributes) {
  const int level = number(attributes.find("outline-level").value_or(""), 1);
  begin(styles_.paragraph(attributes.find("style-name").value_or("")), std::clamp(level, 1, 9));
}

void DocumentReader::Impl::begin(const ParagraphLook& look, int heading_level) {
  if (flows_.empty()) return;
  if (!look.master_page.empty()) named_pages_.insert(look.master_page);
  Flow& flow = flows_.back();
  Paragraph opened;
  opened.story = flow.story;
  opened.looks.push_back(look.text);
  opened.place.part = flow.part;
  opened.place.paragraph = ++*flow.counter;
  opened.place.heading_level = heading_level;
  const bool is_item = std::exchange(flow.begins_item, false) && heading_level == 0;
  const bool in_margin = flow.role == BlockRole::header || flow.role == BlockRole::footer;
  opened.place.role = flow.role;
  if (flow.role == BlockRole::body && flow.cells > 0) opened.place.role = BlockRole::table_cell;
  if (is_item && !in_margin) opened.place.role = BlockRole::list_item;
  open_.push_back(std::move(opened));
}

void DocumentReader::Impl::close_paragraph() {
  if (open_.empty()) return;
  break_line();
  Paragraph closed = std::move(open_.back());
  open_.pop_back();
  deliver(std::move(closed));
}

// A box's paragraphs follow those of the paragraph that holds it; a note's go elsewhere.
void DocumentReader::Impl::deliver(Paragraph paragraph) {
  Paragraph* around = this->paragraph();
  const bool is_boxed = around && around->story == paragraph.story;
  auto& target = is_boxed ? around->boxed : paragraph.story->lines;
  std::ranges::move(paragraph.lines, std::back_inserter(target));
  std::ranges::move(paragraph.boxed, std::back_inserter(target));
}

void DocumentReader::Impl::break_line() {
  Paragraph* current = paragraph();
  if (!current) return;
  current->blank_waits = false;
  std::optional<StoryLine> line = current->line.take();
  if (!line) return;
  within_budget_ = within_budget_ && budget_.lines > 0;
  if (!within_budget_) return;
  --budget_.lines;
  line->role = current->place.role;
  line->part = current->place.part;
  line->paragraph = current->place.paragraph;
  line->heading_level = current->place.heading_level;
  line->is_first = current->lines.empty();
  current->lines.push_back(std::move(*line));
}

void DocumentReader::Impl::open_span(const XmlAttributes& attributes) {
  Paragraph* current = paragraph();
  if (!current) return;
  Look look = current->looks.back();
  look.overlay(styles_.span(attributes.find("style-name").value_or("")));
  current->looks.push_back(look);
}

void DocumentReader::Impl::close_span() {
  if (Paragraph* current = paragraph(); current && current->looks.size() > 1) {
    current->looks.pop_back();
  }
}

void DocumentReader::Impl::blanks(const XmlAttributes& attributes) {
  const int count = number(attributes.find("c").value_or(""), 1);
  print(std::string(static_cast<std::size_t>(std::clamp(count, 0, max_blanks)), ' '));
}

void DocumentReader::Impl::set_item(bool begins) {
  if (!flows_.empty()) flows_.back().begins_item = begins;
}

void DocumentReader::Impl::open_cell(const XmlAttributes&) {
  if (flows_.empty()) return;
  ++flows_.back().cells;
  flows_.back().begins_item = false;
}

void DocumentReader::Impl::close_cell() {
  if (!flows_.empty()) --flows_.back().cells;
}

void DocumentReader::Impl::open_note(const XmlAttributes& attributes) {
  is_endnote_ = attributes.find("note-class") == "endnote";
}

void DocumentReader::Impl::open_note_body(const XmlAttributes&) {
  flows_.push_back({.story = is_endnote_ ? &endnotes_ : &footnotes_,
                    .role = BlockRole::note,
                    .part = is_endnote_ ? "endnote" : "footnote",
                    .counter = &note_paragraphs_});
}

void DocumentReader::Impl::open_box(const XmlAttributes& attributes) {
  // A shape in a header is part of the header.
  if (flows_.empty()) return skip(attributes);
  Flow flow = flows_.back();
  flow.begins_item = false;
  flow.cells = 0;
  if (flow.role == BlockRole::body) {
    flow.role = BlockRole::text_box;
    flow.part = "text box";
    flow.counter = &box_paragraphs_;
  }
  flows_.push_back(flow);
}

void DocumentReader::Impl::close_flow() {
  if (!flows_.empty()) flows_.pop_back();
}

void DocumentReader::Impl::open_text(const XmlAttributes&) {
  has_text = true;
  flows_.push_back({.story = &body_, .counter = &paragraphs_});
}

void DocumentReader::Impl::open_master_page(const XmlAttributes& attributes) {
  master_page_ = attributes.find("name").value_or("");
}

void DocumentReader::Impl::open_margin(Margin margin, const XmlAttributes& attributes) {
  if (attributes.find("display") == "false" || margins_.size() == max_margins) {
    return skip(attributes);
  }
  auto opened = std::make_unique<MarginStory>();
  opened->master_page = master_page_;
  opened->margin = margin;
  opened->story.end = PartEnd::complete;
  margin_paragraphs_ = 0;
  const bool is_header = margin == Margin::header;
  flows_.push_back({.story = &opened->story,
                    .role = is_header ? BlockRole::header : BlockRole::footer,
                    .part = is_header ? "header" : "footer",
                    .counter = &margin_paragraphs_});
  margins_.push_back(std::move(opened));
}

void DocumentReader::Impl::open_section(const XmlAttributes& attributes) {
  sections_.push_back(attributes.find("display") == "none");
}

void DocumentReader::Impl::close_section() {
  if (!sections_.empty()) sections_.pop_back();
}

void DocumentReader::Impl::comment(const XmlAttributes& attributes) {
  body_.oddities.comments = true;
  skip(attributes);
}

void DocumentReader::Impl::image(const XmlAttributes& attributes) {
  body_.oddities.images = true;
  skip(attributes);
}

void DocumentReader::Impl::end_part(PartEnd end) {
  while (!open_.empty()) close_paragraph();
  flows_.clear();
  sections_.clear();
  depth_ = 0;
  skipped_from_ = 0;
  // The reader itself stops for one reason only.
  last_end = end == PartEnd::stopped ? PartEnd::too_large : end;
}

std::vector<PartText> DocumentReader::Impl::take_stories() {
  const std::set<std::string> used = styles_.pages(named_pages_);
  std::vector<PartText> stories;
  const auto take_margins = [&](Margin wanted) {
    const auto first = static_cast<std::ptrdiff_t>(stories.size());
    for (const auto& margin : margins_) {
      if (margin->margin != wanted || !used.contains(margin->master_page)) continue;
      const bool is_copy =
          std::any_of(stories.begin() + first, stories.end(),
                      [&](const PartText& other) { return same_text(other, margin->story); });
      if (!is_copy) stories.push_back(std::move(margin->story));
    }
  };
  body_.end = last_end;
  footnotes_.end = endnotes_.end = PartEnd::complete;
  take_margins(Margin::header);
  stories.push_back(std::move(body_));
  stories.push_back(std::move(footnotes_));
  stories.push_back(std::move(endnotes_));
  take_margins(Margin::footer);
  return stories;
}

DocumentReader::DocumentReader() : impl_(std::make_unique<Impl>()) {}
DocumentReader::~DocumentReader() = default;

bool DocumentReader::start(const XmlName& name, const XmlAttributes& attributes) {
  return impl_->start(vocabulary(name.uri), name.local, attributes);
}

bool DocumentReader::end(const XmlName& name) {
  return impl_->end(vocabulary(name.uri), name.local);
}

bool DocumentReader::text(std::string_view text) {
  return impl_->text(text);
}

void DocumentReader::end_part(PartEnd end) {
  impl_->end_part(end);
}

bool DocumentReader::has_text() const {
  return impl_->has_text;
}

PartEnd DocumentReader::last_end() const {
  return impl_->last_end;
}

std::vector<PartText> DocumentReader::take_stories() {
  return impl_->take_stories();
}

}  // namespace rapport::odt
