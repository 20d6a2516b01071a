// rapport batch: many applications, as results that are kept, a table for people or a stream for
// machines.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/suggest.hpp"
#include "batch/collect.hpp"
#include "batch/grouping.hpp"
#include "cli/batch_cohort.hpp"
#include "cli/batch_tools.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "cli/tools.hpp"
#include "report/display.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::vector<std::string> paths{};
  std::string files_from{};
  CollectOptions collect{};
  std::string group_by = "auto";
  bool dry_run = false;
  std::string from{};
  std::string format{};
  CohortRequest cohort{};
  std::string profile = "customer-service";
  std::vector<std::string> lexicons{};
  int jobs = 0;      // 0: as many as the machine has cores
  int timeout = 20;  // seconds
  int memory = 256;  // MiB
};

enum class Form { cohort, table, lines_of_files, lines };

Error usage(std::string subject, std::string message, std::string remedy) {
  return {.kind = ErrorKind::usage,
          .subject = std::move(subject),
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

bool names_files(const Typed& typed) {
  return !typed.paths.empty() || !typed.files_from.empty();
}

Result<Form> form_of_stream(const Typed& typed) {
  if (typed.from != "jsonl")
    return fail(
        usage("--from " + typed.from, "no such source", did_you_mean(typed.from, {"jsonl"})));
  if (names_files(typed))
    return fail(usage(typed.paths.empty() ? typed.files_from : typed.paths.front(),
                      "with --from jsonl no paths are given",
                      "name files in the lines: {\"id\": …, \"path\": …}"));
  if (!typed.cohort.output.empty())
    return fail(usage("--output", "the stream answers on standard output",
                      "give files or folders to keep results"));
  // Only lines make lines: without --format the stream answers as it was asked.
  if (!typed.format.empty() && typed.format != "jsonl")
    return fail(usage("--format " + typed.format, "--from jsonl answers in the same form",
                      "say --format jsonl"));
  return Form::lines;
}

// One that makes sense with --output alone; null when none was given.
const char* option_of_results(const CohortRequest& request) {
  if (request.anonymous) return "--anonymous";
  if (request.retry) return "--retry";
  return request.postings.empty() ? nullptr : "--job";
}

Result<Form> form_of(const Typed& typed) {
  const std::vector<std::string> formats{"text", "jsonl"};
  if (!typed.format.empty() && std::ranges::find(formats, typed.format) == formats.end())
    return fail(
        usage("--format " + typed.format, "no such format", did_you_mean(typed.format, formats)));
  if (!typed.from.empty()) return form_of_stream(typed);
  if (!names_files(typed))
    return fail(usage("batch", "which documents?", "name files or folders, or say --from jsonl"));
  if (!typed.cohort.output.empty()) return Form::cohort;
  if (const char* option = option_of_results(typed.cohort); option != nullptr)
    return fail(usage(option, "is for results that are kept", "say where: --output FOLDER"));
  return typed.format == "jsonl" ? Form::lines_of_files : Form::table;
}

Result<BatchTools> make_batch_tools(const Typed& typed) {
  const auto memory = static_cast<std::size_t>(typed.memory) << 20U;
  auto tools =
      make_tools(typed.lexicons, typed.profile,
                 {.limits = ChildLimits::within(std::chrono::seconds(typed.timeout), memory)});
  if (!tools) return fail(std::move(tools.error()));
  const std::size_t cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  return BatchTools{.pipeline = std::move(tools->pipeline),
                    .profile = std::move(tools->profile),
                    .jobs = typed.jobs > 0 ? static_cast<std::size_t>(typed.jobs) : cores,
                    .limits = fmt::format("{} s, {} MiB", typed.timeout, typed.memory)};
}

Result<std::vector<std::string>> listed_paths(const std::string& list) {
  if (list == "-") return read_file_list(std::cin, list);
  std::ifstream file(list, std::ios::binary);
  if (!file)
    return fail(Error{.subject = list, .message = "cannot be read", .remedy = "check the name"});
  return read_file_list(file, list);
}

Result<Collected> collect(const Typed& typed) {
  std::vector<std::string> paths = typed.paths;
  if (!typed.files_from.empty()) {
    auto listed = listed_paths(typed.files_from);
    if (!listed) return fail(std::move(listed.error()));
    std::ranges::move(*listed, std::back_inserter(paths));
  }
  Collected collected = collect_files(paths, typed.collect);
  if (!collected.files.empty() || !collected.errors.empty()) return collected;
  if (paths.empty())
    return fail(usage(typed.files_from, "lists no documents", "give one path a line"));
  return fail(usage(paths.front(), "holds no documents", "name a folder that does"));
}

Outcome show_groups(const Grouping& grouping, const std::vector<ApplicationFiles>& applications,
                    const Collected& collected) {
  for (const Error& error : collected.errors) complain(error);
  std::string text = printable(grouping.why()) + '\n';
  for (const ApplicationFiles& application : applications) {
    text += fmt::format("\n{}\n", printable(application.name));
    for (const std::string& path : application.paths)
      text += fmt::format("  {}\n", printable(path));
  }
  if (auto printed = print(text); !printed) {
    complain(printed.error());
    return failure;
  }
  return collected.errors.empty() ? done : failure;
}

Result<Outcome> batch_of_files(const Typed& typed, Form form) {
  auto collected = collect(typed);
  if (!collected) return fail(std::move(collected.error()));
  auto grouping = Grouping::make(typed.group_by, collected->files);
  if (!grouping) return fail(std::move(grouping.error()));
  const auto applications = group_files(collected->files, *grouping);
  if (typed.dry_run) return show_groups(*grouping, applications, *collected);
  auto tools = make_batch_tools(typed);
  if (!tools) return fail(std::move(tools.error()));
  switch (form) {
    case Form::cohort:
      return run_cohort(*tools, typed.cohort, applications, *collected);
    case Form::table:
      return print_table(*tools, *collected);
    default:
      return stream_files(*tools, *collected);
  }
}

Result<Outcome> batch(const Typed& typed) {
  const auto form = form_of(typed);
  if (!form) return fail(form.error());
  if (*form != Form::lines) return batch_of_files(typed, *form);
  auto tools = make_batch_tools(typed);
  if (!tools) return fail(std::move(tools.error()));
  return stream_lines(*tools);
}

void add_file_options(CLI::App& app, Typed& typed) {
  const auto list = [&](const char* name, std::vector<std::string>& values, const char* what) {
    app.add_option(name, values, what)->type_name("GLOB")->allow_extra_args(false)->group("Files");
  };
  app.add_option("--files-from", typed.files_from,
                 "Paths, one a line or separated by NUL; - is standard input")
      ->type_name("FILE")
      ->group("Files");
  list("--include", typed.collect.include, "In folders, take only what matches; may be repeated");
  list("--exclude", typed.collect.exclude,
       "In folders, leave out what matches: files, and folders by a / at the end; may be repeated");
  app.add_flag("--follow", typed.collect.follow_links, "Follow symbolic links in folders")
      ->group("Files");
  offer(*app.add_option("--group-by", typed.group_by,
                        "Which documents are one applicant's: folder, prefix "
                        "(smith-resume.pdf, smith-letter.docx), none, or a regular expression "
                        "whose first group is the name")
             ->type_name("RULE")
             ->capture_default_str()
             ->group("Files"),
        {"auto", "folder", "prefix", "none"});
  app.add_flag("--dry-run", typed.dry_run, "Show which documents are one applicant's, and end")
      ->group("Files");
}

void add_result_options(CLI::App& app, Typed& typed) {
  app.add_option("-o,--output", typed.cohort.output,
                 "Keep results here: a page for each applicant, index.html, summary.csv, "
                 "results.jsonl and results.db; a second run does only what is new or changed")
      ->type_name("FOLDER")
      ->group("Results");
  app.add_option("-j,--job", typed.cohort.postings,
                 "Compare with a job posting, also a saved web page; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->group("Results");
  app.add_flag("--anonymous", typed.cohort.anonymous,
               "Pseudonyms; no names, paths, contact data or quotes in any result")
      ->group("Results");
  app.add_option("--salt", typed.cohort.salt,
                 "The secret behind the pseudonyms, made when there is none (default: FOLDER.salt)")
      ->type_name("FILE")
      ->group("Results");
  app.add_flag("--retry", typed.cohort.retry,
               "Try again what could not be read before; without it only when the file changed, or "
               "it failed for lack of time or memory and may have more now")
      ->group("Results");
  add_quiet_option(app, typed.cohort.quiet);
}

void add_reading_options(CLI::App& app, Typed& typed) {
  add_number_option(app, "--jobs", typed.jobs, 1, "Documents read at a time (default: the cores)")
      ->group("Reading");
  add_number_option(app, "--timeout", typed.timeout, 1,
                    "Seconds that one document may take, three tenths of them of the processor")
      ->capture_default_str()
      ->group("Reading");
  add_number_option(app, "--memory", typed.memory, 64, "MiB of memory that one document may take")
      ->capture_default_str()
      ->group("Reading");
}

}  // namespace

Action declare_batch(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(
      app,
      "Reads every document in a process of its own, so that one which crashes its reader or never "
      "ends costs one line and nothing else. With --output the results are kept: a page for each "
      "applicant, one for the whole cohort, tables, and a database from which all of them are "
      "drawn, rapport-results(5). A run that was interrupted goes on when the same command is "
      "given again. Without it, a line for each document, then which skills the whole cohort "
      "lacks. As a stream, one JSON object a line comes in, {\"id\": …, \"text\": …} or {\"id\": "
      "…, \"path\": …}, and one a line goes out, in the same order.",
      {{"rapport batch applications/ -o results", "A cohort: open results/index.html."},
       {"rapport batch applications/ --group-by prefix --dry-run",
        "Which documents would be whose."},
       {"find . -name '*.pdf' -print0 | rapport batch --files-from -",
        "A table of what find found."},
       {"rapport batch --from jsonl --format jsonl --profile all < in.jsonl > out.jsonl",
        "For other programs."}});
  app.add_option("PATHS", typed->paths, "Documents, and folders of documents");
  add_file_options(app, *typed);
  offer(*app.add_option("--from", typed->from, "jsonl: read standard input, a JSON object a line")
             ->type_name("FMT"),
        {"jsonl"});
  offer(*app.add_option("-f,--format", typed->format,
                        "text (a table), or jsonl (a JSON object a line)")
             ->type_name("FMT"),
        {"text", "jsonl"});
  add_profile_option(app, typed->profile);
  add_lexicon_option(app, typed->lexicons);
  add_result_options(app, *typed);
  add_reading_options(app, *typed);
  add_config_options(app);
  return [typed] {
    const auto outcome = batch(*typed);
    if (outcome) return *outcome;
    complain(outcome.error());
    return failure;
  };
}

}  // namespace rapport::cli
