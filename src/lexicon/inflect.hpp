// English inflection for word classes: regular forms by rule, irregular ones written out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// "ask": ask, asks, asked, asking. "speak/spoke/spoken": speak, speaks, spoke, spoken, speaking.
// "refer/referred/referring": forms that are written out replace the regular ones. Of several
// words the first is inflected: "follow up", "took care of".
[[nodiscard]] std::vector<std::string> verb_forms(std::string_view entry);

// "query": query, queries. "child/children". Of several words the last is inflected.
[[nodiscard]] std::vector<std::string> noun_forms(std::string_view entry);

}  // namespace rapport
