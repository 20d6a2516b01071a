// What all kinds of rules in a lexicon file have in common, and choices among named values.
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/pattern.hpp"
#include "lexicon/toml_file.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

class RuleReader {
 public:
  // `classes` must outlive it, and be complete when a rule is read.
  explicit RuleReader(const WordClasses& classes) : compiler_(classes) {}

  // The pattern, proved by compiling it, and the examples.
  void read(TomlFile& file, const toml::table& table, Rule& rule);
  void check(TomlFile& file, const toml::node& node, std::string_view pattern);

 private:
  PatternCompiler compiler_;
};

// The value that a key names; the first one, and a fault, where it names none.
template <class T>
T choice(TomlFile& file, const toml::table& table, std::string_view key,
         std::initializer_list<std::pair<std::string_view, T>> values) {
  const std::string written = file.string(table, key, true);
  for (const auto& [name, value] : values) {
    if (name == written) return value;
  }
  std::string known;
  for (const auto& [name, value] : values) {
    known += fmt::format("{}{}", known.empty() ? "" : ", ", name);
  }
  file.set_fault(file.error(table, fmt::format("`{}` cannot be `{}`", key, written),
                            fmt::format("one of: {}", known)));
  return values.begin()->second;
}

}  // namespace rapport
