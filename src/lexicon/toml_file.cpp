#include "lexicon/toml_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rapport {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

int line_of(const toml::source_region& source) {
  return static_cast<int>(source.begin.line);
}
int column_of(const toml::source_region& source) {
  return static_cast<int>(source.begin.column);
}

}  // namespace

Result<TomlFile> TomlFile::parse(std::string name, std::string_view text) {
  TomlFile file;
  file.name_ = std::move(name);
  file.lines_ = lines_of(text);
  try {
    file.table_ = toml::parse(text, file.name_);
  } catch (const toml::parse_error& fault) {
    return fail(
        file.invalid(line_of(fault.source()), column_of(fault.source()), fault.description()));
  }
  return file;
}

Error TomlFile::invalid(int line, int column, std::string_view why) const {
  return {.kind = ErrorKind::configuration,
          .subject = fmt::format("{}:{}:{}", name_, line, column),
          .message = fmt::format("not valid TOML: {}", why),
          .remedy = "mend this line",
          .excerpt = excerpt(line, column)};
}

SourceLine TomlFile::where(const toml::node& node) const {
  return {name_, line_of(node.source()), column_of(node.source()) + (node.is_string() ? 1 : 0)};
}

std::string TomlFile::excerpt(int line, int column) const {
  if (line < 1 || static_cast<std::size_t>(line) > lines_.size()) return "";
  return fmt::format("  {}\n  {:>{}}", lines_[static_cast<std::size_t>(line) - 1], '^',
                     std::max(column, 1));
}

Error TomlFile::error(const toml::node& node, std::string message, std::string remedy,
                      std::size_t offset) const {
  const int line = line_of(node.source());
  // A string's region begins at its quote.
  const int column =
      column_of(node.source()) + (node.is_string() ? 1 + static_cast<int>(offset) : 0);
  return Error{.kind = ErrorKind::configuration,
               .subject = fmt::format("{}:{}:{}", name_, line, column),
               .message = std::move(message),
               .remedy = std::move(remedy),
               .excerpt = excerpt(line, column)};
}

Error TomlFile::error(const toml::source_region& source, std::string message,
                      std::string remedy) const {
  return Error{.kind = ErrorKind::configuration,
               .subject = fmt::format("{}:{}:{}", name_, line_of(source), column_of(source)),
               .message = std::move(message),
               .remedy = std::move(remedy),
               .excerpt = excerpt(line_of(source), column_of(source))};
}

void TomlFile::set_fault(Error error) {
  if (!fault_) fault_ = std::move(error);
}

void TomlFile::wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) {
  set_fault(error(node, fmt::format("`{}` is not {}", key, wanted), "see rapport-lexicon(5)"));
}

std::string TomlFile::string(const toml::table& table, std::string_view key, bool required) {
  const toml::node* node = table.get(key);
  if (!node) {
    if (required) set_fault(error(table, fmt::format("`{}` is missing", key), "add it"));
    return "";
  }
  const auto* value = node->as_string();
  if (!value) {
    wrong_type(*node, key, "a string");
    return "";
  }
  return value->get();
}

std::vector<std::string> TomlFile::strings(const toml::table& table, std::string_view key) {
  std::vector<std::string> result;
  const toml::node* node = table.get(key);
  if (!node) return result;
  const toml::array* array = node->as_array();
  if (!array) {
    wrong_type(*node, key, "an array of strings");
    return result;
  }
  for (const toml::node& element : *array) {
    if (const auto* value = element.as_string()) {
      result.push_back(value->get());
    } else {
      wrong_type(element, key, "an array of strings");
    }
  }
  return result;
}

int TomlFile::integer(const toml::table& table, std::string_view key, int fallback) {
  const toml::node* node = table.get(key);
  if (!node) return fallback;
  const auto value = node->value_exact<int64_t>();
  if (!value || *value < 0 || *value > 1000) wrong_type(*node, key, "a number from 0 to 1000");
  return fault_ ? fallback : static_cast<int>(*value);
}

bool TomlFile::boolean(const toml::table& table, std::string_view key, bool fallback) {
  const toml::node* node = table.get(key);
  if (!node) return fallback;
  const auto value = node->value_exact<bool>();
  if (!value) wrong_type(*node, key, "true or false");
  return value.value_or(fallback);
}

std::vector<const toml::table*> TomlFile::tables(const toml::table& table, std::string_view key) {
  std::vector<const toml::table*> result;
  const toml::node* node = table.get(key);
  if (!node) return result;
  const toml::array* array = node->as_array();
  if (!array) {
    wrong_type(*node, key, fmt::format("a list of tables; write [[{}]]", key));
    return result;
  }
  for (const toml::node& element : *array) {
    if (const toml::table* entry = element.as_table()) {
      result.push_back(entry);
    } else {
      wrong_type(element, key, fmt::format("a table; write [[{}]]", key));
    }
  }
  return result;
}

void TomlFile::expect_only(const toml::table& table,
                           std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : table) {
    if (std::ranges::find(known, key.str()) == known.end()) {
      set_fault(error(node, fmt::format("unknown key `{}`", key.str()),
                      fmt::format("known here: {}", fmt::join(known, ", "))));
    }
  }
}

}  // namespace rapport
