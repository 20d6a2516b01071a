// What holds of every document and of all that is found in it, whatever it was made of.
#pragma once

#include <string>
#include <string_view>

#include "rapport/posting.hpp"
#include "rapport/reading.hpp"

namespace rapport::sound {

// Each says what does not hold; empty where all does.
[[nodiscard]] std::string fault_in(const Extracted& extracted);
[[nodiscard]] std::string fault_in(const Document& document);
[[nodiscard]] std::string fault_in(const Reading& reading);

}  // namespace rapport::sound
