// Splits a paragraph into sentences.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/markdown.hpp"

namespace rapport {

// The sentences of a paragraph as byte ranges, in order, trimmed of blanks. Together they cover
// all of it but blanks and the bullets between items that share a line. Newlines read as blanks.
[[nodiscard]] std::vector<ByteRange> split_sentences(std::string_view paragraph);

// True when the final full stop belongs to an abbreviation ("e.g.", "Dr.").
[[nodiscard]] bool ends_in_abbreviation(std::string_view text);

}  // namespace rapport
