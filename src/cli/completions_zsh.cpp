// Zsh: one function a command, in the specs of _arguments.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completions.hpp"

namespace rapport::cli {

namespace {

// For a spec in single quotes: '(names)'{names}'[about]:value:action'.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return out;
}

std::string function_name(const std::string& path) {
  std::string name = "_" + path;
  for (char& c : name) {
    if (c == ' ') c = '_';
  }
  return name;
}

std::string action(const Completable& value) {
  if (value.paths && value.words.empty()) return "_files";
  if (value.words.empty()) return " ";
  return fmt::format("({})", fmt::join(value.words, " "));
}

std::string option_spec(const CompletedOption& option) {
  // An option with a value may come again where lists are taken; zsh need not know.
  std::string names = option.names.size() == 1
                          ? option.names.front()
                          : fmt::format("'{{{}}}'", fmt::join(option.names, ","));
  std::string spec = fmt::format("    '*{}[{}]", names, escaped(option.about));
  if (option.value) spec += fmt::format(":value:{}", action(*option.value));
  return spec + "' \\\n";
}

std::string function_of(const CompletedCommand& command) {
  std::string body = fmt::format("{}() {{\n", function_name(command.path));
  if (!command.commands.empty()) body += "  local state line\n  local -a commands\n";
  body += "  _arguments -S \\\n";
  for (const CompletedOption& option : command.options) body += option_spec(option);
  if (command.commands.empty()) {
    const bool takes_any = command.arguments.paths || !command.arguments.words.empty();
    return body + (takes_any ? fmt::format("    '*:argument:{}'\n}}\n", action(command.arguments))
                             : "    && return\n}\n");
  }
  body += "    '1:command:->command' '*::argument:->argument' && return\n";
  body += "  case $state in\n  command)\n    commands=(\n";
  std::string cases;
  for (const CompletedCommand& below : command.commands) {
    const std::string name = below.path.substr(below.path.rfind(' ') + 1);
    body += fmt::format("      '{}:{}'\n", name, escaped(below.about));
    cases += fmt::format("    {}) {} ;;\n", name, function_name(below.path));
  }
  body += "    )\n    _describe command commands\n    ;;\n  argument)\n    case $line[1] in\n";
  return body + cases + "    esac\n    ;;\n  esac\n}\n";
}

}  // namespace

std::string zsh_completions(const CompletedCommand& program) {
  std::string out = "#compdef rapport\n# made by `rapport completions zsh`\n";
  for (const CompletedCommand* command : flattened(program)) out += function_of(*command);
  return out +
         "if [[ $funcstack[1] == _rapport ]]; then _rapport \"$@\"; else compdef _rapport rapport; "
         "fi\n";
}

}  // namespace rapport::cli
