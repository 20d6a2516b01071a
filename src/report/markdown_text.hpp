// Text made safe for Markdown as GitHub and GitLab read it.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Printable, every character of Markdown's and HTML's own escaped. Mentions, references and bare
// addresses, which escaping alone does not stop, are broken by an empty comment: a document must
// not be able to call people or to place links.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace rapport
