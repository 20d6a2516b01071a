// What `rapport extract` prints: a document as a machine reads it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rapport/document.hpp"
#include "rapport/writer.hpp"

namespace rapport {

enum class ExtractView {
  text,   // Document::text, so that the offsets of every other output hold in it
  units,  // sections and units with their places
  json,   // schema "rapport.extract/1": all of it, offsets in code points
};

// In which order, or which words.
enum class ExtractAs {
  reading,  // as a person reads it
  naive,    // straight across the page, as a program does that knows no columns
  hidden,   // what only a machine reads, a line for each place
};

[[nodiscard]] std::optional<ExtractAs> extract_as(std::string_view name);

[[nodiscard]] std::optional<ExtractView> extract_view(std::string_view name);

// The text view is exactly Document::text, with a newline at its end if it has none. Straight on a
// terminal each control character of it is shown as U+FFFD, one for one.
[[nodiscard]] std::string write_extract(const Document& document, ExtractView view,
                                        const ReportOptions& options);

// Hidden text as plain text, with its places; empty when there is none.
[[nodiscard]] std::string write_hidden(const Document& document, const ReportOptions& options);

}  // namespace rapport
