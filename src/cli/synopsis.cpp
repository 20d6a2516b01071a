#include "cli/synopsis.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <sstream>

namespace rapport::cli {

std::string spelling(const CLI::Option& option) {
  const bool takes_value = option.get_items_expected_max() > 0;
  const std::string value = takes_value ? " " + option.get_type_name() : "";
  if (option.get_positional()) return option.get_name(true, false);
  const auto& shorts = option.get_snames();
  const auto& longs = option.get_lnames();
  if (longs.empty()) return "-" + shorts.front() + value;
  const std::string dashed = "--" + longs.front() + value;
  return shorts.empty() ? "    " + dashed : fmt::format("-{}, {}", shorts.front(), dashed);
}

std::string meaning(const CLI::Option& option) {
  const std::string fallback = option.get_default_str();
  if (fallback.empty() || option.get_items_expected_max() == 0) return option.get_description();
  return fmt::format("{} [{}]", option.get_description(), fallback);
}

std::string usage_line(const CLI::App& app, const std::string& path) {
  std::string line = path + " [OPTIONS]";
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional() || option->get_group().empty()) continue;
    const std::string name = option->get_name(true, false);
    const std::string many = option->get_items_expected_max() > 1 ? "…" : "";
    line += option->get_required() ? fmt::format(" {}{}", name, many)
                                   : fmt::format(" [{}{}]", name, many);
  }
  if (!commands_of(app).empty()) line += " COMMAND";
  return line;
}

std::vector<OptionGroup> option_groups(const CLI::App& app) {
  std::vector<OptionGroup> groups;
  const auto add = [&groups](const std::string& title, const CLI::Option* option) {
    for (OptionGroup& group : groups) {
      if (group.title == title) return group.options.push_back(option);
    }
    groups.push_back({title, {option}});
  };
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() && !option->get_group().empty()) add("Arguments", option);
  }
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional() && !option->get_group().empty()) add(option->get_group(), option);
  }
  return groups;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* below) { return !below->get_group().empty(); });
}

std::string about(const CLI::App& app) {
  const std::string all = app.get_description();
  return all.substr(0, all.find('\n'));
}

std::string details(const CLI::App& app) {
  const std::string all = app.get_description();
  const std::size_t end = all.find('\n');
  return end == std::string::npos ? "" : all.substr(end + 1);
}

std::vector<std::pair<std::string, std::string>> examples(const CLI::App& app) {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::istringstream lines(app.get_footer());
  std::string command;
  std::string does;
  while (std::getline(lines, command) && std::getline(lines, does))
    pairs.emplace_back(command, does);
  return pairs;
}

const Table& exit_codes() {
  static const Table table{
      {"0", "done, and the gates hold"},
      {"1",
       "a gate does not hold (--require, --min-covered, --min-demonstrated, --max-findings), or "
       "--fail-on-loss found one"},
      {"2", "usage, configuration, or an input that could not be read; the others were processed"},
      {"130", "interrupted"},
  };
  return table;
}

const Table& environment() {
  static const Table table{
      {"RAPPORT_CONFIG", "the configuration to use, as --config"},
      {"RAPPORT_PROFILE", "and so on: the value of --profile, unless it is typed"},
      {"NO_COLOR", "no colours, when not empty and --color is auto"},
      {"CLICOLOR_FORCE", "colours even where there is no terminal; NO_COLOR beats it"},
  };
  return table;
}

}  // namespace rapport::cli
