// The lexicon as matching needs it, for programs that want to start fast.
#pragma once

#include <string>
#include <vector>

#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// As load_lexicon(), but the examples (Rule::yes, Rule::no) may be missing. Where there are no
// folders no file is parsed, and a program starts a hundred times as fast.
[[nodiscard]] Result<Lexicon> load_matching_lexicon(const std::vector<std::string>& folders = {});

}  // namespace rapport
#pragma GCC visibility pop
