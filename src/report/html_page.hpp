// A whole HTML page in one file: style, script and pictures inside, and a content security policy
// that forbids every request to anywhere and every script and style but our own. So no element may
// carry a style or an event attribute: browsers refuse them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lexicon/embedded.hpp"
#include "report/html_text.hpp"

namespace rapport {

// The files of src/report/html/, as embed.cmake put them into the program.
[[nodiscard]] std::span<const EmbeddedFile> html_assets();

// The text of "report.css"; empty when there is no such file.
[[nodiscard]] std::string_view html_asset(std::string_view name);

// `body` is what <body> holds. `style` and `script` are ours, never a document's, and hold neither
// "</style" nor "</script"; an empty script is none.
[[nodiscard]] std::string html_page(std::string_view title, const Html& body,
                                    std::string_view style, std::string_view script = {});

}  // namespace rapport
