// The styles of a Word document: what a paragraph or a run inherits by naming one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/docx_color.hpp"
#include "input/docx_package.hpp"

namespace rapport::docx {

// How a run looks, as far as it says; what is empty is inherited.
struct RunLook {
  std::optional<bool> bold{};
  std::optional<bool> hidden{};
  std::optional<int> half_points{};
  std::optional<LetterColor> color{};
  Ground ground{};  // its shading or highlight

  // Takes over what `other` says.
  void overlay(const RunLook& other);
  // Reads one child of w:rPr; ignores those that it does not know.
  void read(std::string_view element, const XmlAttributes& attributes);
};

// What a paragraph's properties say of its place in the structure.
struct ParagraphLook {
  std::optional<int> outline{};    // 0 to 8: a heading, one level down; 9: body text
  std::optional<bool> numbered{};  // a list item, or expressly none
  Ground ground{};

  void overlay(const ParagraphLook& other);
  // Reads one element inside w:pPr; ignores those that it does not know.
  void read(std::string_view element, const XmlAttributes& attributes);
  [[nodiscard]] int heading_level() const;  // 1 to 9; 0 for none
};

struct Look {
  RunLook run{};
  ParagraphLook paragraph{};
};

class Styles {
 public:
  // Reads the styles part; without one, only the usual names of built-in styles are known.
  [[nodiscard]] static Styles read(ZipArchive& archive, const std::string& part);

  // What a paragraph style, all that it is based on and the document's defaults say; an empty id
  // means the default style.
  [[nodiscard]] Look paragraph(std::string_view id) const;
  // What a character style and all that it is based on say.
  [[nodiscard]] RunLook character(std::string_view id) const;
  // Whether a table style, or one that it is based on, shades any cells: which, depends on rules.
  [[nodiscard]] bool shades_cells(std::string_view id) const;

 private:
  class Reader;
  struct Style {
    std::string name{};
    std::string based_on{};
    Look own{};
    Look all{};  // with what it is based on
    bool shades = false;
  };
  [[nodiscard]] Look inherited(const Style& style) const;
  void lay_over(std::string_view id, Look& look) const;

  std::map<std::string, Style, std::less<>> styles_{};
  std::string default_paragraph_{};
  RunLook defaults_{};
};

}  // namespace rapport::docx
