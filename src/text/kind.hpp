// Recognises what a document is by its cues.
#pragma once

#include <string_view>
#include <vector>

#include "text/line.hpp"

namespace rapport {

[[nodiscard]] DocumentKind recognise_kind(std::string_view text, const std::vector<Line>& lines);

}  // namespace rapport
