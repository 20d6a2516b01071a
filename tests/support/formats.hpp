// Whether what a writer wrote is of its format, whatever the document said.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::formats {

// Each returns what is wrong; empty where nothing is.
[[nodiscard]] std::string fault_in_json(std::string_view text);        // one value, in UTF-8
[[nodiscard]] std::string fault_in_json_lines(std::string_view text);  // one value a line
[[nodiscard]] std::string fault_in_xml(std::string_view text);         // by libxml2
// One document that closes what it opens, with the markup of `like`: as many scripts, styles and
// forms, no handler of events, nothing fetched.
[[nodiscard]] std::string fault_in_html(std::string_view text, std::string_view like);
// Rows of one length, and no cell that a spreadsheet would calculate.
[[nodiscard]] std::string fault_in_csv(std::string_view text);
// UTF-8 in which no character moves the cursor, turns the direction or hides.
[[nodiscard]] std::string fault_in_terminal(std::string_view text);

// UTF-8 in which every line is a command of a workflow, and no other.
[[nodiscard]] std::string fault_in_annotations(std::string_view text);

// The cells of a CSV text, row by row, as RFC 4180 reads them.
[[nodiscard]] std::vector<std::vector<std::string>> csv_rows(std::string_view text);

// By the name of a writer; formats without rules of their own are held to those of the terminal.
[[nodiscard]] std::string fault_in(std::string_view format, std::string_view text,
                                   std::string_view like);

}  // namespace rapport::formats
