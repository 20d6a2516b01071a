// The fixed parts of a letter: "Dear Ms. Jones," and "Sincerely,".
#pragma once

#include <string_view>

namespace rapport {

[[nodiscard]] bool is_salutation(std::string_view line);
[[nodiscard]] bool is_closing(std::string_view line);

}  // namespace rapport
