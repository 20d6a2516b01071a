// What the readers of word processors' and web formats have in common: the text of one part of a
// document, line by line, and the step from there to Extracted.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/zip_part.hpp"
#include "rapport/reader.hpp"

namespace rapport {

struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A paragraph, or a piece of one between two line breaks. Never blank once it is delivered.
struct StoryLine {
  std::string text{};
  BlockRole role = BlockRole::body;
  std::string_view part{};  // Place::part; outlives all
  int paragraph = 0;        // Place::paragraph
  int heading_level = 0;
  bool bold = false;                 // all of it
  int half_points = 0;               // the smallest size in it; 0 when unknown
  bool is_first = true;              // of its paragraph
  bool may_wrap = false;             // Block::may_wrap
  std::vector<TextRange> pale{};     // what has the color of its ground, in rising order
  std::vector<TextRange> prompts{};  // what is to be replaced, in rising order
};

// Gathers the text and the look of a line while it is read.
class LineBuilder {
 public:
  void print(std::string_view text, bool bold, int half_points, bool pale = false);
  // What is printed between the two is to be replaced by whoever fills in the document.
  void begin_prompt() { prompting_ = true; }
  void end_prompt() { prompting_ = false; }
  // The text and the look so far; nothing when that is blank. The next line begins empty.
  [[nodiscard]] std::optional<StoryLine> take();
  [[nodiscard]] const std::string& text() const { return line_.text; }

 private:
  StoryLine line_{};
  bool any_printed_ = false;  // anything but blanks
  bool prompting_ = false;
};

// What a part holds besides its text, for findings.
struct Oddities {
  bool tracked_changes = false;
  bool comments = false;
  bool backdrop = false;  // something is drawn behind the text
  bool images = false;
  double largest_picture = 0;  // square points
  bool embedded_document = false;
};

struct PartText {
  std::vector<StoryLine> lines{};
  std::vector<HiddenText> hidden{};  // as the text itself says; pale letters are in the lines
  Oddities oddities{};
  PartEnd end = PartEnd::missing;
};

// What all stories of one document may hold together: far beyond any resume, and little memory.
struct TextBudget {
  std::size_t bytes = 8 << 20;
  std::size_t lines = 100'000;
};

[[nodiscard]] bool is_blank(std::string_view text);
[[nodiscard]] bool same_text(const PartText& a, const PartText& b);

// The document that the stories make, in their order, with its findings; what is hidden in them is
// kept apart. Error: there is no text.
[[nodiscard]] Result<Extracted> assemble(const Input& input, std::string_view format,
                                         std::vector<PartText> stories);

}  // namespace rapport
