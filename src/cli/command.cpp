#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

namespace rapport::cli {

Action add_commands(CLI::App& app, std::span<const Command> commands) {
  std::vector<std::pair<CLI::App*, Action>> declared;
  for (const Command& command : commands) {
    CLI::App* below = app.add_subcommand(std::string(command.name), std::string(command.about));
    declared.emplace_back(below, command.declare(*below));
  }
  app.require_subcommand(1);
  return [declared = std::move(declared)] {
    for (const auto& [below, action] : declared) {
      if (below->parsed()) return action();
    }
    return failure;
  };
}

}  // namespace rapport::cli
