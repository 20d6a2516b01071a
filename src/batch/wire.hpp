// Wire: what a reader made of a file, as bytes that pass from the process that read it to the one
// that asked.
#pragma once

#include <string>
#include <string_view>

#include "rapport/extracted.hpp"
#include "rapport/result.hpp"

namespace rapport {

[[nodiscard]] std::string pack(const Result<Extracted>& result);

// Whoever wrote the bytes had hostile ones before it, so nothing in them is taken on trust: a value
// that could not have come from pack(), or a place outside the text, is an error.
[[nodiscard]] Result<Extracted> unpack(std::string_view bytes);

}  // namespace rapport
