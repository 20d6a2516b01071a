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

[[nodiscard]] std::optional<ExtractView> extract_view(std::string_view name);

// The text view is exactly Document::text, with a newline at its end if it has none. Straight on a
// terminal each control character of it is shown as U+FFFD, one for one.
[[nodiscard]] std::string write_extract(const Document& document, ExtractView view,
                                        const ReportOptions& options);

}  // namespace rapport
