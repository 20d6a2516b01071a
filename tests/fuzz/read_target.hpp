// What the targets of readers have in common.
#pragma once

#include <string>
#include <string_view>

#include "fuzz.hpp"
#include "rapport/reader.hpp"

namespace rapport::fuzz {

// Reads, and makes a document of what was read.
void read_whole(const Reader& reader, std::string name, std::string bytes);

// The parts of an archive as one text, which a fuzzer can change where compressed bytes would only
// break, made into an archive:
//
//     == word/document.xml
//     <w:document>…
//
// Bytes that look like an archive already are left as they are.
[[nodiscard]] std::string archive_of(std::string_view bytes);

}  // namespace rapport::fuzz
