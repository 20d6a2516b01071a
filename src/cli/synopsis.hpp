// What help and manual page both read off CLI11's objects.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rapport::cli {

// `-f, --format FMT`; a long name alone is indented so that long names line up.
[[nodiscard]] std::string spelling(const CLI::Option& option);

// What an option does, with its default.
[[nodiscard]] std::string meaning(const CLI::Option& option);

// `rapport check [OPTIONS] FILES…`
[[nodiscard]] std::string usage_line(const CLI::App& app, const std::string& path);

// Visible options in groups, in order of declaration; positional arguments first.
struct OptionGroup {
  std::string title;
  std::vector<const CLI::Option*> options;
};
[[nodiscard]] std::vector<OptionGroup> option_groups(const CLI::App& app);

[[nodiscard]] std::vector<const CLI::App*> commands_of(const CLI::App& app);

// The one line that names a command, and the paragraph that describe() added.
[[nodiscard]] std::string about(const CLI::App& app);
[[nodiscard]] std::string details(const CLI::App& app);

// Pairs of a command line and what it does.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> examples(const CLI::App& app);

using Table = std::vector<std::pair<std::string_view, std::string>>;
[[nodiscard]] const Table& exit_codes();
[[nodiscard]] const Table& environment();

}  // namespace rapport::cli
