// What is said of a file that cannot be read as a Word document.
#pragma once

#include <string_view>

#include "input/docx_package.hpp"
#include "input/zip.hpp"

namespace rapport::docx {

// Message and remedy of an error.
struct Refusal {
  std::string_view message{};
  std::string_view remedy{};
};

// An OLE file: encrypted, or of an older program.
[[nodiscard]] Refusal about_ole(std::string_view bytes);
[[nodiscard]] Refusal about_rtf();
// An archive without a Word document in it.
[[nodiscard]] Refusal about_archive(const ZipArchive& archive, std::string_view bytes);
// An archive that does not open.
[[nodiscard]] Refusal about(ZipFault fault);
// A main part that could not be read at all. Damaged XML is not meant: it gives what it can.
[[nodiscard]] Refusal about(PartEnd end);
// A document without text.
[[nodiscard]] Refusal about_empty(bool is_cut, bool has_images);

}  // namespace rapport::docx
