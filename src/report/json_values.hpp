// The JSON objects that more than one output has in common, and how JSON is printed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "rapport/document.hpp"
#include "rapport/finding.hpp"
#include "report/code_points.hpp"

namespace rapport {

using Json = nlohmann::ordered_json;  // keys stay in the order in which they were set

// Only the members that the format has; an empty object when nothing is known.
[[nodiscard]] Json json_of(const Place& place);
[[nodiscard]] Json json_of(const Finding& finding);
[[nodiscard]] Json json_of(const Section& section, const CodePoints& points);

// Never throws: broken UTF-8 becomes U+FFFD. Characters that could trick a terminal (controls,
// direction overrides) are written as \u escapes, which mean the same to every parser.
[[nodiscard]] std::string dump(const Json& json, int indent);

}  // namespace rapport
