#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/synopsis.hpp"

namespace rapport::cli {

namespace {

constexpr std::size_t width = 80;
constexpr std::size_t widest_column = 30;

// Words filled into lines that start with `indent` blanks; `at` is the column already reached.
std::string fill(const std::string& text, std::size_t indent, std::size_t at) {
  std::istringstream words(text);
  std::string out;
  std::string word;
  bool first = true;
  while (words >> word) {
    if (!first && at + 1 + word.size() > width) {
      out += '\n' + std::string(indent, ' ');
      at = indent;
    } else if (!first) {
      out += ' ';
      ++at;
    }
    out += word;
    at += word.size();
    first = false;
  }
  return out + '\n';
}

using Rows = std::vector<std::pair<std::string, std::string>>;

// Names in one column, what they mean in the next, which begins where the longest name lets it.
std::string columns(const std::string& title, const Rows& rows) {
  std::size_t column = 0;
  for (const auto& [name, text] : rows) {
    if (name.size() + 4 <= widest_column) column = std::max(column, name.size() + 4);
  }
  std::string out = fmt::format("\n{}:\n", title);
  for (const auto& [name, text] : rows) {
    const bool fits = name.size() + 4 <= column;
    out += fits ? fmt::format("  {:<{}}", name, column - 2)
                : fmt::format("  {}\n{:{}}", name, "", column);
    out += fill(text, column, column);
  }
  return out;
}

std::string command_list(const CLI::App& app) {
  Rows rows;
  for (const CLI::App* command : commands_of(app))
    rows.emplace_back(command->get_name(), about(*command));
  return rows.empty() ? "" : columns("Commands", rows);
}

std::string option_lists(const CLI::App& app) {
  std::string out;
  for (const OptionGroup& group : option_groups(app)) {
    Rows rows;
    for (const CLI::Option* option : group.options)
      rows.emplace_back(spelling(*option), meaning(*option));
    out += columns(group.title, rows);
  }
  return out;
}

std::string table(const char* title, const Table& rows) {
  return columns(title, {rows.begin(), rows.end()});
}

std::string example_list(const CLI::App& app) {
  std::string out;
  for (const auto& [command, does] : examples(app))
    out += fmt::format("  {}\n      {}", command, fill(does, 6, 6));
  return out.empty() ? out : "\nExamples:\n" + out;
}

}  // namespace

std::string help(const CLI::App& app, const std::string& path, HelpLength length) {
  const bool full = length == HelpLength::full;
  std::string out = fill(about(app), 0, 0);
  if (full && !details(app).empty()) out += '\n' + fill(details(app), 0, 0);
  out += fmt::format("\nUsage: {}\n", usage_line(app, path));
  out += command_list(app) + option_lists(app);
  if (!full) return out + fmt::format("\n{} --help says more.\n", path);
  return out + example_list(app) + table("Environment", environment()) +
         table("Exit codes", exit_codes());
}

}  // namespace rapport::cli
