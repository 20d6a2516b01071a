// A lexicon as words of 32 bits: how the built-in one lies in the program, so that a start need not
// read its files. Without the examples that prove its patterns, which no document is matched by.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rapport/lexicon.hpp"

namespace rapport {

[[nodiscard]] std::vector<std::uint32_t> pack_lexicon(const Lexicon& lexicon);

// What pack_lexicon() made.
[[nodiscard]] Lexicon unpack_lexicon(std::span<const std::uint32_t> words);

}  // namespace rapport
