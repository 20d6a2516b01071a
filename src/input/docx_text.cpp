#include "input/docx_text.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "input/docx_ground.hpp"
#include "input/docx_pictures.hpp"
#include "input/story_hidden.hpp"

namespace rapport::docx {
namespace {

// To headers and footers: six a section.
constexpr std::size_t max_references = 300;

// Where the lines of a story stand, unless something inside it says otherwise.
Line place_in(StoryKind kind) {
  Line place;
  switch (kind) {
    case StoryKind::body:
      break;
    case StoryKind::header:
      place.role = BlockRole::header;
      place.part = "header";
      break;
    case StoryKind::footer:
      place.role = BlockRole::footer;
      place.part = "footer";
      break;
    case StoryKind::footnotes:
      place.role = BlockRole::note;
      place.part = "footnote";
      break;
    case StoryKind::endnotes:
      place.role = BlockRole::note;
      place.part = "endnote";
      break;
  }
  return place;
}

// Paragraphs of the story itself, or of a text box in it.
struct Flow {
  bool is_box = false;
  int cells = 0;  // tables nest
};

class StoryReader : public XmlHandler {
 public:
  StoryReader(StoryKind kind, const Styles& styles, TextBudget& budget)
      : kind_(kind), styles_(styles), budget_(budget) {}

  bool start(const XmlName& name, const XmlAttributes& attributes) override;
  bool end(const XmlName& name) override;
  bool text(std::string_view text) override;

  [[nodiscard]] Part finish();

 private:
  // What to do where an element begins and ends.
  struct Action {
    void (StoryReader::*begin)(const XmlAttributes&) = nullptr;
    void (StoryReader::*finish)() = nullptr;
  };
  static const Action* action(const XmlName& name);
  static const Action* word_action(std::string_view local);

  void open_paragraph(const XmlAttributes&);
  void close_paragraph();
  void open_properties(const XmlAttributes&);
  void close_properties();
  void paragraph_style(const XmlAttributes& attributes);
  void open_run(const XmlAttributes&);
  void open_run_properties(const XmlAttributes&);
  void close_run_properties();
  void run_style(const XmlAttributes& attributes);
  void open_text(const XmlAttributes&) { in_text_ = true; }
  void close_text() { in_text_ = false; }
  void tab(const XmlAttributes&) { print("\t"); }
  void line_break(const XmlAttributes&);
  void hard_hyphen(const XmlAttributes&) { print("\u2011"); }
  void soft_hyphen(const XmlAttributes&) { print("\u00AD"); }
  void symbol(const XmlAttributes& attributes);
  void field(const XmlAttributes& attributes);
  void open_box(const XmlAttributes&);
  void close_box();
  void open_row(const XmlAttributes&) { row_is_deleted_ = false; }
  void close_row() { row_is_deleted_ = false; }
  void open_cell(const XmlAttributes& attributes);
  void close_cell();
  void open_table(const XmlAttributes&) { grounds_.enter(); }
  void close_table() { grounds_.leave(); }
  void table_style(const XmlAttributes& attributes);
  void shade(const XmlAttributes& attributes);
  void page_ground(const XmlAttributes& attributes);
  void open_row_properties(const XmlAttributes&) { in_row_properties_ = true; }
  void close_row_properties() { in_row_properties_ = false; }
  void open_alternatives(const XmlAttributes&) { alternatives_.push_back(printed_); }
  void close_alternatives() { alternatives_.pop_back(); }
  void alternative(const XmlAttributes&);
  void note(const XmlAttributes& attributes);
  void reference(const XmlAttributes& attributes);
  void changed(const XmlAttributes&) { part_.story.oddities.tracked_changes = true; }
  void removed(const XmlAttributes&);
  void old_format(const XmlAttributes&);
  void comment(const XmlAttributes&) { part_.story.oddities.comments = true; }
  void image(const XmlAttributes&) { part_.story.oddities.images = true; }
  void embedded(const XmlAttributes&) { part_.story.oddities.embedded_document = true; }
  void open_control(const XmlAttributes&) { controls_.push_back(false); }
  void close_control() {
    if (!controls_.empty()) controls_.pop_back();
  }
  void skip(const XmlAttributes&) { skipped_from_ = depth_; }
  bool look_into_skipped(const XmlName& name, const XmlAttributes& attributes);
  [[nodiscard]] bool is_prompt() const {
    return std::ranges::find(controls_, true) != controls_.end();
  }

  [[nodiscard]] Paragraph* paragraph() { return open_.empty() ? nullptr : &open_.back(); }
  void print(std::string_view text);
  void break_line();

  StoryKind kind_;
  const Styles& styles_;
  TextBudget& budget_;
  Part part_{};
  std::vector<Paragraph> open_{};
  std::vector<Flow> flows_{1};
  std::vector<bool> controls_{};  // open content controls: whether each shows its prompt
  GroundStack grounds_{};
  Pictures pictures_{};
  std::vector<std::size_t>
      alternatives_{};       // what was printed before each open mc:AlternateContent
  std::size_t printed_ = 0;  // bytes, hidden ones too
  int paragraphs_ = 0;
  int box_paragraphs_ = 0;
  int depth_ = 0;
  int skipped_from_ = 0;  // depth of the element that is being skipped; 0 for none
  bool in_text_ = false;
  bool in_row_properties_ = false;
  bool row_is_deleted_ = false;
  bool within_budget_ = true;
};

const StoryReader::Action* StoryReader::word_action(std::string_view local) {
  using S = StoryReader;
  static const std::unordered_map<std::string_view, Action> table = {
      {"p", {&S::open_paragraph, &S::close_paragraph}},
      {"pPr", {&S::open_properties, &S::close_properties}},
      {"pStyle", {&S::paragraph_style}},
      {"r", {&S::open_run}},
      {"rPr", {&S::open_run_properties, &S::close_run_properties}},
      {"rStyle", {&S::run_style}},
      {"t", {&S::open_text, &S::close_text}},
      {"tab", {&S::tab}},
      {"ptab", {&S::tab}},
      {"br", {&S::line_break}},
      {"cr", {&S::line_break}},
      {"noBreakHyphen", {&S::hard_hyphen}},
      {"softHyphen", {&S::soft_hyphen}},
      {"sym", {&S::symbol}},
      {"fldChar", {&S::field}},
      {"txbxContent", {&S::open_box, &S::close_box}},
      {"tc", {&S::open_cell, &S::close_cell}},
      {"tr", {&S::open_row, &S::close_row}},
      {"tbl", {&S::open_table, &S::close_table}},
      {"tblStyle", {&S::table_style}},
      {"shd", {&S::shade}},
      {"background", {&S::page_ground}},
      {"trPr", {&S::open_row_properties, &S::close_row_properties}},
      {"footnote", {&S::note}},
      {"endnote", {&S::note}},
      {"headerReference", {&S::reference}},
      {"footerReference", {&S::reference}},
      {"ins", {&S::changed}},
      {"moveTo", {&S::changed}},
      {"del", {&S::removed}},
      {"moveFrom", {&S::removed}},
      {"pPrChange", {&S::old_format}},
      {"rPrChange", {&S::old_format}},
      {"sectPrChange", {&S::old_format}},
      {"tblPrChange", {&S::old_format}},
      {"trPrChange", {&S::old_format}},
      {"tcPrChange", {&S::old_format}},
      {"commentReference", {&S::comment}},
      {"commentRangeStart", {&S::comment}},
      {"pict", {&S::image}},
      {"drawing", {&S::image}},
      {"object", {&S::image}},
      {"altChunk", {&S::embedded}},
      {"sdt", {&S::open_control, &S::close_control}},
      {"sdtPr", {&S::skip}},
      // Definitions and codes, none of it printed.
      {"tabs", {&S::skip}},
      {"rt", {&S::skip}},
      {"rubyPr", {&S::skip}},
      {"instrText", {&S::skip}},
      {"delText", {&S::skip}},
      {"delInstrText", {&S::skip}},
      {"ffData", {&S::skip}},
      {"fldData", {&S::skip}},
  };
  const auto found = table.find(local);
  return found == table.end() ? nullptr : &found->second;
}

const StoryReader::Action* StoryReader::action(const XmlName& name) {
  static constexpr Action run{&StoryReader::open_run};
  static constexpr Action text{&StoryReader::open_text, &StoryReader::close_text};
  static constexpr Action symbol{&StoryReader::symbol};
  static constexpr Action alternatives{&StoryReader::open_alternatives,
                                       &StoryReader::close_alternatives};
  static constexpr Action alternative{&StoryReader::alternative};
  switch (vocabulary(name.uri)) {
    case Vocabulary::word:
      return word_action(name.local);
    case Vocabulary::compatibility:
      if (name.local == "AlternateContent") return &alternatives;
      if (name.local == "Choice" || name.local == "Fallback") return &alternative;
      return nullptr;
    case Vocabulary::math:
      if (name.local == "r") return &run;
      return name.local == "t" ? &text : nullptr;
    case Vocabulary::other:
      // An emoji, in an extension of Word 2016.
      return name.local == "symEx" ? &symbol : nullptr;
  }
  return nullptr;
}

bool StoryReader::start(const XmlName& name, const XmlAttributes& attributes) {
  ++depth_;
  if (depth_ == 1 && vocabulary(name.uri) == Vocabulary::word) part_.root = name.local;
  if (skipped_from_ != 0) return look_into_skipped(name, attributes);
  if (vocabulary(name.uri) == Vocabulary::other) pictures_.read(name.local, attributes);
  if (const Action* found = action(name); found && found->begin) {
    (this->*found->begin)(attributes);
  } else if (Paragraph* current = paragraph();
             current && vocabulary(name.uri) == Vocabulary::word) {
    current->read(name.local, attributes);
  }
  return within_budget_;
}

// A content control says in its properties that it shows its prompt, as nobody has filled it in.
bool StoryReader::look_into_skipped(const XmlName& name, const XmlAttributes& attributes) {
  if (name.local != "showingPlcHdr" || vocabulary(name.uri) != Vocabulary::word) return true;
  const std::string_view value = attributes.find("val").value_or("true");
  if (!controls_.empty()) controls_.back() = value != "false" && value != "0" && value != "off";
  return true;
}

bool StoryReader::end(const XmlName& name) {
  const int depth = depth_--;
  if (skipped_from_ != 0) {
    if (skipped_from_ == depth) skipped_from_ = 0;
    return true;
  }
  if (const Action* found = action(name); found && found->finish) (this->*found->finish)();
  return within_budget_;
}

bool StoryReader::text(std::string_view text) {
  if (!in_text_ || skipped_from_ != 0) return true;
  std::string line(text);
  // A newline in the markup is only a blank; those that are meant are elements.
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  print(line);
  return within_budget_;
}

Part StoryReader::finish() {
  // Damaged XML leaves paragraphs open.
  while (!open_.empty()) close_paragraph();
  part_.story.oddities.backdrop = pictures_.behind_text();
  part_.story.oddities.largest_picture = pictures_.largest();
  return std::move(part_);
}

void StoryReader::print(std::string_view text) {
  Paragraph* current = paragraph();
  if (!current || !current->prints()) return;
  printed_ += text.size();
  within_budget_ = within_budget_ && text.size() <= budget_.bytes;
  if (!within_budget_) return;
  budget_.bytes -= text.size();
  if (current->is_hidden() || current->is_tiny()) {
    const HiddenBy by = current->is_hidden() ? HiddenBy::mark : HiddenBy::size;
    return add_hidden(text, current->place(), by, part_.story.hidden);
  }
  current->print(text, current->is_pale(grounds_.top()), is_prompt());
}

void StoryReader::open_paragraph(const XmlAttributes&) {
  Line place = place_in(kind_);
  const bool in_body = kind_ == StoryKind::body;
  if (in_body && flows_.back().is_box) {
    place.role = BlockRole::text_box;
    place.part = "text box";
    place.paragraph = ++box_paragraphs_;
  } else {
    if (in_body && flows_.back().cells > 0) place.role = BlockRole::table_cell;
    place.paragraph = ++paragraphs_;
  }
  open_.emplace_back(std::move(place), styles_.paragraph(""));
}

void StoryReader::close_paragraph() {
  if (open_.empty()) return;
  break_line();
  std::vector<Line> lines = open_.back().take_lines();
  open_.pop_back();
  if (!open_.empty()) return open_.back().add_boxed(std::move(lines));
  std::ranges::move(lines, std::back_inserter(part_.story.lines));
}

void StoryReader::break_line() {
  if (!open_.back().break_line()) return;
  within_budget_ = within_budget_ && budget_.lines > 0;
  if (within_budget_) --budget_.lines;
}

void StoryReader::open_properties(const XmlAttributes&) {
  if (Paragraph* current = paragraph()) current->begin_properties();
}

void StoryReader::close_properties() {
  if (Paragraph* current = paragraph()) current->end_properties();
}

void StoryReader::paragraph_style(const XmlAttributes& attributes) {
  Paragraph* current = paragraph();
  if (!current || !current->in_properties()) return;
  current->set_style(styles_.paragraph(attributes.find("val").value_or("")));
}

void StoryReader::open_run(const XmlAttributes&) {
  if (Paragraph* current = paragraph()) current->begin_run();
}

void StoryReader::open_run_properties(const XmlAttributes& attributes) {
  Paragraph* current = paragraph();
  // Those inside a paragraph's properties are the look of its end mark.
  if (!current || current->in_properties()) return skip(attributes);
  current->begin_run_properties();
}

void StoryReader::close_run_properties() {
  if (Paragraph* current = paragraph()) current->end_run_properties();
}

void StoryReader::run_style(const XmlAttributes& attributes) {
  Paragraph* current = paragraph();
  if (!current || !current->in_run_properties()) return;
  current->lay_over_run(styles_.character(attributes.find("val").value_or("")));
}

void StoryReader::line_break(const XmlAttributes&) {
  if (Paragraph* current = paragraph(); current && !current->in_properties()) break_line();
}

void StoryReader::symbol(const XmlAttributes& attributes) {
  const std::string_view digits = attributes.find("char").value_or("");
  unsigned code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (error != std::errc() || code < ' ' || code > 0x10FFFF || surrogate) return;
  // Symbol fonts have their glyphs in the private area; some writers leave its prefix out.
  if (code < 0x100) code += 0xF000;
  std::string text;
  utf8::append(text, code);
  print(text);
}

void StoryReader::field(const XmlAttributes& attributes) {
  if (Paragraph* current = paragraph()) {
    current->mark_field(attributes.find("fldCharType").value_or(""));
  }
}

void StoryReader::open_box(const XmlAttributes&) {
  flows_.push_back({.is_box = true});
  // What a shape is filled with is told in too many ways.
  grounds_.enter({.kind = Ground::Kind::unknown});
}

void StoryReader::close_box() {
  if (flows_.size() == 1) return;
  flows_.pop_back();
  grounds_.leave();
}

void StoryReader::open_cell(const XmlAttributes& attributes) {
  if (row_is_deleted_) return skip(attributes);
  ++flows_.back().cells;
  grounds_.enter();
}

void StoryReader::close_cell() {
  --flows_.back().cells;
  grounds_.leave();
}

void StoryReader::table_style(const XmlAttributes& attributes) {
  if (styles_.shades_cells(attributes.find("val").value_or(""))) {
    grounds_.set({.kind = Ground::Kind::unknown});
  }
}

// Of a run or a paragraph, or else of the cell or table whose properties are being read.
void StoryReader::shade(const XmlAttributes& attributes) {
  Paragraph* current = paragraph();
  if (current && (current->in_properties() || current->in_run_properties())) {
    current->read("shd", attributes);
  } else {
    grounds_.set(shading(attributes));
  }
}

void StoryReader::page_ground(const XmlAttributes& attributes) {
  if (const auto color = parse_color(attributes.find("color").value_or("auto"))) {
    grounds_.set_page({Ground::Kind::known, *color});
  }
}

// The first alternative that prints something is read: the others are the same for programs that
// know less.
void StoryReader::alternative(const XmlAttributes& attributes) {
  if (!alternatives_.empty() && printed_ > alternatives_.back()) skip(attributes);
}

// Separator lines are notes of a type.
void StoryReader::note(const XmlAttributes& attributes) {
  if (attributes.find("type").value_or("normal") != "normal") skip(attributes);
}

void StoryReader::reference(const XmlAttributes& attributes) {
  if (part_.headers_and_footers.size() == max_references) return;
  if (const auto id = attributes.find("id")) part_.headers_and_footers.emplace_back(*id);
}

void StoryReader::removed(const XmlAttributes& attributes) {
  part_.story.oddities.tracked_changes = true;
  row_is_deleted_ = row_is_deleted_ || in_row_properties_;
  skip(attributes);
}

void StoryReader::old_format(const XmlAttributes& attributes) {
  part_.story.oddities.tracked_changes = true;
  skip(attributes);
}

}  // namespace

Part read_story(ZipArchive& archive, const std::string& part, StoryKind kind, const Styles& styles,
                TextBudget& budget) {
  StoryReader reader(kind, styles, budget);
  const PartEnd end = read_part(archive, part, reader);
  Part read = reader.finish();
  // The reader itself stops for one reason only.
  read.story.end = end == PartEnd::stopped ? PartEnd::too_large : end;
  return read;
}

}  // namespace rapport::docx
