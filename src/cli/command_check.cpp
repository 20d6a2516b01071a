// rapport check: one application, or with --each several documents, each on its own.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "cli/baseline_options.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/format_choice.hpp"
#include "cli/gate_options.hpp"
#include "cli/options.hpp"
#include "cli/postings.hpp"
#include "cli/tools.hpp"
#include "rapport/assessment.hpp"
#include "rapport/writer.hpp"

namespace rapport::cli {

namespace {

// What was typed.
struct Typed {
  std::vector<std::string> files{};
  std::vector<std::string> jobs{};
  bool each = false;
  bool is_template = false;
  std::string profile = "customer-service";
  std::string kind{};
  std::vector<std::string> formats{};
  std::string output{};
  TypedGates gates{};
  TypedBaseline baseline{};
  bool exit_zero = false;
  bool explain = false;
  bool matrix = false;
  std::vector<std::string> lexicons{};
  bool quiet = false;
  bool verbose = false;
  ColorChoice color = ColorChoice::automatic;
  LinkChoice links = LinkChoice::automatic;
  int width = 0;
  std::shared_ptr<const Settings> settings{};
};

// What it means.
struct Request {
  Tools tools;
  std::optional<DocumentKind> kind;
  std::vector<FormatChoice> formats{};
  std::map<std::string, Gates> gates;  // by file
  std::optional<Baseline> baseline{};
};

Error usage(std::string subject, std::string message, std::string remedy) {
  return {.kind = ErrorKind::usage,
          .subject = std::move(subject),
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

// The gates of each file's application: those of all, and what the configuration has for the file.
Result<std::map<std::string, Gates>> gates_by_file(const Typed& typed, const Profile& profile) {
  std::map<std::string, Gates> gates;
  std::vector<FileRule> rules;
  for (const std::string& file : typed.files) {
    std::ranges::move(typed.settings->rules_for(file), std::back_inserter(rules));
  }
  for (const std::string& file : typed.files) {
    auto wanted = with_rules(typed.gates, typed.each ? typed.settings->rules_for(file) : rules);
    if (!wanted) return fail(std::move(wanted.error()));
    auto parsed = parse_gates(*wanted, profile, typed.is_template);
    if (!parsed) return fail(std::move(parsed.error()));
    gates.emplace(file, std::move(*parsed));
  }
  return gates;
}

// What no report may replace.
std::vector<std::string> inputs_of(const Typed& typed) {
  std::vector<std::string> inputs = typed.files;
  std::ranges::copy(typed.jobs, std::back_inserter(inputs));
  if (!typed.baseline.file.empty()) inputs.push_back(typed.baseline.file);
  return inputs;
}

Pictures pictures_for(const std::vector<FormatChoice>& formats) {
  return wants_page_images(formats) ? Pictures::draw : Pictures::leave_out;
}

// All that can be wrong with the command line shows here, before any document is read.
Result<Request> interpret(const Typed& typed) {
  if (typed.files.size() > 2 && !typed.each)
    return fail(usage("check", "one application is a resume and its cover letter, no more",
                      "--each checks every file on its own, rapport batch compares many"));
  if (std::ranges::count(typed.files, "-") + std::ranges::count(typed.jobs, "-") > 1)
    return fail(usage("-", "standard input can be read only once", "give the others by name"));
  auto kind = parse_kind(typed.kind);
  if (!kind) return fail(std::move(kind.error()));
  auto formats = choose_formats(typed.formats, typed.output, inputs_of(typed));
  if (!formats) return fail(std::move(formats.error()));
  auto tools =
      make_tools(typed.lexicons, typed.profile, isolation_for(typed.files, pictures_for(*formats)));
  if (!tools) return fail(std::move(tools.error()));
  auto gates = gates_by_file(typed, tools->profile);
  if (!gates) return fail(std::move(gates.error()));
  auto baseline = open_baseline(typed.baseline);
  if (!baseline) return fail(std::move(baseline.error()));
  return Request{.tools = std::move(*tools),
                 .kind = *kind,
                 .formats = std::move(*formats),
                 .gates = std::move(*gates),
                 .baseline = std::move(*baseline)};
}

// Two documents make one application when one is a resume and the other its letter.
Result<void> belong_together(const std::vector<Reading>& readings) {
  if (readings.size() < 2 || readings[0].document.kind != readings[1].document.kind) return {};
  const auto kind = name_of(readings[0].document.kind);
  return fail(usage(readings[1].document.name,
                    fmt::format("reads as a {}, and so does {}", kind, readings[0].document.name),
                    "--each checks every file on its own, rapport batch compares many"));
}

struct Read {
  std::vector<Reading> readings{};
  Outcome outcome{};
};

Read read_all(const Typed& typed, const Request& request) {
  Read read;
  for (const std::string& file : typed.files) {
    auto reading = request.tools.pipeline->read(
        file, {.kind = request.kind,
               .pictures = pictures_for(request.formats),
               .filling = typed.is_template ? Filling::awaited : Filling::done});
    if (reading) {
      request.tools.pipeline->proofread(*reading);
      read.readings.push_back(std::move(*reading));
    } else {
      complain(reading.error());
      read.outcome += failure;
    }
  }
  return read;
}

void compare_all(const std::vector<Posting>& postings, const Request& request,
                 std::vector<Application>& applications) {
  if (postings.empty()) return;
  for (Application& application : applications)
    application.comparison = compare(postings, application, request.tools.pipeline->lexicon());
}

std::vector<Application> assess_all(std::vector<Reading> readings, bool each,
                                    const Request& request) {
  std::vector<Application> applications;
  const Lexicon& lexicon = request.tools.pipeline->lexicon();
  if (!each) {
    applications.push_back(assess(std::move(readings), request.tools.profile, lexicon));
    return applications;
  }
  for (Reading& reading : readings) {
    std::vector<Reading> alone;
    alone.push_back(std::move(reading));
    applications.push_back(assess(std::move(alone), request.tools.profile, lexicon));
  }
  return applications;
}

// Whoever does not see the report on the screen still learns which gate failed.
void tell_unmet(const Typed& typed, const Request& request, const std::vector<Report>& reports) {
  if (!typed.quiet && any_on_screen(request.formats)) return;
  for (const Report& report : reports) {
    for (const Finding& gate : report.unmet_gates)
      complain(Error{.subject = report.application->readings.front().document.name,
                     .message = gate.message,
                     .remedy = gate.remedy});
  }
}

const Gates& gates_of(const Request& request, const Application& application) {
  return request.gates.at(application.readings.front().document.name);
}

std::vector<Report> reports_on(const Request& request,
                               const std::vector<Application>& applications) {
  std::vector<Report> reports;
  reports.reserve(applications.size());
  for (const Application& application : applications)
    reports.push_back({.application = &application,
                       .lexicon = &request.tools.pipeline->lexicon(),
                       .unmet_gates = unmet(gates_of(request, application), application),
                       .gates = gates_of(request, application)});
  return reports;
}

// `whole`: every document that belongs to an application was read.
Outcome heed_baseline(const Typed& typed, Request& request, bool whole,
                      std::vector<Report>& reports) {
  if (!request.baseline) return done;
  TypedBaseline wanted = typed.baseline;
  if (!whole && (wanted.update || wanted.prune)) {
    wanted.update = wanted.prune = false;
    complain(Error{.subject = wanted.file,
                   .message = "is left as it was, since not all documents could be read"});
  }
  auto applied = apply_baseline(wanted, *request.baseline, reports, typed.quiet);
  if (applied) return done;
  complain(applied.error());
  return failure;
}

Outcome report(const Typed& typed, Request& request, bool whole,
               const std::vector<Application>& applications) {
  std::vector<Report> reports = reports_on(request, applications);
  Outcome outcome = heed_baseline(typed, request, whole, reports);
  const bool hold =
      std::ranges::all_of(reports, [](const Report& each) { return each.unmet_gates.empty(); });
  outcome.gates_hold = hold || typed.exit_zero;
  tell_unmet(typed, request, reports);
  const ReportOptions options{.width = typed.width > 0 ? typed.width : terminal_width(),
                              .explain = typed.explain,
                              .verbose = typed.verbose,
                              .matrix = typed.matrix};
  return outcome += write_reports(request.formats, reports,
                                  {.options = options,
                                   .color = typed.color,
                                   .links = typed.links,
                                   .quiet = typed.quiet});
}

Outcome check(const Typed& typed) {
  auto request = interpret(typed);
  if (!request) {
    complain(request.error());
    return failure;
  }
  Read read = read_all(typed, *request);
  if (read.readings.empty()) return read.outcome;
  if (auto fits = typed.each ? Result<void>{} : belong_together(read.readings); !fits) {
    complain(fits.error());
    return failure;
  }
  auto applications = assess_all(std::move(read.readings), typed.each, *request);
  const ReadPostings jobs = read_postings(typed.jobs, *request->tools.pipeline);
  compare_all(jobs.postings, *request, applications);
  const bool whole = !jobs.outcome.failed && (typed.each || !read.outcome.failed);
  read.outcome += jobs.outcome;
  return read.outcome += report(typed, *request, whole, applications);
}

void add_report_options(CLI::App& app, Typed& typed) {
  offer(*app.add_option("-f,--format", typed.formats, format_help())
             ->type_name("FMT[=FILE]")
             ->default_str("terminal")
             ->allow_extra_args(false)
             ->group("Report"),
        format_names());
  app.add_flag("--explain", typed.explain,
               "Show the arithmetic behind the figures, as in rapport-lexicon(5) under LEVELS")
      ->group("Report");
  app.add_flag("--matrix", typed.matrix,
               "Show in which section each skill stands, also of one document alone")
      ->group("Report");
  app.add_flag("-v,--verbose", typed.verbose, "Show all evidence, not just the best")
      ->group("Report");
}

}  // namespace

Action declare_check(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "Each skill of the profile is missing, claimed (named, no more), demonstrated (by "
           "something done) or quantified (with a figure). Gaps come with phrasings whose [blanks] "
           "are for your own facts. Several documents of one kind need --each.",
           {{"rapport check resume.pdf cover-letter.docx",
             "What one application shows, claims and leaves out."},
            {"rapport check resume.pdf --require empathy=demonstrated --min-covered 7",
             "The same as a gate: exit code 1 when it does not hold."},
            {"rapport check resume.pdf --job posting.html --job another.txt",
             "Against postings: what they ask for, and their other keywords."},
            {"rapport check --each templates/*.docx -f github -f sarif=rapport.sarif",
             "Several reports at once, each but one to a file."},
            {"rapport check --each -q --min-covered 5 drafts/*.pdf",
             "Every file on its own, for CI and pre-commit."},
            {"rapport check --template templates/modern.docx --require-slot empathy",
             "A template: its placeholders, and whether it asks for empathy."},
            {"rapport check --each --baseline rapport-baseline.json templates/*.docx",
             "Only what is worse than in the baseline fails; --update-baseline writes it."},
            {"pdftotext resume.pdf - | rapport check -", "Standard input."}});
  app.add_option("FILES", typed->files, "A resume, its cover letter, or both; - is standard input")
      ->required();
  app.add_option("-j,--job", typed->jobs,
                 "Compare with a job posting, also a saved web page; - is standard input; may be "
                 "repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag("--each", typed->each, "Check every file on its own; gates apply to each");
  app.add_flag("--template", typed->is_template,
               "The documents are templates, not filled in yet: list their placeholders and slots");
  add_profile_option(app, typed->profile);
  add_kind_option(app, typed->kind);
  add_lexicon_option(app, typed->lexicons);
  add_output_option(app, typed->output);
  add_report_options(app, *typed);
  add_quiet_option(app, typed->quiet);
  add_color_option(app, typed->color);
  add_link_option(app, typed->links);
  add_width_option(app, typed->width);
  add_gate_options(app, typed->gates);
  add_baseline_options(app, typed->baseline);
  app.add_flag("--exit-zero", typed->exit_zero, "Tell of gates that do not hold, and exit 0")
      ->group("Gates");
  typed->settings = add_config_options(app);
  return [typed] { return check(*typed); };
}

}  // namespace rapport::cli
