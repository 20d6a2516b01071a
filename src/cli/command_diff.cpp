// rapport diff: what a new draft gained and lost.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "batch/collect.hpp"
#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "cli/tools.hpp"
#include "rapport/diff.hpp"
#include "report/diff_report.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::string before{};
  std::string after{};
  std::string profile = "customer-service";
  std::string format = "terminal";
  std::string output{};
  std::vector<std::string> lexicons{};
  bool fail_on_loss = false;
  bool quiet = false;
  bool verbose = false;
  ColorChoice color = ColorChoice::automatic;
  int width = 0;
};

std::string format_list() {
  std::string list = "How to report:";
  for (const DiffFormat& format : diff_formats())
    list += fmt::format(" {} ({}),", format.name, format.description);
  list.pop_back();
  return list;
}

Result<DiffFormat> choose_format(const std::string& typed) {
  std::vector<std::string> names;
  for (const DiffFormat& format : diff_formats()) {
    if (format.name == typed) return format;
    names.emplace_back(format.name);
  }
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--format " + typed,
                    .message = "no such format",
                    .remedy = did_you_mean(typed, names)});
}

// A folder is one application: the documents in it.
Result<std::vector<std::string>> files_of(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return std::vector{path};
  Collected collected = collect_files({path});
  if (!collected.errors.empty()) return fail(std::move(collected.errors.front()));
  if (!collected.files.empty() && collected.files.size() <= 2) {
    std::vector<std::string> paths;
    for (FoundFile& file : collected.files) paths.push_back(std::move(file.path));
    return paths;
  }
  return fail(Error{.subject = path,
                    .message = fmt::format("holds {} files, and a draft is a resume, its cover "
                                           "letter, or both",
                                           collected.files.size()),
                    .remedy = "give a file, or a folder of one or two"});
}

// Empty when a document could not be read; that was told.
std::vector<Reading> read_draft(const std::string& path, const Pipeline& pipeline) {
  auto files = files_of(path);
  if (!files) {
    complain(files.error());
    return {};
  }
  std::vector<Reading> readings;
  bool all = true;
  for (const std::string& file : *files) {
    auto reading = pipeline.read(file);
    if (reading) {
      pipeline.proofread(*reading);
      readings.push_back(std::move(*reading));
    } else {
      complain(reading.error());
      all = false;
    }
  }
  if (!all) return {};
  if (readings.size() == 2 && readings[0].document.kind == readings[1].document.kind) {
    complain(Error{.subject = path,
                   .message = fmt::format("holds two documents that read as a {}",
                                          name_of(readings[0].document.kind)),
                   .remedy = "give the two files, one as the old draft and one as the new"});
    return {};
  }
  return readings;
}

struct Request {
  Tools tools;
  DiffFormat format;
};

Result<Request> interpret(const Typed& typed) {
  if (typed.before == "-" && typed.after == "-")
    return fail(Error{.kind = ErrorKind::usage,
                      .subject = "diff",
                      .message = "standard input can be one draft only",
                      .remedy = "save the other one to a file"});
  auto format = choose_format(typed.format);
  if (!format) return fail(std::move(format.error()));
  if (auto writable = check_output(typed.output); !writable)
    return fail(std::move(writable.error()));
  auto tools = make_tools(typed.lexicons, typed.profile,
                          isolation_for(std::array{typed.before, typed.after}));
  if (!tools) return fail(std::move(tools.error()));
  return Request{.tools = std::move(*tools), .format = *format};
}

// Whoever does not see the report on the screen still learns what was lost.
void tell_losses(const Typed& typed, const DiffReport& report) {
  const bool on_screen = !typed.quiet && is_standard_output(typed.output);
  if (on_screen || !typed.fail_on_loss) return;
  for (const LevelStep& step : report.diff.skills) {
    if (step.after >= step.before) continue;
    complain(Error{.subject = typed.after,
                   .message = fmt::format("{} fell from {} to {}",
                                          report.after->assessment.skills[step.skill].entry.title,
                                          name_of(step.before), level_word(step.after)),
                   .remedy = fmt::format("rapport diff {} {} shows the sentences", typed.before,
                                         typed.after)});
  }
}

Outcome write(const Typed& typed, const Request& request, const DiffReport& report) {
  Outcome outcome{.gates_hold = !(typed.fail_on_loss && has_loss(report.diff))};
  tell_losses(typed, report);
  const bool to_file = !is_standard_output(typed.output);
  if (typed.quiet && !to_file) return outcome;
  const ReportOptions options{.color = use_color(typed.color, to_file),
                              .width = typed.width > 0 ? typed.width : terminal_width(),
                              .verbose = typed.verbose};
  if (auto written = write_output(typed.output, request.format.write(report, options)); !written) {
    complain(written.error());
    outcome += failure;
  }
  return outcome;
}

Outcome compare(const Typed& typed) {
  auto request = interpret(typed);
  if (!request) {
    complain(request.error());
    return failure;
  }
  const Lexicon& lexicon = request->tools.pipeline->lexicon();
  auto old_readings = read_draft(typed.before, *request->tools.pipeline);
  auto new_readings = read_draft(typed.after, *request->tools.pipeline);
  if (old_readings.empty() || new_readings.empty()) return failure;
  const Application before = assess(std::move(old_readings), request->tools.profile, lexicon);
  const Application after = assess(std::move(new_readings), request->tools.profile, lexicon);
  return write(typed, *request, {.before = &before, .after = &after, .diff = diff(before, after)});
}

}  // namespace

Action declare_diff(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "Skills and levels that were gained and lost, the sentences behind that (added, "
           "removed, moved, changed), suggestions that the new draft fulfils, and findings that "
           "are solved or new. A draft is a file, or a folder with a resume and its cover letter.",
           {{"rapport diff resume-old.pdf resume.docx", "What the new draft gained and lost."},
            {"rapport diff drafts/1 drafts/2", "Two drafts of a resume and its letter."},
            {"rapport diff --fail-on-loss -q main/resume.pdf resume.pdf",
             "As a gate: exit code 1 when any skill lost a level."}});
  app.add_option("OLD", typed->before, "The old draft: a file or a folder; - is standard input")
      ->required();
  app.add_option("NEW", typed->after, "The new draft: a file or a folder; - is standard input")
      ->required();
  add_profile_option(app, typed->profile);
  add_lexicon_option(app, typed->lexicons);
  add_output_option(app, typed->output);
  add_config_options(app);
  app.add_option("-f,--format", typed->format, format_list())
      ->type_name("FMT")
      ->capture_default_str();
  app.add_flag("-v,--verbose", typed->verbose, "Show all sentences, however many there are");
  add_quiet_option(app, typed->quiet);
  add_color_option(app, typed->color);
  add_width_option(app, typed->width);
  app.add_flag("--fail-on-loss", typed->fail_on_loss,
               "Fail when any skill of the profile lost a level");
  return [typed] { return compare(*typed); };
}

}  // namespace rapport::cli
