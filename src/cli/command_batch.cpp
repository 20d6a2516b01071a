// rapport batch: many applications, as a table for people or a stream for machines.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "batch/cohort.hpp"
#include "batch/collect.hpp"
#include "batch/pipeline.hpp"
#include "batch/stream.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/lines.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "report/display.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::vector<std::string> paths{};
  std::string from{};
  std::string format{};
  std::string profile = "customer-service";
  std::vector<std::string> lexicons{};
};

Error usage(std::string subject, std::string message, std::string remedy) {
  return {.kind = ErrorKind::usage,
          .subject = std::move(subject),
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

// Standard output for a run of many lines: holds lines back until there is enough to be worth a
// write, and notices when nobody reads any more.
class Sink {
 public:
  void write(std::string_view text) {
    held_ += text;
    if (held_.size() >= std::size_t{64} << 10U) flush();
  }
  void flush() {
    if (held_.empty() || !open_) return;
    auto printed = print(held_);
    held_.clear();
    open_ = printed && *printed == Reader::listening;
    if (printed) return;
    complain(printed.error());
    outcome_ += failure;
  }
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] Outcome outcome() const { return outcome_; }

 private:
  std::string held_{};
  bool open_ = true;
  Outcome outcome_{};
};

Outcome stream_lines(const Pipeline& pipeline, const Profile& profile) {
  Sink sink;
  Outcome outcome;
  Lines lines(STDIN_FILENO, [&sink] { sink.flush(); });
  std::size_t number = 0;
  for (auto line = lines.next(); !line.last && sink.open(); line = lines.next()) {
    ++number;
    const Answer given =
        line.too_long ? refusal(number, fmt::format("longer than {} MiB", Lines::longest >> 20U))
                      : answer(line.text, number, pipeline, profile);
    sink.write(given.line);
    if (given.failed) outcome += failure;
  }
  sink.flush();
  return outcome += sink.outcome();
}

// Errors about paths that cannot even be listed.
Outcome complain_of(const Collected& collected) {
  for (const Error& error : collected.errors) complain(error);
  return collected.errors.empty() ? done : failure;
}

Outcome stream_files(const Collected& collected, const Pipeline& pipeline, const Profile& profile) {
  Sink sink;
  Outcome outcome = complain_of(collected);
  for (const auto& [file, root] : collected.files) {
    if (!sink.open()) break;
    const Answer given = answer_file(file, pipeline, profile);
    sink.write(given.line);
    if (given.failed) outcome += failure;
  }
  sink.flush();
  return outcome += sink.outcome();
}

std::string row(const std::string& file, const Assessment& assessment) {
  const std::size_t all = assessment.skills.size();
  return fmt::format("{:>9}  {:>12}  {}\n", fmt::format("{}/{}", assessment.covered, all),
                     fmt::format("{}/{}", assessment.demonstrated, all), printable(file));
}

std::string gap_table(const Cohort& cohort) {
  std::string out = fmt::format("\n{:<26}{:>8}{:>9}{:>14}{:>12}\n",
                                fmt::format("Gaps in {} documents", cohort.size()), "missing",
                                "claimed", "demonstrated", "quantified");
  for (const SkillCount& count : cohort.gaps())
    out += fmt::format("{}{:>8}{:>9}{:>14}{:>12}\n", padded(shortened(count.title, 25), 26),
                       count.missing, count.claimed, count.demonstrated, count.quantified);
  return out;
}

std::string unreadable_list(const std::vector<Error>& errors) {
  if (errors.empty()) return "";
  std::string out = fmt::format("\nCould not be read: {}\n", errors.size());
  for (const Error& error : errors) out += "  " + printable(error.to_string()) + '\n';
  return out;
}

Outcome table_of(const Collected& collected, const Pipeline& pipeline, const Profile& profile) {
  Sink sink;
  Cohort cohort(profile);
  std::vector<Error> errors = collected.errors;
  for (const Error& error : errors) complain(error);
  sink.write("  covered  demonstrated  document\n");
  for (const auto& [file, root] : collected.files) {
    if (!sink.open()) break;
    auto reading = pipeline.read(file);
    if (!reading) {
      complain(reading.error());
      errors.push_back(std::move(reading.error()));
      continue;
    }
    std::vector<Reading> alone;
    alone.push_back(std::move(*reading));
    const Application application = assess(std::move(alone), profile, pipeline.lexicon());
    cohort.add(application.assessment);
    sink.write(row(file, application.assessment));
    sink.flush();
  }
  if (cohort.size() > 0) sink.write(gap_table(cohort));
  sink.write(unreadable_list(errors));
  sink.flush();
  Outcome outcome = sink.outcome();
  return errors.empty() ? outcome : outcome += failure;
}

// Only lines make lines: without --format the stream answers as it was asked.
Result<bool> wants_lines(const Typed& typed) {
  const std::vector<std::string> formats{"text", "jsonl"};
  if (!typed.from.empty() && typed.from != "jsonl")
    return fail(
        usage("--from " + typed.from, "no such source", did_you_mean(typed.from, {"jsonl"})));
  if (!typed.from.empty() && !typed.paths.empty())
    return fail(usage(typed.paths.front(), "with --from jsonl no paths are given",
                      "name files in the lines: {\"id\": …, \"path\": …}"));
  if (typed.from.empty() && typed.paths.empty())
    return fail(usage("batch", "which documents?", "name files or folders, or say --from jsonl"));
  if (typed.format.empty()) return !typed.from.empty();
  if (std::find(formats.begin(), formats.end(), typed.format) == formats.end())
    return fail(
        usage("--format " + typed.format, "no such format", did_you_mean(typed.format, formats)));
  if (!typed.from.empty() && typed.format != "jsonl")
    return fail(usage("--format " + typed.format, "--from jsonl answers in the same form",
                      "say --format jsonl"));
  return typed.format == "jsonl";
}

Result<Outcome> batch(const Typed& typed) {
  const auto lines = wants_lines(typed);
  if (!lines) return fail(lines.error());
  auto pipeline = Pipeline::make(typed.lexicons);
  if (!pipeline) return fail(std::move(pipeline.error()));
  auto profile = choose_profile(typed.profile, (*pipeline)->lexicon());
  if (!profile) return fail(std::move(profile.error()));
  if (!typed.from.empty()) return stream_lines(**pipeline, *profile);
  const Collected collected = collect_files(typed.paths);
  if (collected.files.empty() && collected.errors.empty())
    return fail(usage(typed.paths.front(), "holds no documents", "name a folder that does"));
  return *lines ? stream_files(collected, **pipeline, *profile)
                : table_of(collected, **pipeline, *profile);
}

}  // namespace

Action declare_batch(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "A line for each document, in sorted order, then which skills the whole cohort lacks. "
           "What cannot be read is listed with its cause, and never stops the others. As a stream, "
           "one JSON object a line comes in, {\"id\": …, \"text\": …} or {\"id\": …, \"path\": …}, "
           "and one a line goes out, in the same order.",
           {{"rapport batch applications/", "All documents of a folder and those below it."},
            {"rapport batch --from jsonl --format jsonl --profile all < in.jsonl > out.jsonl",
             "For other programs."}});
  app.add_option("PATHS", typed->paths, "Documents, and folders of documents");
  offer(*app.add_option("--from", typed->from, "jsonl: read standard input, a JSON object a line")
             ->type_name("FMT"),
        {"jsonl"});
  offer(*app.add_option("-f,--format", typed->format,
                        "text (a table), or jsonl (a JSON object a line)")
             ->type_name("FMT"),
        {"text", "jsonl"});
  add_profile_option(app, typed->profile);
  add_lexicon_option(app, typed->lexicons);
  add_config_options(app);
  return [typed] {
    const auto outcome = batch(*typed);
    if (outcome) return *outcome;
    complain(outcome.error());
    return failure;
  };
}

}  // namespace rapport::cli
