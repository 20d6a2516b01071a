// Commands: a table of rows drives dispatch, help, the manual page and "did you mean". A new
// command is one file, src/cli/command_NAME.cpp, and one row in a table.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/outcome.hpp"

namespace CLI {
class App;
}

namespace rapport::cli {

// What to do once the options are parsed.
using Action = std::function<Outcome()>;

struct Command {
  std::string_view name;
  std::string_view about;            // one line, for lists of commands
  Action (*declare)(CLI::App& app);  // adds the options, each once, and says what they lead to
};

// Adds commands below `app`, one of which has to be given; the action is that one's.
[[nodiscard]] Action add_commands(CLI::App& app, std::span<const Command> commands);

[[nodiscard]] Action declare_check(CLI::App& app);
[[nodiscard]] Action declare_batch(CLI::App& app);
[[nodiscard]] Action declare_merge(CLI::App& app);
[[nodiscard]] Action declare_diff(CLI::App& app);
[[nodiscard]] Action declare_interview(CLI::App& app);
[[nodiscard]] Action declare_extract(CLI::App& app);
[[nodiscard]] Action declare_why(CLI::App& app);
[[nodiscard]] Action declare_config(CLI::App& app);
[[nodiscard]] Action declare_completions(CLI::App& app);
[[nodiscard]] Action declare_lexicon(CLI::App& app);
[[nodiscard]] Action declare_lexicon_test(CLI::App& app);
[[nodiscard]] Action declare_lexicon_lint(CLI::App& app);
[[nodiscard]] Action declare_lexicon_score(CLI::App& app);

}  // namespace rapport::cli
