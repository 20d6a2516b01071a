// Colors of a Word document: those of letters, and of the ground that they stand on.
#pragma once

#include <optional>
#include <string_view>

#include "input/xml.hpp"

namespace rapport::docx {

struct Rgb {
  int red = 0;
  int green = 0;
  int blue = 0;
};

inline constexpr Rgb white{255, 255, 255};

// Near enough that letters of one on the other cannot be read.
[[nodiscard]] bool looks_alike(const Rgb& a, const Rgb& b);

// What letters are said to be colored.
struct LetterColor {
  bool automatic = true;  // black, or white on dark ground: always to be seen
  Rgb color{};
};

// What a run, a paragraph or a cell says of its ground.
struct Ground {
  enum class Kind {
    inherited,  // says nothing
    known,
    unknown,  // a pattern, a picture, a color by a rule that we do not follow
  };
  Kind kind = Kind::inherited;
  Rgb color{};

  [[nodiscard]] bool says_something() const { return kind != Kind::inherited; }
};

[[nodiscard]] std::optional<Rgb> parse_color(std::string_view hex);       // "FFFFFF"
[[nodiscard]] LetterColor letter_color(const XmlAttributes& attributes);  // of w:color
[[nodiscard]] Ground shading(const XmlAttributes& attributes);            // of w:shd
[[nodiscard]] Ground highlight(const XmlAttributes& attributes);          // of w:highlight

}  // namespace rapport::docx
