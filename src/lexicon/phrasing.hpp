// Phrasings that are suggested: "Cut [calls] by [N]%", with blanks for the user's own facts.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Its words alone, a space for each blank.
[[nodiscard]] std::string without_blanks(std::string_view phrasing);

}  // namespace rapport
