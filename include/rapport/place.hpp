// Where something stands in a source file, in the terms of that file's format.
#pragma once

#include <optional>
#include <string>

#pragma GCC visibility push(default)
namespace rapport {

// A rectangle on a page, in PDF points (1/72 inch) from the page's top left corner.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  friend bool operator==(const Box&, const Box&) = default;
};

// Every number counts from 1; 0 and empty mean that the format has no such thing.
struct Place {
  int page = 0;              // PDF
  int line = 0;              // text: line of the file; PDF: line on the page
  int column = 0;            // text: code points from the start of the line
  int paragraph = 0;         // DOCX, ODT, HTML: paragraph of the part, in document order
  std::string part{};        // DOCX, ODT: "header", "footer", "text box", ...; empty in the body
  std::optional<Box> box{};  // PDF

  friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace rapport
#pragma GCC visibility pop
