// rapport config: what is in force, and where each value comes from; itself a configuration.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "cli/synopsis.hpp"

namespace rapport::cli {

namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

bool is_bare(const CLI::Option& option) {
  return option.get_items_expected_max() == 0 || option.get_type_name() == "N";
}

std::string value_of(const CLI::Option& option, const std::vector<std::string>& values) {
  std::vector<std::string> written;
  written.reserve(values.size());
  for (const std::string& value : values)
    written.push_back(is_bare(option) ? value : quoted(value));
  if (option.get_items_expected_max() > 1) return fmt::format("[{}]", fmt::join(written, ", "));
  return fmt::format("{}", fmt::join(written, ", "));
}

// Nothing where an option has no value unless it is given one.
std::string line_of(const CLI::Option& option, const std::optional<Setting>& setting) {
  const std::string name = option.get_lnames().front();
  const std::string key = name == "lexicon" ? "lexicon.folders" : name;
  if (setting)
    return fmt::format("{} = {}  # {}\n", key, value_of(option, setting->values), setting->origin);
  const std::string fallback = option.get_default_str();
  if (!fallback.empty())
    return fmt::format("{} = {}  # default\n", key, value_of(option, {fallback}));
  if (option.get_items_expected_max() == 0) return fmt::format("{} = false  # default\n", key);
  return fmt::format("# {} is not set\n", key);
}

const CLI::Option& gate(const CLI::App& check, const Setting& setting) {
  return *check.get_option("--" + setting.key);
}

std::string rules_for(const CLI::App& check, const Settings& settings, const std::string& file) {
  std::string out;
  for (const FileRule& rule : settings.rules_for(file)) {
    out += fmt::format("\n[[files]]\npath = {}\n", quoted(rule.pattern));
    for (const Setting& setting : rule.settings)
      out += fmt::format("{} = {}  # {}\n", setting.key,
                         value_of(gate(check, setting), setting.values), setting.origin);
  }
  return out;
}

std::string in_force(const CLI::App& check, const Settings& settings, const std::string& file) {
  std::string out = settings.file().empty() ? "# no configuration file\n"
                                            : fmt::format("# from {}\n", settings.file());
  for (const OptionGroup& group : option_groups(check)) {
    for (const CLI::Option* option : group.options) {
      if (!option->get_positional() && is_setting(*option))
        out += line_of(*option, settings.find(check, *option));
    }
  }
  return file.empty() ? out : out + rules_for(check, settings, file);
}

}  // namespace

Action declare_config(CLI::App& app) {
  auto file = std::make_shared<std::string>();
  describe(app,
           "For each option of `rapport check` what it is unless the command line says otherwise: "
           "from the environment (RAPPORT_PROFILE for --profile), from the nearest .rapport.toml "
           "from the document's folder upwards, or by default. See rapport.toml(5).",
           {{"rapport config", "What is in force here."},
            {"rapport config templates/modern.docx",
             "What is in force for a document, with the gates of [[files]] that concern it."}});
  app.add_option("FILE", *file, "A document; without one, the folder of work counts");
  const auto settings = add_config_options(app);
  return [file, settings, &app] {
    const CLI::App& check = *app.get_parent()->get_subcommand("check");
    if (auto printed = print(in_force(check, *settings, *file)); !printed) {
      complain(printed.error());
      return failure;
    }
    return done;
  };
}

}  // namespace rapport::cli
