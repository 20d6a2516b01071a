// Fish: one `complete` line an option, each bound to the command that is being typed.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completions.hpp"

namespace rapport::cli {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + '\'';
}

std::string option_line(const std::string& path, const CompletedOption& option) {
  std::string line = fmt::format("complete -c rapport -n '__rapport_at {}'", path);
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (option.value) {
    line += option.value->paths ? " -r -F" : " -x";
    if (!option.value->words.empty())
      line += " -a " + quoted(fmt::format("{}", fmt::join(option.value->words, " ")));
  }
  return line + " -d " + quoted(option.about) + '\n';
}

std::string lines_of(const CompletedCommand& command) {
  std::string out;
  const std::string here = fmt::format("complete -c rapport -n '__rapport_at {}'", command.path);
  for (const CompletedCommand& below : command.commands)
    out += fmt::format("{} -a {} -d {}\n", here, below.path.substr(below.path.rfind(' ') + 1),
                       quoted(below.about));
  if (!command.arguments.words.empty())
    out += fmt::format("{} -a {}\n", here,
                       quoted(fmt::format("{}", fmt::join(command.arguments.words, " "))));
  if (command.arguments.paths) out += here + " -F\n";
  for (const CompletedOption& option : command.options) out += option_line(command.path, option);
  return out;
}

constexpr auto frame = R"(# fish completion for rapport, made by `rapport completions fish`
function __rapport_at
    set -l reached rapport
    for word in (commandline -opc)[2..-1]
        if contains -- "$reached $word" {0}
            set reached "$reached $word"
        end
    end
    test "$reached" = "$argv"
end
complete -c rapport -f
)";

}  // namespace

std::string fish_completions(const CompletedCommand& program) {
  std::vector<std::string> paths;
  std::string lines;
  for (const CompletedCommand* command : flattened(program)) {
    paths.push_back(quoted(command->path));
    lines += lines_of(*command);
  }
  return fmt::format(frame, fmt::join(paths, " ")) + lines;
}

}  // namespace rapport::cli
