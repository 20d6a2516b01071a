#include "cli/run.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/safety.hpp"
#include "cli/settings.hpp"
#include "cli/synopsis.hpp"

namespace rapport::cli {

namespace {

constexpr Command commands[] = {
    {"check", "Assess one application: a resume, its cover letter, or both", declare_check},
    {"batch", "Assess many documents, and show their gaps together", declare_batch},
    {"merge", "Join the results of several batches into one cohort", declare_merge},
    {"diff", "Tell what a new draft gained and lost", declare_diff},
    {"interview", "Prepare the stories that an interview asks for", declare_interview},
    {"why", "Show what speaks for a skill, and what was turned down", declare_why},
    {"extract", "Print the text as a machine reads it", declare_extract},
    {"lexicon", "Look into the patterns behind the skills", declare_lexicon},
    {"config", "Show what is configured, and where each value comes from", declare_config},
    {"completions", "Print a completion script for a shell", declare_completions},
};

constexpr auto details =
    "Rapport reads a resume or a cover letter, finds evidence of soft skills in it, tells claimed, "
    "demonstrated and quantified skills from missing ones, and suggests honest phrasings. "
    "Documents are read where they are; nothing is sent anywhere.";

// The command that was being given when parsing ended, and how it is called.
struct Position {
  const CLI::App* app;
  std::string path = "rapport";
};

Position deepest(const CLI::App& app) {
  Position position{.app = &app};
  while (!position.app->get_subcommands().empty()) {
    position.app = position.app->get_subcommands().back();
    position.path += ' ' + position.app->get_name();
  }
  return position;
}

Error unknown_command(const Position& position, const std::string& typed) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands_of(*position.app)) names.push_back(command->get_name());
  const bool is_file = typed.find_first_of("./") != std::string::npos;
  return {.kind = ErrorKind::usage,
          .subject = typed,
          .message = "no such command",
          .remedy = is_file
                        ? fmt::format("to read it: rapport check {}", typed)
                        : fmt::format("{}; see {} -h", did_you_mean(typed, names), position.path)};
}

Error unexpected(const Position& position, const std::string& typed) {
  Error error{.kind = ErrorKind::usage,
              .subject = typed,
              .message = "one argument too many",
              .remedy = fmt::format("see {} -h", position.path)};
  if (!typed.starts_with('-')) return error;
  error.message = "no such option";
  std::vector<std::string> names;
  for (const CLI::Option* option : position.app->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  if (auto meant = closest(typed.substr(0, typed.find('=')), names))
    error.remedy = fmt::format("did you mean {}?", *meant);
  return error;
}

// CLI11's complaint in our words.
Error in_words(const CLI::App& app, const CLI::ParseError& complaint) {
  const Position position = deepest(app);
  const std::vector<std::string> extras = app.remaining(true);
  const bool wants_command = !commands_of(*position.app).empty();
  if (wants_command && !extras.empty() && !extras.front().starts_with('-'))
    return unknown_command(position, extras.front());
  if (!extras.empty()) return unexpected(position, extras.front());
  std::string what = wants_command ? "which command?" : complaint.what();
  if (const std::size_t end = what.find(" is required"); end != std::string::npos)
    what = what.substr(0, end) + " is missing";
  return {.kind = ErrorKind::usage,
          .message = std::move(what),
          .remedy = fmt::format("see {} -h", position.path)};
}

Outcome show(const std::string& text) {
  if (auto printed = print(text); !printed) {
    complain(printed.error());
    return failure;
  }
  return done;
}

Outcome show_version(const std::string& version, bool verbose) {
  if (!verbose) return show(version + '\n');
  const auto safety = safety_report();
  if (!safety) {
    complain(safety.error());
    return failure;
  }
  return show(version + '\n' + *safety);
}

Action declare(CLI::App& app) {
  app.set_help_flag("-h", "This help, in short");
  app.set_help_all_flag("--help", "All there is to say, with examples and exit codes");
  app.set_version_flag("--version", fmt::format("rapport {}", RAPPORT_VERSION), "The version");
  app.add_flag("--verbose")->description("With --version: how documents are confined here");
  app.add_flag("--help-man")->group("");  // hidden: for the build, which makes man/rapport.1
  describe(app, details,
           {{"rapport check resume.pdf cover-letter.docx",
             "What one application shows, claims and leaves out."}});
  return add_commands(app, commands);
}

Outcome parse_and_act(CLI::App& app, const Action& action, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const Position position = deepest(app);
    return show(help(*position.app, position.path, HelpLength::brief));
  } catch (const CLI::CallForAllHelp&) {
    const Position position = deepest(app);
    return show(help(*position.app, position.path, HelpLength::full));
  } catch (const CLI::CallForVersion& version) {
    return show_version(version.what(), app.count("--verbose") > 0);
  } catch (const ConfigurationFault& fault) {
    complain(fault.error);
    return failure;
  } catch (const CLI::ParseError& complaint) {
    if (app.count("--help-man") > 0) return show(man_page(app));
    if (argc < 2) note(help(app, "rapport", HelpLength::brief));
    complain(in_words(app, complaint));
    return failure;
  }
  return action();
}

}  // namespace

int run(int argc, const char* const* argv) {
  handle_signals();
  CLI::App app{"Find the evidence of soft skills in resumes and cover letters", "rapport"};
  const Action action = declare(app);
  return exit_code(parse_and_act(app, action, argc, argv));
}

}  // namespace rapport::cli
