// rapport completions: a script that teaches a shell this program's commands and options.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>

#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "rapport/lexicon.hpp"

namespace rapport::cli {

namespace {

using Generator = std::string (*)(const CompletedCommand&);

const std::map<std::string, Generator>& generators() {
  static const std::map<std::string, Generator> all{
      {"bash", bash_completions}, {"fish", fish_completions}, {"zsh", zsh_completions}};
  return all;
}

std::vector<std::string> shells() {
  std::vector<std::string> names;
  for (const auto& [name, generator] : generators()) names.push_back(name);
  return names;
}

CLI::App& program(CLI::App& app) {
  CLI::App* top = &app;
  while (top->get_parent() != nullptr) top = top->get_parent();
  return *top;
}

Outcome complete(const std::string& shell, CLI::App& app) {
  const auto found = generators().find(shell);
  if (found == generators().end()) {
    complain(Error{.kind = ErrorKind::usage,
                   .subject = shell,
                   .message = "no such shell",
                   .remedy = did_you_mean(shell, shells())});
    return failure;
  }
  auto lexicon = load_lexicon();
  if (!lexicon) {
    complain(lexicon.error());
    return failure;
  }
  std::vector<std::string> skills;
  for (const Skill& skill : lexicon->skills) skills.push_back(skill.id);
  if (auto printed = print(found->second(completed(program(app), skills))); !printed) {
    complain(printed.error());
    return failure;
  }
  return done;
}

}  // namespace

Action declare_completions(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  describe(app, "The packages install them; a checkout's own program can be asked for them.",
           {{"rapport completions bash > ~/.local/share/bash-completion/completions/rapport",
             "For bash, from its next start on."},
            {"rapport completions zsh > \"${fpath[1]}/_rapport\"", "For zsh."},
            {"rapport completions fish > ~/.config/fish/completions/rapport.fish", "For fish."}});
  offer(*app.add_option("SHELL", *shell, "bash, fish or zsh")->required(), shells());
  return [shell, &app] { return complete(*shell, app); };
}

}  // namespace rapport::cli
