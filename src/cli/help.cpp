#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "cli/synopsis.hpp"

namespace rapport::cli {

namespace {

constexpr std::size_t width = 80;
constexpr std::size_t column = 28;  // where descriptions begin

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

std::string row(const std::string& name, const std::string& text) {
  std::string line = "  " + name;
  if (line.size() + 2 > column) {
    line += '\n' + std::string(column, ' ');
  } else {
    line.resize(column, ' ');
  }
  return line + fill(text, column, column);
}

std::string command_list(const CLI::App& app) {
  const auto commands = commands_of(app);
  if (commands.empty()) return "";
  std::string out = "\nCommands:\n";
  for (const CLI::App* command : commands) out += row(command->get_name(), about(*command));
  return out;
}

std::string option_lists(const CLI::App& app) {
  std::string out;
  for (const OptionGroup& group : option_groups(app)) {
    out += fmt::format("\n{}:\n", group.title);
    for (const CLI::Option* option : group.options) out += row(spelling(*option), meaning(*option));
  }
  return out;
}

std::string table(const char* title, const Table& rows) {
  std::string out = fmt::format("\n{}:\n", title);
  for (const auto& [name, text] : rows) out += row(std::string(name), std::string(text));
  return out;
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
