// Options that several commands share, each declared once, and the step from what was typed to what
// it means.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/pipeline.hpp"
#include "cli/console.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rapport::cli {

// Long help of a command: what it is for in a few sentences, and examples, as `command` and what it
// does. Kept on CLI11's own objects (description and footer), where help and manual page find it.
struct Example {
  const char* command;
  const char* does;
};
void describe(CLI::App& app, const char* details, const std::vector<Example>& examples);

void add_lexicon_option(CLI::App& app, std::vector<std::string>& folders);
void add_profile_option(CLI::App& app, std::string& profile);
void add_kind_option(CLI::App& app, std::string& kind);
void add_output_option(CLI::App& app, std::string& output);
void add_quiet_option(CLI::App& app, bool& quiet);
void add_color_option(CLI::App& app, ColorChoice& color);
void add_link_option(CLI::App& app, LinkChoice& links);
// A whole number, `least` or more.
CLI::Option* add_number_option(CLI::App& app, const char* name, int& number, int least,
                               const char* what);
void add_width_option(CLI::App& app, int& width);

// Nothing for an empty name: the kind is to be recognised.
[[nodiscard]] Result<std::optional<DocumentKind>> parse_kind(const std::string& typed);

// A built-in profile, "all", or a file's; a slip of the fingers is told from a missing file.
[[nodiscard]] Result<Profile> choose_profile(const std::string& typed, const Lexicon& lexicon);

[[nodiscard]] Result<const Skill*> choose_skill(const std::string& typed, const Lexicon& lexicon);

}  // namespace rapport::cli
