// Settings: what options get that were not typed, from the environment and from `.rapport.toml`.
// Keys are the options' long names. The order of precedence: command line, environment
// (RAPPORT_PROFILE), the file's table of the command ([check]), the file's top level, default.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/result.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rapport::cli {

// A value and where it comes from: ".rapport.toml:3:11", "RAPPORT_PROFILE".
struct Setting {
  std::string key{};
  std::vector<std::string> values{};
  std::string origin{};
  std::string excerpt{};  // the line with a caret; empty for the environment
};

// `[[files]]`: gates for the files that a pattern matches.
struct FileRule {
  std::string pattern{};
  std::vector<Setting> settings{};
};

class Settings {
 public:
  // The file that `--config` or RAPPORT_CONFIG names, or else the nearest `.rapport.toml` from the
  // folder of `input` upwards, or else rapport.toml in the user's folder of configurations. Without
  // any of them, settings of the environment alone. `program` knows every option there is.
  [[nodiscard]] static Result<Settings> load(const std::string& config, const std::string& input,
                                             const CLI::App& program);
  // What load() makes of a file with that text.
  [[nodiscard]] static Result<Settings> parse(const std::string& path, std::string_view text,
                                              const CLI::App& program);
  // The environment's alone.
  Settings() = default;

  // The file in force; empty when there is none.
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::optional<Setting> find(const CLI::App& command,
                                            const CLI::Option& option) const;
  // The rules whose pattern matches a path, in the file's order.
  [[nodiscard]] std::vector<FileRule> rules_for(const std::string& path) const;

 private:
  std::string file_{};
  std::vector<Setting> top_{};
  std::vector<std::pair<std::string, std::vector<Setting>>> commands_{};
  std::vector<FileRule> rules_{};
};

// A fault of the configuration, on its way through CLI11's parsing to where faults are told.
struct ConfigurationFault : std::exception {
  explicit ConfigurationFault(Error what) : error(std::move(what)) {}
  Error error;
};

// Adds --config and --no-config, and fills in what was not typed as soon as the command line is
// parsed. What was loaded is in the result from then on.
std::shared_ptr<const Settings> add_config_options(CLI::App& app);

// Whether a configuration or the environment may set an option.
[[nodiscard]] bool is_setting(const CLI::Option& option);

// An Error for a setting that an option would not take.
[[nodiscard]] Error fault_in(const Setting& setting, std::string message, std::string remedy);

}  // namespace rapport::cli
