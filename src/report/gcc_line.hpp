// A result on one line, as compilers print theirs.
#pragma once

#include <string>

#include "report/results.hpp"

namespace rapport {

// `FILE:LINE:COLUMN: warning: MESSAGE [RULE]`, printable, without a newline.
[[nodiscard]] std::string gcc_line(const ResultItem& item);

}  // namespace rapport
