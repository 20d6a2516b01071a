// rapport interview: the best story for each skill, what it leaves open, and what will be asked.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "base/suggest.hpp"
#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/postings.hpp"
#include "cli/settings.hpp"
#include "cli/tools.hpp"
#include "report/interview_report.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::vector<std::string> files{};
  std::vector<std::string> jobs{};
  std::string profile = "interview";
  std::string format = "terminal";
  std::string output{};
  std::vector<std::string> lexicons{};
  ColorChoice color = ColorChoice::automatic;
  int width = 0;
};

std::string format_list() {
  std::string list = "How to print it:";
  for (const InterviewFormat& known : interview_formats())
    list += fmt::format(" {} ({}),", known.name, known.description);
  list.pop_back();
  return list;
}

Result<const InterviewFormat*> choose_format(const std::string& typed) {
  if (const InterviewFormat* chosen = interview_format(typed)) return chosen;
  std::vector<std::string> names;
  for (const InterviewFormat& known : interview_formats()) names.emplace_back(known.name);
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--format " + typed,
                    .message = "no such format",
                    .remedy = did_you_mean(typed, names)});
}

struct Read {
  std::vector<Reading> readings{};
  Outcome outcome{};
};

Read read_all(const std::vector<std::string>& files, const Pipeline& pipeline) {
  Read read;
  for (const std::string& file : files) {
    auto reading = pipeline.read(file);
    if (reading) {
      read.readings.push_back(std::move(*reading));
    } else {
      complain(reading.error());
      read.outcome += failure;
    }
  }
  return read;
}

// The skills that postings ask for, the most wanted first.
Profile demanded(const std::vector<Posting>& postings, const Application& application,
                 const Lexicon& lexicon) {
  const bool one = postings.size() == 1;
  Profile profile{.id = "job",
                  .title = one ? "what the posting asks for" : "what the postings ask for"};
  for (const Posting& posting : postings) {
    profile.source += (profile.source.empty() ? "" : ", ") + posting.reading.document.name;
  }
  std::vector<DemandedSkill> skills = compare(postings, application, lexicon).skills;
  std::ranges::stable_sort(skills, [](const DemandedSkill& a, const DemandedSkill& b) {
    return std::tuple(b.wish, b.postings, b.demands.size()) <
           std::tuple(a.wish, a.postings, a.demands.size());
  });
  for (DemandedSkill& skill : skills)
    profile.entries.push_back({.skill = std::move(skill.skill), .title = std::move(skill.title)});
  return profile;
}

// What was typed, understood; all that can be wrong with it shows before a document is read.
struct Request {
  Tools tools;
  const InterviewFormat* format = nullptr;
};

Result<Request> interpret(const Typed& typed) {
  if (std::ranges::count(typed.files, "-") + std::ranges::count(typed.jobs, "-") > 1)
    return fail(Error{.kind = ErrorKind::usage,
                      .subject = "-",
                      .message = "standard input can be read only once",
                      .remedy = "give the others by name"});
  auto format = choose_format(typed.format);
  if (!format) return fail(std::move(format.error()));
  if (auto writable = check_output(typed.output); !writable)
    return fail(std::move(writable.error()));
  auto tools = make_tools(typed.lexicons, typed.profile, isolation_for(typed.files));
  if (!tools) return fail(std::move(tools.error()));
  return Request{.tools = std::move(*tools), .format = *format};
}

Outcome print_sheet(const Typed& typed, const Request& request, const Application& application) {
  const Lexicon& lexicon = request.tools.pipeline->lexicon();
  const Interview interview = prepare_interview(application, lexicon);
  const ReportOptions options{.color = use_color(typed.color, !is_standard_output(typed.output)),
                              .width = typed.width > 0 ? typed.width : terminal_width()};
  const std::string text = request.format->write(
      {.application = &application, .interview = &interview, .lexicon = &lexicon}, options);
  if (auto written = write_output(typed.output, text); !written) {
    complain(written.error());
    return failure;
  }
  return done;
}

Error nothing_asked(const std::string& files) {
  return {.subject = files,
          .message = "asks for no soft skill in words that are known",
          .remedy = "leave out --job for the skills that interviews ask for most"};
}

Outcome rehearse(const Typed& typed) {
  auto request = interpret(typed);
  if (!request) {
    complain(request.error());
    return failure;
  }
  Read read = read_all(typed.files, *request->tools.pipeline);
  if (read.readings.empty()) return read.outcome;
  const Lexicon& lexicon = request->tools.pipeline->lexicon();
  Application application = assess(std::move(read.readings), request->tools.profile, lexicon);
  if (!typed.jobs.empty()) {
    const ReadPostings jobs = read_postings(typed.jobs, *request->tools.pipeline);
    read.outcome += jobs.outcome;
    if (jobs.postings.empty()) return read.outcome;
    const Profile profile = demanded(jobs.postings, application, lexicon);
    if (profile.entries.empty()) {
      complain(nothing_asked(profile.source));
      return read.outcome += failure;
    }
    application = assess(std::move(application.readings), profile, lexicon);
  }
  return read.outcome += print_sheet(typed, *request, application);
}

}  // namespace

Action declare_interview(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "For each skill the best story that the documents tell: its situation, action and "
           "result in their own words, a question for the part that is missing, and two questions "
           "to expect. A skill without a story gets an outline to fill.",
           {{"rapport interview resume.pdf cover-letter.docx", "The stories, and what they lack."},
            {"rapport interview resume.pdf --job posting.txt",
             "For the skills that a posting asks for, the most wanted first."},
            {"rapport interview resume.pdf -f html -o sheet.html", "A sheet to print."}});
  app.add_option("FILES", typed->files, "A resume, its cover letter, or both; - is standard input")
      ->required();
  CLI::Option* jobs = app.add_option("-j,--job", typed->jobs,
                                     "Prepare for the skills that a job posting asks for; - is "
                                     "standard input; may be repeated")
                          ->type_name("FILE")
                          ->allow_extra_args(false);
  add_profile_option(app, typed->profile);
  jobs->excludes("--profile");
  app.add_option("-f,--format", typed->format, format_list())
      ->type_name("FMT")
      ->capture_default_str();
  add_output_option(app, typed->output);
  add_config_options(app);
  add_lexicon_option(app, typed->lexicons);
  add_color_option(app, typed->color);
  add_width_option(app, typed->width);
  return [typed] { return rehearse(*typed); };
}

}  // namespace rapport::cli
