// Shell completions, made by walking CLI11's own objects, so that no option can be missed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rapport::cli {

// Says which values an option takes; kept on the option, where completions find it.
void offer(CLI::Option& option, const std::vector<std::string>& values);

// What may be typed for an option's value or a positional argument.
struct Completable {
  bool paths = false;
  std::vector<std::string> words{};
};

struct CompletedOption {
  std::vector<std::string> names{};    // as typed: "-f", "--format"
  std::string about{};                 // the first sentence of its help
  std::optional<Completable> value{};  // absent for a flag
};

struct CompletedCommand {
  std::string path{};  // "rapport lexicon show"
  std::string about{};
  std::vector<CompletedOption> options{};
  Completable arguments{};
  std::vector<CompletedCommand> commands{};
};

// `skills` are what may stand where an option or argument is called SKILL.
[[nodiscard]] CompletedCommand completed(CLI::App& app, const std::vector<std::string>& skills);

[[nodiscard]] std::string bash_completions(const CompletedCommand& program);
[[nodiscard]] std::string zsh_completions(const CompletedCommand& program);
[[nodiscard]] std::string fish_completions(const CompletedCommand& program);

// All commands of a program in one list, itself first.
[[nodiscard]] std::vector<const CompletedCommand*> flattened(const CompletedCommand& program);

}  // namespace rapport::cli
