// A lexicon and a profile out of texts that are at hand already.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lexicon/embedded.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

// From these texts alone, with nothing of the built-in lexicon.
[[nodiscard]] Result<Lexicon> parse_lexicon(std::span<const EmbeddedFile> texts);

// What load_profile() makes of a file that is called `name`.
[[nodiscard]] Result<Profile> parse_profile(std::string name, std::string_view text,
                                            const Lexicon& lexicon);

}  // namespace rapport
