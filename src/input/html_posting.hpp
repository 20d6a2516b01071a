// A posting out of the data that a page carries for search engines: a JobPosting of schema.org, in
// JSON-LD.
//
//   {"@type": "JobPosting", "title": "Cashier", "description": "<p>Greet guests</p>"}
#pragma once

#include <span>
#include <string>

namespace rapport {

// The posting as HTML; empty when there is none in any of the scripts, or no JSON.
[[nodiscard]] std::string posting_html(std::span<const std::string> scripts);

}  // namespace rapport
