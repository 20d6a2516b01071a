// The reader of Word documents (.docx, .docm, .dotx, .dotm). It also claims Word's older formats
// and other archives of documents, to say what they are and what to do.
#pragma once

#include "rapport/reader.hpp"

namespace rapport {

[[nodiscard]] const Reader& docx_reader();

}  // namespace rapport
