// The reader of PDF files: the only code that sees poppler.
#pragma once

#include "rapport/reader.hpp"

namespace rapport {

// Safe to call from several threads: the first use prepares what poppler builds lazily and without
// a lock. A file that makes poppler run out of memory may end the process, and one in several
// thousand makes it run for ever: whoever reads files of strangers does it in a child with limits.
[[nodiscard]] const Reader& pdf_reader();

}  // namespace rapport
