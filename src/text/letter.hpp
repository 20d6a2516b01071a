// The fixed parts of a letter: "Dear Ms. Jones," and "Sincerely,".
#pragma once

#include <string_view>

namespace rapport {

enum class LetterLine { other, salutation, closing };

[[nodiscard]] LetterLine letter_line(std::string_view line);

}  // namespace rapport
