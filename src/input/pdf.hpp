// The reader of PDF files, and when its library is loaded.
#pragma once

#include "rapport/reader.hpp"

namespace rapport {

// Safe to call from several threads: the first use prepares what poppler builds lazily and without
// a lock. A file that makes poppler run out of memory may end the process, and one in several
// thousand makes it run for ever: whoever reads files of strangers does it in a child with limits.
[[nodiscard]] const Reader& pdf_reader();

// Builds once what poppler keeps for all documents, so that processes forked later share it.
// Reading a file does the same, where nobody has.
void prepare_pdf();

}  // namespace rapport
