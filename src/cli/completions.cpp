#include "cli/completions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <sstream>

#include "cli/synopsis.hpp"

namespace rapport::cli {

namespace {

constexpr std::string_view offers = "offers:";

// An option may carry any number of validators, and CLI11 tells their end by throwing.
std::vector<std::string> offered(CLI::Option& option) {
  std::vector<std::string> values;
  try {
    for (int i = 0;; ++i) {
      const std::string& name = option.get_validator(i)->get_name();
      if (!name.starts_with(offers)) continue;
      std::istringstream words(name.substr(offers.size()));
      for (std::string word; words >> word;) values.push_back(word);
    }
  } catch (const CLI::OptionNotFound&) {
    return values;
  }
}

bool names_path(std::string_view type) {
  if (type.starts_with("FMT")) return false;  // FMT[=FILE]: the format comes first
  return type.find("FILE") != std::string_view::npos || type == "DIR" || type == "PATHS" ||
         type == "OLD" || type == "NEW" || type == "OUT";
}

std::string first_sentence(const std::string& text) {
  const std::size_t end = text.find_first_of(".:;\n");
  return text.substr(0, end);
}

bool names_skill(std::string_view type) {
  return type.starts_with("SKILL");
}

CompletedOption completed(CLI::Option& option, const std::vector<std::string>& skills) {
  CompletedOption result{.about = first_sentence(option.get_description())};
  for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0)
    result.value = {.paths = names_path(option.get_type_name()),
                    .words = names_skill(option.get_type_name()) ? skills : offered(option)};
  return result;
}

CompletedCommand completed(CLI::App& app, const std::string& path,
                           const std::vector<std::string>& skills) {
  CompletedCommand command{.path = path, .about = about(app)};
  for (CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
    if (option->get_group().empty()) continue;
    if (!option->get_positional()) {
      command.options.push_back(completed(*option, skills));
      continue;
    }
    command.arguments.paths |= names_path(option->get_name(true, false));
    const auto words = names_skill(option->get_name(true, false)) ? skills : offered(*option);
    command.arguments.words.insert(command.arguments.words.end(), words.begin(), words.end());
  }
  for (CLI::App* below : app.get_subcommands([](CLI::App*) { return true; })) {
    if (!below->get_group().empty())
      command.commands.push_back(completed(*below, path + ' ' + below->get_name(), skills));
  }
  return command;
}

void flatten(const CompletedCommand& command, std::vector<const CompletedCommand*>& all) {
  all.push_back(&command);
  for (const CompletedCommand& below : command.commands) flatten(below, all);
}

}  // namespace

void offer(CLI::Option& option, const std::vector<std::string>& values) {
  CLI::Validator keeper([](std::string&) { return std::string(); }, "");
  keeper.name(fmt::format("{}{}", offers, fmt::join(values, " ")));
  option.check(keeper);
}

CompletedCommand completed(CLI::App& app, const std::vector<std::string>& skills) {
  return completed(app, app.get_name(), skills);
}

std::vector<const CompletedCommand*> flattened(const CompletedCommand& program) {
  std::vector<const CompletedCommand*> all;
  flatten(program, all);
  return all;
}

}  // namespace rapport::cli
