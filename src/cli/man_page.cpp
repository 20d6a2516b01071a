#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/help.hpp"
#include "cli/safety.hpp"
#include "cli/synopsis.hpp"

namespace rapport::cli {

namespace {

// Text as roff takes it: a hyphen that is typed is \-, and a line never starts with a request.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  for (std::size_t at; (at = out.find("…")) != std::string::npos;)
    out.replace(at, std::string_view("…").size(), "...");
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string trimmed(const std::string& text) {
  return text.substr(text.find_first_not_of(' '));
}

std::string entry(std::string_view name, std::string_view text) {
  return fmt::format(".TP\n.B {}\n{}\n", escaped(name), escaped(text));
}

std::string options(const CLI::App& app) {
  std::string out;
  for (const OptionGroup& group : option_groups(app)) {
    for (const CLI::Option* option : group.options)
      out += entry(trimmed(spelling(*option)), meaning(*option));
  }
  return out;
}

std::string table(const char* title, const Table& rows) {
  std::string out = fmt::format(".SH {}\n", title);
  for (const auto& [name, text] : rows) out += entry(name, text);
  return out;
}

std::string command(const CLI::App& app, const std::string& path) {
  std::string out =
      fmt::format(".SS {}\n{}.\n", escaped(usage_line(app, path)), escaped(about(app)));
  if (!details(app).empty()) out += fmt::format(".PP\n{}\n", escaped(details(app)));
  out += options(app);
  for (const CLI::App* below : commands_of(app))
    out += command(*below, path + ' ' + below->get_name());
  return out;
}

void collect_examples(const CLI::App& app, std::string& out) {
  for (const auto& [line, does] : examples(app)) out += entry(line, does);
  for (const CLI::App* below : commands_of(app)) collect_examples(*below, out);
}

}  // namespace

std::string man_page(const CLI::App& app) {
  std::string out = ".\\\" Made by `rapport --help-man`; `./dev accept` renews it.\n";
  out += fmt::format(".TH RAPPORT 1 \"\" \"rapport {}\" \"User Commands\"\n", RAPPORT_VERSION);
  out += fmt::format(".SH NAME\nrapport \\- {}\n", escaped(about(app)));
  out += fmt::format(".SH SYNOPSIS\n.B {}\n", escaped(usage_line(app, "rapport")));
  out += fmt::format(".SH DESCRIPTION\n{}\n", escaped(details(app)));
  out += ".SH OPTIONS\n" + options(app) + ".SH COMMANDS\n";
  for (const CLI::App* below : commands_of(app))
    out += command(*below, "rapport " + below->get_name());
  std::string all_examples;
  collect_examples(app, all_examples);
  return out + ".SH EXAMPLES\n" + all_examples + table("ENVIRONMENT", environment()) +
         table("LIMITS", limits()) + table("EXIT STATUS", exit_codes());
}

}  // namespace rapport::cli
