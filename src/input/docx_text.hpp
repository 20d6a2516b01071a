// The text of one part of a Word document (its body, a header, the footnotes), line by line.
//
// A Word part is nested markup: w:p (paragraph) > w:r (run: a stretch of one look) > w:t (text).
// Between them stands much that must not be read (deleted text, field codes, the second copy of a
// text box for older programs) and some that must (insertions, content controls, hyperlinks). A
// text box stands inside a run of the paragraph that it is anchored to and holds paragraphs itself:
//
//   <w:p><w:r> … <w:txbxContent><w:p>jane@example.com</w:p></w:txbxContent> … </w:r> Jane</w:p>
//
// reads as "Jane", then "jane@example.com" in the text box.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "input/docx_package.hpp"
#include "input/docx_paragraph.hpp"
#include "input/docx_styles.hpp"

namespace rapport::docx {

// What a part says besides its text.
struct Part {
  PartText story{};
  std::vector<std::string> headers_and_footers{};  // ids of the relations to those in use
  std::string root{};  // name of the first element; empty when it is not of Word's vocabulary
};

enum class StoryKind { body, header, footer, footnotes, endnotes };

// PartText::end is `too_large` when the budget does not suffice.
[[nodiscard]] Part read_story(ZipArchive& archive, const std::string& part, StoryKind kind,
                              const Styles& styles, TextBudget& budget);

}  // namespace rapport::docx
