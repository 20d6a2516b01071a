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

void Paragraph::print(std::string_view text, bool pale) {
  const std::size_t begin = line_.text.size();
  line_.text += text;
  if (pale) {
    if (!line_.pale.empty() && line_.pale.back().end == begin) {
      line_.pale.back().end = line_.text.size();
    } else {
      line_.pale.push_back({begin, line_.text.size()});
    }
  }
  if (is_blank(text)) return;
  const bool bold = run_.bold.value_or(false);
  const int size = run_.half_points.value_or(0);
  line_.bold = bold && (line_.bold || !any_printed_);
  line_.half_points = any_printed_ ? std::min(line_.half_points, size) : size;
  any_printed_ = true;
}

bool Paragraph::break_line() {
  Line line = std::exchange(line_, {});
  any_printed_ = false;
  if (is_blank(line.text)) return false;
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

bool is_blank(std::string_view text) {
  constexpr std::string_view no_break_space = "\u00A0";
  while (!text.empty()) {
    if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (static_cast<unsigned char>(text.front()) <= ' ') {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace rapport::docx
