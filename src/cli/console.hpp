// The terminal that the program talks to: what is said on standard error, in which colours and how
// wide.
#pragma once

#include <string>
#include <string_view>

#include "rapport/result.hpp"

namespace rapport::cli {

enum class ColorChoice { automatic, always, never };

// Whether to colour what goes to standard output or, when `to_file`, to a file. A choice on the
// command line wins; then a non-empty NO_COLOR beats CLICOLOR_FORCE, which beats the terminal.
[[nodiscard]] bool use_color(ColorChoice choice, bool to_file);

// Whether a descriptor is a terminal on which lines can be drawn over.
[[nodiscard]] bool is_terminal(int descriptor);

enum class LinkChoice { automatic, always, never };

// Whether to make links (OSC 8) of documents. By itself only on a terminal that is known to have
// them, and not where colours are refused: who wants plain text wants it plain. FORCE_HYPERLINK
// decides as it does for other programs.
[[nodiscard]] bool use_links(LinkChoice choice, ColorChoice color, bool to_file);

// Display columns of the terminal, 80 where there is none; never so wide that lines read badly.
[[nodiscard]] int terminal_width(int descriptor = 1);

// `rapport: FILE: what is wrong (what to do)` on standard error.
void complain(const Error& error);

// A line on standard error, or several.
void note(std::string_view text);

}  // namespace rapport::cli
