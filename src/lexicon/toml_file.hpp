// A TOML file whose faults are reported with file, line and a caret. toml++ is seen by the files of
// this folder (and the configuration) only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/toml_plus_plus.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport {

class TomlFile {
 public:
  [[nodiscard]] static Result<TomlFile> parse(std::string name, std::string_view text);

  [[nodiscard]] const toml::table& table() const { return table_; }
  [[nodiscard]] const std::string& name() const { return name_; }

  [[nodiscard]] SourceLine where(const toml::node& node) const;
  // An error at a node; `offset` bytes into it where the node is a string on one line.
  [[nodiscard]] Error error(const toml::node& node, std::string message, std::string remedy,
                            std::size_t offset = 0) const;
  // An error at a place that is no node: a key.
  [[nodiscard]] Error error(const toml::source_region& source, std::string message,
                            std::string remedy) const;

  // Reads a key that must be, or may be, a string (or an array of strings). Absent and not
  // required: empty. The first fault of a file wins and is kept in `fault`.
  [[nodiscard]] std::string string(const toml::table& table, std::string_view key, bool required);
  [[nodiscard]] std::vector<std::string> strings(const toml::table& table, std::string_view key);
  [[nodiscard]] int integer(const toml::table& table, std::string_view key, int fallback);
  [[nodiscard]] bool boolean(const toml::table& table, std::string_view key, bool fallback);
  // The tables of `[[key]]`; empty when there are none.
  [[nodiscard]] std::vector<const toml::table*> tables(const toml::table& table,
                                                       std::string_view key);
  // Complains of every key that is none of `known`.
  void expect_only(const toml::table& table, std::initializer_list<std::string_view> known);

  void set_fault(Error error);
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  [[nodiscard]] std::string excerpt(int line, int column) const;
  [[nodiscard]] Error invalid(int line, int column, std::string_view why) const;
  void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted);

  std::string name_;
  std::vector<std::string> lines_;
  toml::table table_;
  std::optional<Error> fault_;
};

}  // namespace rapport
