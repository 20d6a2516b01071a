// The door of this folder, which alone sees poppler: linked into a program (linked.cpp), or found
// in a library that it loads (exported.cpp).
#pragma once

#include "input/pdf_module.hpp"

namespace rapport {

[[nodiscard]] const PdfModule& poppler_module();

}  // namespace rapport

// As declared where it is looked for, input/pdf_loaded.cpp.
extern "C" [[gnu::visibility("default")]] const rapport::PdfModule* rapport_pdf_module();
