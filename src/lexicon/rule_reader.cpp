#include "lexicon/rule_reader.hpp"

namespace rapport {

void RuleReader::read(TomlFile& file, const toml::table& table, Rule& rule) {
  rule.where = file.where(table);
  const toml::node* pattern = table.get("pattern");
  const toml::node* regex = table.get("regex");
  const toml::node* written = pattern ? pattern : regex;
  if (!written || (pattern && regex)) {
    file.set_fault(file.error(table, "needs one of `pattern` and `regex`", "write one"));
    return;
  }
  rule.is_regex = written == regex;
  rule.pattern = file.string(table, rule.is_regex ? "regex" : "pattern", true);
  rule.where = file.where(*written);
  rule.yes = file.strings(table, "yes");
  rule.no = file.strings(table, "no");
  if (!rule.is_regex) check(file, *written, rule.pattern);
}

void RuleReader::check(TomlFile& file, const toml::node& node, std::string_view pattern) {
  const auto edges = compiler_.edges(pattern);
  if (edges) return;
  const PatternFault& fault = edges.error();
  file.set_fault(file.error(node, fault.message, fault.remedy, fault.offset));
}

}  // namespace rapport
