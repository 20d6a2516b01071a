#include "input/docx_paragraph.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rapport::docx {

Paragraph::Paragraph(Line place, const Look& style)
    : place_(std::move(place)), style_(style), run_(style.run) {}

void Paragraph::set_style(const Look& style) {
  style_ = style;
  run_ = style.run;
}

void Paragraph::read(std::string_view element, const XmlAttributes& attributes) {
  if (in_properties_) own_.read(element, attributes);
  if (in_run_properties_) run_.read(element, attributes);
}

void Paragraph::mark_field(std::string_view mark) {
  if (mark == "begin") {
    fields_.push_back(FieldPhase::code);
  } else if (fields_.empty()) {
    // It began in an earlier paragraph.
  } else if (mark == "separate") {
    fields_.back() = FieldPhase::result;
  } else if (mark == "end") {
    fields_.pop_back();
  }
}

bool Paragraph::prints() const {
  return !in_properties_ && std::ranges::find(fields_, FieldPhase::code) == fields_.end();
}

bool Paragraph::is_tiny() const {
  constexpr int tiny = 4;
  return run_.half_points && *run_.half_points > 0 && *run_.half_points <= tiny;
}

bool Paragraph::is_pale(const Ground& around) const {
  if (!run_.color || run_.color->automatic) return false;
  Ground ground = around;
  for (const Ground& own : {style_.paragraph.ground, own_.ground, run_.ground}) {
    if (own.says_something()) ground = own;
  }
  return ground.kind == Ground::Kind::known && looks_alike(run_.color->color, ground.color);
}

void Paragraph::print(std::string_view text, bool pale, bool is_prompt) {
  if (is_prompt) line_.begin_prompt();
  line_.print(text, run_.bold.value_or(false), run_.half_points.value_or(0), pale);
  line_.end_prompt();
}

bool Paragraph::break_line() {
  std::optional<Line> taken = line_.take();
  if (!taken) return false;
  Line& line = *taken;
  ParagraphLook look = style_.paragraph;
  look.overlay(own_);
  line.heading_level = look.heading_level();
  const bool in_list = look.numbered.value_or(false) && line.heading_level == 0;
  const bool in_margin = place_.role == BlockRole::header || place_.role == BlockRole::footer;
  line.role = in_list && !in_margin ? BlockRole::list_item : place_.role;
  line.part = place_.part;
  line.paragraph = place_.paragraph;
  line.is_first = done_.empty();
  done_.push_back(std::move(line));
  return true;
}

void Paragraph::add_boxed(std::vector<Line> lines) {
  std::ranges::move(lines, std::back_inserter(boxed_));
}

std::vector<Line> Paragraph::take_lines() {
  std::ranges::move(boxed_, std::back_inserter(done_));
  return std::move(done_);
}

}  // namespace rapport::docx
