#include "cli/options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "base/suggest.hpp"
#include "cli/completions.hpp"

namespace rapport::cli {

namespace {

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const auto kind : {DocumentKind::resume, DocumentKind::cover_letter, DocumentKind::posting})
    names.emplace_back(name_of(kind));
  return names;
}

bool looks_like_path(const std::string& typed) {
  std::error_code ignored;
  return typed.find('/') != std::string::npos || typed.ends_with(".toml") ||
         std::filesystem::exists(typed, ignored);
}

}  // namespace

void describe(CLI::App& app, const char* details, const std::vector<Example>& examples) {
  app.description(app.get_description() + "\n" + details);
  std::string footer;
  for (const Example& example : examples)
    footer += fmt::format("{}\n{}\n", example.command, example.does);
  app.footer(footer);
}

void add_lexicon_option(CLI::App& app, std::vector<std::string>& folders) {
  app.add_option("--lexicon", folders,
                 "Add the skills of a folder of TOML files, or replace built-in ones")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_profile_option(CLI::App& app, std::string& profile) {
  std::vector<std::string> names = builtin_profiles();
  names.emplace_back("all");
  CLI::Option* option =
      app.add_option("-p,--profile", profile,
                     fmt::format("The skills to look for: {}, all, or a TOML file",
                                 fmt::join(builtin_profiles(), ", ")))
          ->type_name("NAME")
          ->capture_default_str();
  offer(*option, names);
}

void add_kind_option(CLI::App& app, std::string& kind) {
  CLI::Option* option =
      app.add_option("-k,--kind", kind,
                     fmt::format("What the document is, where that is recognised wrongly: {}",
                                 fmt::join(kind_names(), ", ")))
          ->type_name("KIND");
  offer(*option, kind_names());
}

void add_output_option(CLI::App& app, std::string& output) {
  app.add_option("-o,--output", output,
                 "Write to a file instead of standard output; whole, or not at all")
      ->type_name("FILE");
}

void add_quiet_option(CLI::App& app, bool& quiet) {
  app.add_flag("-q,--quiet", quiet, "Say nothing but what went wrong; the exit code tells");
}

void add_color_option(CLI::App& app, ColorChoice& color) {
  using enum ColorChoice;
  static const std::map<std::string, ColorChoice> choices{
      {"auto", automatic}, {"always", always}, {"never", never}};
  const auto choose = [&color](const std::string& typed) {
    const auto found = choices.find(typed);
    if (found == choices.end())
      throw CLI::ValidationError("--color", typed + " is none of always, auto, never");
    color = found->second;
  };
  CLI::Option* option = app.add_option_function<std::string>(
                               "--color", choose,
                               "Colours: auto (on a terminal), always or never. NO_COLOR "
                               "and CLICOLOR_FORCE are heeded by auto")
                            ->type_name("WHEN")
                            ->default_str("auto");
  offer(*option, {"auto", "always", "never"});
}

void add_link_option(CLI::App& app, LinkChoice& links) {
  using enum LinkChoice;
  static const std::map<std::string, LinkChoice> choices{
      {"auto", automatic}, {"always", always}, {"never", never}};
  const auto choose = [&links](const std::string& typed) {
    const auto found = choices.find(typed);
    if (found == choices.end())
      throw CLI::ValidationError("--hyperlink", typed + " is none of always, auto, never");
    links = found->second;
  };
  CLI::Option* option = app.add_option_function<std::string>(
                               "--hyperlink", choose,
                               "Links to the documents: auto (on a terminal that has them), always "
                               "or never")
                            ->type_name("WHEN")
                            ->default_str("auto");
  offer(*option, {"auto", "always", "never"});
}

CLI::Option* add_number_option(CLI::App& app, const char* name, int& number, int least,
                               const char* what) {
  const auto check = [least](const std::string& typed) {
    int value = 0;
    const auto [end, code] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    const bool whole = code == std::errc() && end == typed.data() + typed.size();
    return whole && value >= least
               ? std::string()
               : fmt::format("{} is no whole number of {} or more", typed, least);
  };
  return app.add_option(name, number, what)->type_name("N")->check(check)->default_str("");
}

void add_width_option(CLI::App& app, int& width) {
  add_number_option(app, "--width", width, 20, "Columns to fill, instead of the terminal's");
}

Result<std::optional<DocumentKind>> parse_kind(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  if (auto kind = document_kind(typed)) return kind;
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--kind " + typed,
                    .message = "no such kind of document",
                    .remedy = did_you_mean(typed, kind_names())});
}

Result<Profile> choose_profile(const std::string& typed, const Lexicon& lexicon) {
  std::vector<std::string> names = builtin_profiles();
  names.emplace_back("all");
  const bool known = std::find(names.begin(), names.end(), typed) != names.end();
  if (known || looks_like_path(typed)) return load_profile(typed, lexicon);
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--profile " + typed,
                    .message = "no such profile",
                    .remedy = did_you_mean(typed, names)});
}

Result<const Skill*> choose_skill(const std::string& typed, const Lexicon& lexicon) {
  if (const Skill* skill = lexicon.find(typed)) return skill;
  std::vector<std::string> names;
  for (const Skill& skill : lexicon.skills) names.push_back(skill.id);
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = typed,
                    .message = "no such skill",
                    .remedy = did_you_mean(typed, names)});
}

}  // namespace rapport::cli
