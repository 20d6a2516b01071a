// Names files of formats that Rapport does not read, so that a refusal says what the file is.
#pragma once

#include <string_view>

#include "rapport/reader.hpp"

namespace rapport {

struct ForeignFormat {
  std::string_view what{};    // "an image: a machine reads no text in it"
  std::string_view remedy{};  // what to give instead
};

// Null when the bytes are of no known foreign format.
[[nodiscard]] const ForeignFormat* foreign_format(std::string_view bytes);

// The error for an input that no reader takes.
[[nodiscard]] Error unreadable(const Input& input);

}  // namespace rapport
