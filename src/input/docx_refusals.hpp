// What is said of a file that cannot be read as a Word document.
#pragma once

#include <string_view>

#include "input/zip.hpp"
#include "input/zip_refusals.hpp"

namespace rapport::docx {

// An OLE file: encrypted, or of an older program.
[[nodiscard]] Refusal about_ole(std::string_view bytes);
[[nodiscard]] Refusal about_rtf();
// An archive without a Word document in it.
[[nodiscard]] Refusal about_archive(const ZipArchive& archive);
// An archive that does not open.
[[nodiscard]] Refusal about(ZipFault fault);

}  // namespace rapport::docx
