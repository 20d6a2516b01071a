#include "lexicon/load_writing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport {
namespace {

bool is_kebab(std::string_view id) {
  return !id.empty() && id.front() != '-' && id.back() != '-' &&
         id.find("--") == std::string_view::npos && std::ranges::all_of(id, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

WritingFault read_fault(TomlFile& file, const toml::table& table) {
  file.expect_only(table, {"id", "title", "severity", "message", "remedy", "rewrite", "bullets",
                           "context", "unless_shown"});
  WritingFault fault;
  fault.id = file.string(table, "id", true);
  if (!is_kebab(fault.id)) {
    file.set_fault(file.error(table, fmt::format("`{}` is no id of a finding", fault.id),
                              "write words in lower case, joined by hyphens"));
  }
  fault.title = file.string(table, "title", true);
  fault.severity = choice<Severity>(file, table, "severity",
                                    {{"note", Severity::note}, {"warning", Severity::warning}});
  fault.message = file.string(table, "message", true);
  fault.remedy = file.string(table, "remedy", true);
  fault.rewrite = file.string(table, "rewrite", false);
  fault.bullets = file.boolean(table, "bullets", false);
  fault.context = file.boolean(table, "context", false);
  fault.unless_shown = file.boolean(table, "unless_shown", false);
  return fault;
}

Phrase read_phrase(TomlFile& file, const toml::table& table, RuleReader& rules) {
  file.expect_only(table, {"fault", "where", "counts", "remedy", "pattern", "regex", "yes", "no"});
  Phrase phrase;
  rules.read(file, table, phrase);
  phrase.remedy = file.string(table, "remedy", false);
  phrase.counts = file.boolean(table, "counts", true);
  if (!table.contains("where")) return phrase;
  phrase.position = choice<Phrase::Where>(file, table, "where",
                                          {{"anywhere", Phrase::Where::anywhere},
                                           {"opening", Phrase::Where::opening},
                                           {"predicate", Phrase::Where::predicate},
                                           {"entry", Phrase::Where::entry}});
  return phrase;
}

}  // namespace

void read_faults(TomlFile& file, std::vector<WritingFault>& faults) {
  for (const toml::table* table : file.tables(file.table(), "fault")) {
    WritingFault fault = read_fault(file, *table);
    const auto known = std::ranges::find(faults, fault.id, &WritingFault::id);
    if (known == faults.end()) {
      faults.push_back(std::move(fault));
    } else {
      *known = std::move(fault);
    }
  }
}

void read_phrases(TomlFile& file, RuleReader& rules, std::vector<WritingFault>& faults) {
  for (const toml::table* table : file.tables(file.table(), "phrase")) {
    const std::string id = file.string(*table, "fault", true);
    const auto fault = std::ranges::find(faults, id, &WritingFault::id);
    if (fault == faults.end()) {
      file.set_fault(
          file.error(*table, fmt::format("no such fault: `{}`", id), "name the id of a [[fault]]"));
      return;
    }
    fault->phrases.push_back(read_phrase(file, *table, rules));
  }
}

}  // namespace rapport
