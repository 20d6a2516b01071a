// The Markdown report's part on postings; empty when the application was compared with none.
#pragma once

#include <string>

#include "rapport/writer.hpp"

namespace rapport {

[[nodiscard]] std::string markdown_comparison(const Report& report);

}  // namespace rapport
