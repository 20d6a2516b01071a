// Text that is safe to print, and how wide it prints. The one place where reports decide what of a
// document's text may reach a terminal or a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

// One line of text that cannot play tricks: control characters (escape sequences among them),
// direction overrides, invisible format characters and endless accents are left out, whitespace
// runs become one blank, broken UTF-8 becomes U+FFFD. Blanks at the ends stay.
[[nodiscard]] std::string printable(std::string_view text);

// The same length in code points, lines kept: what printable() leaves out becomes U+FFFD.
[[nodiscard]] std::string masked(std::string_view text);

// Columns that `text` takes in a terminal.
[[nodiscard]] int display_width(std::string_view text);

// The longest start of `text` that is at most `columns` wide, never cutting a code point.
[[nodiscard]] std::string_view fitting(std::string_view text, int columns);

// `text`, or its start with "…", in at most `columns`.
[[nodiscard]] std::string shortened(std::string_view text, int columns);

// `text`, followed by the blanks that make it `columns` wide.
[[nodiscard]] std::string padded(std::string_view text, int columns);

}  // namespace rapport
