// What the parts of the terminal report share.
#pragma once

#include <string>

#include "rapport/writer.hpp"
#include "report/page.hpp"
#include "report/quote.hpp"

namespace rapport {

constexpr int body_indent = 7;  // of all that belongs to a skill; "  ●●○  " stands ahead of it

[[nodiscard]] Style style_of(Level level);
[[nodiscard]] Run level_glyph(Level level);     // "  ●●○  "
[[nodiscard]] Runs quoted(const Quote& quote);  // between quotation marks

// The arithmetic, step by step: which evidence gave which level, then the counts.
void explain(const Report& report, Page& page);

}  // namespace rapport
