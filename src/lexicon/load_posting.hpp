// Reads how postings are read: the table `posting` of a lexicon file.
#pragma once

#include "lexicon/rule_reader.hpp"
#include "lexicon/toml_file.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

// Adds what the file has of it, if it has any. A fault is kept in the file.
void read_posting(TomlFile& file, RuleReader& reader, PostingRules& rules);

}  // namespace rapport
