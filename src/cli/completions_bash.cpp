// Bash: one function that follows the commands already typed, then completes the option's value,
// the options, or the arguments of the command reached.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completions.hpp"

namespace rapport::cli {

namespace {

std::string alternatives(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, "|"));
}

std::string name_of(const CompletedCommand& command) {
  return command.path.substr(command.path.rfind(' ') + 1);
}

std::string paths_of_commands(const CompletedCommand& program) {
  std::vector<std::string> quoted;
  for (const CompletedCommand* command : flattened(program)) {
    if (command != &program) quoted.push_back(fmt::format("'{}'", command->path));
  }
  return alternatives(quoted);
}

std::string values_of(const CompletedCommand& command) {
  std::string out;
  for (const CompletedOption& option : command.options) {
    if (!option.value) continue;
    std::vector<std::string> typed;
    for (const std::string& name : option.names)
      typed.push_back(fmt::format("'{} {}'", command.path, name));
    out += fmt::format("    {}) words='{}' paths={}; option= ;;\n", alternatives(typed),
                       fmt::join(option.value->words, " "), option.value->paths ? "yes" : "");
  }
  return out;
}

std::string words_of(const CompletedCommand& command) {
  std::vector<std::string> options;
  for (const CompletedOption& option : command.options)
    options.insert(options.end(), option.names.begin(), option.names.end());
  std::vector<std::string> words = command.arguments.words;
  for (const CompletedCommand& below : command.commands) words.push_back(name_of(below));
  return fmt::format("    '{}') options='{}' words='{}' paths={} ;;\n", command.path,
                     fmt::join(options, " "), fmt::join(words, " "),
                     command.arguments.paths ? "yes" : "");
}

constexpr auto frame = R"(# bash completion for rapport, made by `rapport completions bash`
_rapport() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
  local path=rapport option=yes options='' words='' paths='' i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case "$path ${{COMP_WORDS[i]}}" in
      {0}) path+=" ${{COMP_WORDS[i]}}" ;;
    esac
  done
  # Readline cuts --option=value into three words.
  if [[ $word == = ]]; then
    word=''
  elif [[ $before == = ]]; then
    before=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  case "$path $before" in
{1}  esac
  if [[ $option ]]; then
    case $path in
{2}    esac
  fi
  COMPREPLY=()
  if [[ $option && $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    return
  fi
  [[ $words ]] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  if [[ $paths ]]; then
    compopt -o filenames 2>/dev/null
    local path_found
    while IFS= read -r path_found; do COMPREPLY+=("$path_found"); done < <(compgen -f -- "$word")
  fi
}}
complete -F _rapport rapport
)";

}  // namespace

std::string bash_completions(const CompletedCommand& program) {
  std::string values;
  std::string words;
  for (const CompletedCommand* command : flattened(program)) {
    values += values_of(*command);
    words += "  " + words_of(*command);
  }
  return fmt::format(frame, paths_of_commands(program), values, words);
}

}  // namespace rapport::cli
