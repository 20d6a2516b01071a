// Text made safe for XML 1.0, in elements and in attributes.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Markup is escaped. Characters that XML cannot hold in any form become U+FFFD; newlines and tabs
// stay, as character references, so that attributes keep them too.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace rapport
