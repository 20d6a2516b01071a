// Writing faults in lexicon files: `[[fault]]` says what is told, `[[phrase]]` by which words.
#pragma once

#include <vector>

#include "lexicon/rule_reader.hpp"
#include "lexicon/toml_file.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

// A fault takes the place of one with the same id and leaves it its phrases, so that a user can
// reword what is told. All faults are read before any phrase, since a phrase may stand in another
// file.
void read_faults(TomlFile& file, std::vector<WritingFault>& faults);
void read_phrases(TomlFile& file, RuleReader& rules, std::vector<WritingFault>& faults);

}  // namespace rapport
