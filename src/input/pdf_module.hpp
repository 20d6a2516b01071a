// What reads PDF files, as the rest of the program sees it: three functions in a library that is
// loaded when the first PDF comes. Poppler brings twenty libraries along, and to link them takes
// longer than to check a text; so nobody pays for it who has no PDF.
#pragma once

#include <vector>

#include "rapport/extracted.hpp"
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace rapport {

// The functions of Reader, and what may be done ahead of them.
struct PdfModule {
  const char* version;  // the program's; of another one the types may differ
  void (*prepare)();
  Result<Extracted> (*read)(const Input& input);
  Result<std::vector<PageImage>> (*draw)(const Input& input);
};

// The one that was built with the program, loaded by the first call and kept. Fails where it is not
// where it was installed, or cannot be loaded. Tests, and programs that use the library, have it
// linked in instead (src/CMakeLists.txt).
[[nodiscard]] Result<const PdfModule*> pdf_module();

}  // namespace rapport
