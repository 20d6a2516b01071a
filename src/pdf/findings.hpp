// What a user is told about a PDF besides its text, and for what it is refused.
#pragma once

#include <vector>

#include "pdf/pages.hpp"
#include "pdf/quality.hpp"
#include "rapport/finding.hpp"
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace rapport {

// Fails when the text layer is none that a machine can read.
[[nodiscard]] Result<void> judge(const Input& input, TextQuality quality);

[[nodiscard]] std::vector<Finding> findings_of(const PdfPages& pages, TextQuality quality);

}  // namespace rapport
