#include "lexicon/load_posting.hpp"

namespace rapport {

namespace {

PostingPart part_of(TomlFile& file, const toml::table& table) {
  return choice<PostingPart>(file, table, "part",
                             {{"unclear", PostingPart::unclear},
                              {"employer", PostingPart::employer},
                              {"duty", PostingPart::duty},
                              {"required", PostingPart::required},
                              {"preferred", PostingPart::preferred}});
}

PostingCue read_cue(TomlFile& file, RuleReader& reader, const toml::table& table) {
  file.expect_only(table, {"part", "after", "within", "phrase", "whole", "strong", "unless",
                           "pattern", "regex", "yes", "no"});
  PostingCue cue;
  reader.read(file, table, cue);
  cue.part = part_of(file, table);
  cue.after = file.boolean(table, "after", false);
  cue.within = file.integer(table, "within", cue.within);
  cue.phrase = file.boolean(table, "phrase", false);
  cue.whole = file.boolean(table, "whole", false);
  cue.strong = file.boolean(table, "strong", false);
  cue.unless = file.string(table, "unless", false);
  if (!cue.unless.empty()) reader.check(file, *table.get("unless"), cue.unless);
  return cue;
}

void read_rules(TomlFile& file, RuleReader& reader, const toml::table& posting,
                std::string_view key, std::vector<Rule>& rules) {
  for (const toml::table* entry : file.tables(posting, key)) {
    file.expect_only(*entry, {"pattern", "regex", "yes", "no"});
    reader.read(file, *entry, rules.emplace_back());
  }
}

}  // namespace

void read_posting(TomlFile& file, RuleReader& reader, PostingRules& rules) {
  const toml::node* node = file.table().get("posting");
  if (!node) return;
  const toml::table* posting = node->as_table();
  if (!posting) {
    file.set_fault(file.error(*node, "`posting` is not a table", "write [[posting.cue]]"));
    return;
  }
  file.expect_only(*posting, {"heading", "cue", "introduction", "head", "same"});
  for (const toml::table* entry : file.tables(*posting, "heading")) {
    file.expect_only(*entry, {"part", "pattern", "regex", "yes", "no"});
    PostingHeading& heading = rules.headings.emplace_back();
    reader.read(file, *entry, heading);
    heading.part = part_of(file, *entry);
  }
  for (const toml::table* entry : file.tables(*posting, "cue"))
    rules.cues.push_back(read_cue(file, reader, *entry));
  read_rules(file, reader, *posting, "introduction", rules.introductions);
  read_rules(file, reader, *posting, "head", rules.heads);
  for (const toml::table* entry : file.tables(*posting, "same")) {
    file.expect_only(*entry, {"words"});
    rules.same.push_back(file.strings(*entry, "words"));
  }
}

}  // namespace rapport
