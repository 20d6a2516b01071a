#include "cli/settings.hpp"

#include <fmt/format.h>
#include <fnmatch.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/suggest.hpp"
#include "cli/synopsis.hpp"
#include "lexicon/toml_file.hpp"

namespace rapport::cli {

namespace {

namespace fs = std::filesystem;

constexpr auto file_name = ".rapport.toml";

// What belongs to one call, or would let a folder of strangers' files choose what is overwritten.
bool only_typed(std::string_view name) {
  constexpr std::string_view names[] = {"help",   "version", "config",          "no-config",
                                        "output", "from",    "update-baseline", "prune-baseline",
                                        "dry-run"};
  return std::ranges::find(names, name) != std::end(names);
}

bool is_gate(std::string_view name) {
  return name == "require" || name == "require-slot" || name == "min-covered" ||
         name == "min-demonstrated" || name == "max-findings";
}

std::string long_name(const CLI::Option& option) {
  return option.get_lnames().empty() ? "" : option.get_lnames().front();
}

bool is_flag(const CLI::Option& option) {
  return option.get_items_expected_max() == 0;
}
bool takes_many(const CLI::Option& option) {
  return option.get_items_expected_max() > 1;
}

// Values that name a file mean one beside the configuration, wherever the program was started.
bool names_file(const CLI::Option& option, const std::string& value) {
  const std::string& type = option.get_type_name();
  return type == "FILE" || type == "DIR" ||
         (type == "NAME" && (value.ends_with(".toml") || value.find('/') != std::string::npos));
}

// Options of the program's commands by long name, first come first kept.
void collect(const CLI::App& app, std::vector<const CLI::Option*>& options) {
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = long_name(*option);
    if (!name.empty() && !option->get_group().empty() && !only_typed(name))
      options.push_back(option);
  }
  for (const CLI::App* below : commands_of(app)) collect(*below, options);
}

std::optional<std::string> environment_value(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::string variable_of(std::string_view option) {
  std::string name = "RAPPORT_";
  for (const char c : option)
    name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return name;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<Setting> from_environment(const CLI::Option& option) {
  const std::string name = long_name(option);
  if (name.empty() || only_typed(name)) return std::nullopt;
  const std::string variable = variable_of(name);
  const auto value = environment_value(variable.c_str());
  if (!value) return std::nullopt;
  return Setting{.key = name,
                 .values = takes_many(option) ? split(*value, ',') : std::vector{*value},
                 .origin = variable};
}

// The nearest file from a folder upwards.
std::string nearest(const std::string& input) {
  std::error_code failed;
  fs::path folder = fs::absolute(input.empty() || input == "-" ? "." : input, failed);
  if (failed) return "";
  if (!fs::is_directory(folder, failed) || (input.empty() || input == "-")) {
    if (!input.empty() && input != "-") folder = folder.parent_path();
  }
  folder = folder.lexically_normal();
  for (;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / file_name, failed)) return (folder / file_name).string();
    if (folder == folder.parent_path()) return "";
  }
}

std::string of_user() {
  fs::path folder;
  if (const auto chosen = environment_value("XDG_CONFIG_HOME")) {
    folder = *chosen;
  } else if (const auto home = environment_value("HOME")) {
    folder = fs::path(*home) / ".config";
  } else {
    return "";
  }
  std::error_code failed;
  const fs::path file = folder / "rapport" / "rapport.toml";
  return fs::is_regular_file(file, failed) ? file.string() : "";
}

// As short as it can be told: relative where it lies below the folder of work.
std::string shown(const std::string& path) {
  std::error_code failed;
  const fs::path relative = fs::relative(path, fs::current_path(failed), failed);
  if (failed || relative.empty() || *relative.begin() == "..") return path;
  return relative.string();
}

class File {
 public:
  File(TomlFile file, const CLI::App& program, fs::path folder)
      : file_(std::move(file)), program_(program), folder_(std::move(folder)) {
    collect(program, options_);
  }

  std::vector<Setting> top() {
    std::vector<Setting> settings;
    for (const auto& [key, node] : file_.table()) {
      const std::string_view name = key.str();
      if (name == "files" || is_command(name)) continue;
      if (name == "lexicon") {
        if (auto folders = lexicon_folders(node)) settings.push_back(std::move(*folders));
      } else if (auto setting = read(name, key, node, options_)) {
        settings.push_back(std::move(*setting));
      }
    }
    return settings;
  }

  std::vector<std::pair<std::string, std::vector<Setting>>> commands() {
    std::vector<std::pair<std::string, std::vector<Setting>>> result;
    for (const CLI::App* command : commands_of(program_)) {
      const toml::node* node = file_.table().get(command->get_name());
      if (node == nullptr || !is_command(command->get_name())) continue;
      const toml::table* table = node->as_table();
      if (table == nullptr) {
        complain(*node, fmt::format("`{}` is not a table", command->get_name()),
                 fmt::format("write [{}]", command->get_name()));
        continue;
      }
      std::vector<const CLI::Option*> options;
      collect(*command, options);
      result.emplace_back(command->get_name(), read_all(*table, options));
    }
    return result;
  }

  std::vector<FileRule> rules() {
    std::vector<FileRule> rules;
    std::vector<const CLI::Option*> gates;
    std::ranges::copy_if(options_, std::back_inserter(gates),
                         [](const CLI::Option* option) { return is_gate(long_name(*option)); });
    for (const toml::table* table : file_.tables(file_.table(), "files")) {
      FileRule rule{.pattern = file_.string(*table, "path", true)};
      rule.settings = read_all(*table, gates, "path");
      rules.push_back(std::move(rule));
    }
    return rules;
  }

  [[nodiscard]] const std::optional<Error>& fault() const { return file_.fault(); }

 private:
  bool is_command(std::string_view name) const {
    if (name == "lexicon") return false;  // the folders of lexicons stand there
    return std::ranges::any_of(commands_of(program_), [&](const CLI::App* command) {
      return command->get_name() == name;
    });
  }

  void complain(const toml::node& node, std::string message, std::string remedy) {
    file_.set_fault(file_.error(node, std::move(message), std::move(remedy)));
  }

  std::vector<Setting> read_all(const toml::table& table,
                                const std::vector<const CLI::Option*>& options,
                                std::string_view besides = "") {
    std::vector<Setting> settings;
    for (const auto& [key, node] : table) {
      if (key.str() == besides) continue;
      if (auto setting = read(key.str(), key, node, options))
        settings.push_back(std::move(*setting));
    }
    return settings;
  }

  std::optional<Setting> lexicon_folders(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      complain(node, "`lexicon` is not a table", "write [lexicon] and folders = [\"…\"] below it");
      return std::nullopt;
    }
    file_.expect_only(*table, {"folders"});
    const toml::node* folders = table->get("folders");
    if (folders == nullptr) return std::nullopt;
    Setting setting = placed("lexicon", *folders);
    for (const std::string& folder : file_.strings(*table, "folders"))
      setting.values.push_back((folder_ / folder).lexically_normal().string());
    return setting;
  }

  Setting placed(std::string_view key, const toml::node& node) const {
    const Error here = file_.error(node, "", "");
    return {.key = std::string(key), .origin = here.subject, .excerpt = here.excerpt};
  }

  std::optional<Setting> read(std::string_view name, const toml::key& key, const toml::node& node,
                              const std::vector<const CLI::Option*>& options) {
    const auto found = std::ranges::find_if(
        options, [&](const CLI::Option* option) { return long_name(*option) == name; });
    if (found == options.end()) {
      unknown(key, options);
      return std::nullopt;
    }
    Setting setting = placed(name, node);
    if (const toml::array* array = node.as_array(); array != nullptr && takes_many(**found)) {
      for (const toml::node& element : *array) add_value(setting, **found, element);
    } else {
      add_value(setting, **found, node);
    }
    return setting;
  }

  void add_value(Setting& setting, const CLI::Option& option, const toml::node& node) {
    if (is_flag(option)) {
      if (const auto* value = node.as_boolean()) {
        setting.values.emplace_back(value->get() ? "true" : "false");
        return;
      }
      return complain(node, fmt::format("`{}` is not true or false", setting.key), "write one");
    }
    if (const auto* text = node.as_string()) {
      setting.values.push_back(names_file(option, text->get())
                                   ? (folder_ / text->get()).lexically_normal().string()
                                   : text->get());
    } else if (const auto* number = node.as_integer()) {
      setting.values.push_back(std::to_string(number->get()));
    } else {
      complain(node,
               fmt::format("`{}` takes {}", setting.key,
                           option.get_type_name() == "N" ? "a whole number" : "a string"),
               fmt::format("see --{} in `rapport check --help`", setting.key));
    }
  }

  void unknown(const toml::key& key, const std::vector<const CLI::Option*>& options) {
    std::vector<std::string> names;
    for (const CLI::Option* option : options) {
      if (std::ranges::find(names, long_name(*option)) == names.end())
        names.push_back(long_name(*option));
    }
    const std::string typed(key.str());
    const bool typed_only = only_typed(typed);
    // A key has a place of its own, not that of its value.
    file_.set_fault(
        file_.error(key.source(),
                    typed_only ? fmt::format("`{}` cannot stand in a configuration", typed)
                               : fmt::format("unknown key `{}`", typed),
                    typed_only ? "give it on the command line" : did_you_mean(typed, names)));
  }

  TomlFile file_;
  const CLI::App& program_;
  fs::path folder_;
  std::vector<const CLI::Option*> options_{};
};

Result<std::string> content(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::error_code failed;
  if (!stream || fs::is_directory(path, failed))
    return fail(Error{.kind = ErrorKind::configuration,
                      .subject = path,
                      .message = "cannot be read",
                      .remedy = "--no-config does without"});
  return std::string{std::istreambuf_iterator<char>(stream), {}};
}

const Setting* named(const std::vector<Setting>& settings, std::string_view key) {
  const auto found = std::ranges::find(settings, key, &Setting::key);
  return found == settings.end() ? nullptr : &*found;
}

bool matches(const std::string& pattern, const fs::path& path) {
  if (pattern.find('/') == std::string::npos)
    return fnmatch(pattern.c_str(), path.filename().c_str(), 0) == 0;
  // `**` crosses folders, `*` does not.
  const bool deep = pattern.find("**") != std::string::npos;
  return fnmatch(pattern.c_str(), path.c_str(), deep ? 0 : FNM_PATHNAME) == 0;
}

CLI::App* root_of(CLI::App* app) {
  while (app->get_parent() != nullptr) app = app->get_parent();
  return app;
}

std::string first_argument(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() && option->count() > 0 &&
        option->get_name(true, false).find("SKILL") == std::string::npos)
      return option->results().front();
  }
  return "";
}

void fill(CLI::Option& option, const Setting& setting) {
  if (setting.values.empty()) return;
  for (const std::string& value : setting.values) option.add_result(value);
  try {
    option.run_callback();
  } catch (const CLI::Error& refused) {
    throw ConfigurationFault(
        fault_in(setting, fmt::format("`{}` is refused: {}", setting.key, refused.what()),
                 fmt::format("see --{} in the manual", setting.key)));
  }
}

void fill_in(CLI::App& app, Settings& settings) {
  if (app.count("--no-config") == 0) {
    std::string config;
    if (app.count("--config") > 0) config = app.get_option("--config")->as<std::string>();
    auto loaded = Settings::load(config, first_argument(app), *root_of(&app));
    if (!loaded) throw ConfigurationFault(std::move(loaded.error()));
    settings = std::move(*loaded);
  }
  for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; })) {
    if (option->count() > 0 || option->get_positional()) continue;
    if (const auto setting = settings.find(app, *option)) fill(*option, *setting);
  }
}

}  // namespace

Result<Settings> Settings::load(const std::string& config, const std::string& input,
                                const CLI::App& program) {
  std::string path = config;
  if (path.empty()) path = environment_value("RAPPORT_CONFIG").value_or("");
  if (path.empty()) path = nearest(input);
  if (path.empty()) path = of_user();
  if (path.empty()) return Settings();
  auto text = content(path);
  if (!text) return fail(std::move(text.error()));
  return parse(path, *text, program);
}

Result<Settings> Settings::parse(const std::string& path, std::string_view text,
                                 const CLI::App& program) {
  auto toml = TomlFile::parse(shown(path), text);
  if (!toml) return fail(std::move(toml.error()));
  Settings settings;
  std::error_code failed;
  File file(std::move(*toml), program, fs::absolute(path, failed).parent_path());
  settings.top_ = file.top();
  settings.commands_ = file.commands();
  settings.rules_ = file.rules();
  if (file.fault()) return fail(*file.fault());
  settings.file_ = path;
  return settings;
}

std::optional<Setting> Settings::find(const CLI::App& command, const CLI::Option& option) const {
  if (auto setting = from_environment(option)) return setting;
  const std::string name = long_name(option);
  for (const auto& [of, settings] : commands_) {
    if (of != command.get_name()) continue;
    if (const Setting* setting = named(settings, name)) return *setting;
  }
  if (const Setting* setting = named(top_, name)) return *setting;
  return std::nullopt;
}

std::vector<FileRule> Settings::rules_for(const std::string& path) const {
  std::vector<FileRule> matching;
  if (rules_.empty()) return matching;
  std::error_code failed;
  const fs::path relative =
      fs::absolute(path, failed)
          .lexically_normal()
          .lexically_relative(fs::absolute(file_, failed).lexically_normal().parent_path());
  for (const FileRule& rule : rules_) {
    if (matches(rule.pattern, relative)) matching.push_back(rule);
  }
  return matching;
}

std::shared_ptr<const Settings> add_config_options(CLI::App& app) {
  app.add_option("--config")
      ->description("The configuration to use instead of the nearest .rapport.toml")
      ->type_name("FILE")
      ->expected(1)
      ->group("Configuration");
  app.add_flag("--no-config")->description("Heed no configuration file")->group("Configuration");
  auto settings = std::make_shared<Settings>();
  app.final_callback([&app, settings] { fill_in(app, *settings); });
  return settings;
}

bool is_setting(const CLI::Option& option) {
  return !option.get_lnames().empty() && !only_typed(option.get_lnames().front());
}

Error fault_in(const Setting& setting, std::string message, std::string remedy) {
  return {.kind = ErrorKind::configuration,
          .subject = setting.origin,
          .message = std::move(message),
          .remedy = std::move(remedy),
          .excerpt = setting.excerpt};
}

}  // namespace rapport::cli
