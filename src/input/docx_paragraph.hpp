// One paragraph of a Word document while it is read: what its properties, its runs and its fields
// make of the text that is printed into it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "input/docx_styles.hpp"
#include "input/story.hpp"

namespace rapport::docx {

using Line = StoryLine;

class Paragraph {
 public:
  // `place` says where its lines stand: role, part and number.
  Paragraph(Line place, const Look& style);

  void begin_properties() { in_properties_ = true; }
  void end_properties() { in_properties_ = false; }
  [[nodiscard]] bool in_properties() const { return in_properties_; }
  void set_style(const Look& style);

  // A run inside a paragraph begins with the look of the paragraph's style.
  void begin_run() { run_ = style_.run; }
  void begin_run_properties() { in_run_properties_ = true; }
  void end_run_properties() { in_run_properties_ = false; }
  [[nodiscard]] bool in_run_properties() const { return in_run_properties_; }
  void lay_over_run(const RunLook& look) { run_.overlay(look); }

  // Any other element: taken to heart inside properties.
  void read(std::string_view element, const XmlAttributes& attributes);
  // A mark of a field: "begin", "separate" or "end".
  void mark_field(std::string_view mark);

  // False in properties and in a field's code, where nothing is printed.
  [[nodiscard]] bool prints() const;
  [[nodiscard]] bool is_hidden() const { return run_.hidden.value_or(false); }
  // Letters of two points and less: nobody reads them.
  [[nodiscard]] bool is_tiny() const;
  // Whether the current run has the color of its ground; `around` is the ground of the paragraph.
  [[nodiscard]] bool is_pale(const Ground& around) const;
  [[nodiscard]] const Line& place() const { return place_; }
  void print(std::string_view text, bool pale, bool is_prompt);
  // Whether a line came of it: there is none of blanks.
  bool break_line();

  // Text boxes anchored here, read after the paragraph's own lines.
  void add_boxed(std::vector<Line> lines);
  [[nodiscard]] std::vector<Line> take_lines();

 private:
  // A field is code, then (after "separate") the result that is printed. Fields nest.
  enum class FieldPhase { code, result };

  Line place_;
  Look style_;
  ParagraphLook own_{};  // what its own properties say; they may stand before the style
  RunLook run_{};        // the look of the current run
  LineBuilder line_{};   // the piece being read
  std::vector<Line> done_{};
  std::vector<Line> boxed_{};
  std::vector<FieldPhase> fields_{};
  bool in_properties_ = false;
  bool in_run_properties_ = false;
};

}  // namespace rapport::docx
