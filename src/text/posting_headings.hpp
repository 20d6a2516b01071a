// The wordings of the headings of postings. All take a heading_key().
#pragma once

#include <string_view>

namespace rapport {

// "About us", "What you'll do": headings of a posting.
[[nodiscard]] bool is_posting_heading(std::string_view key);

// The same in a document that is known to be a posting, where "Skills" and "What it's like here"
// head parts as well.
[[nodiscard]] bool heads_posting_part(std::string_view key);

}  // namespace rapport
