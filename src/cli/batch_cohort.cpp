#include "cli/batch_cohort.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "base/sha256.hpp"
#include "batch/analysis.hpp"
#include "batch/anonymous.hpp"
#include "batch/cohort_files.hpp"
#include "batch/crew.hpp"
#include "batch/results.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"

namespace rapport::cli {

namespace {

struct Postings {
  std::vector<Posting> postings{};
  std::vector<PostingFile> files{};
};

Result<Postings> read_postings(const std::vector<std::string>& paths, const Pipeline& pipeline) {
  Postings read;
  for (const std::string& path : paths) {
    const auto input = load(path);
    if (!input) return fail(input.error());
    auto posting = pipeline.read_posting(*input);
    if (!posting) return fail(std::move(posting.error()));
    read.postings.push_back(std::move(*posting));
    read.files.push_back({.name = path, .sha256 = sha256(input->bytes)});
  }
  return read;
}

Result<std::optional<Anonymiser>> anonymiser(const CohortRequest& request) {
  if (!request.anonymous) return std::nullopt;
  auto loaded = Anonymiser::load(request.salt.empty() ? Anonymiser::salt_file_for(request.output)
                                                      : request.salt);
  if (!loaded) return fail(std::move(loaded.error()));
  return std::optional(std::move(*loaded));
}

// Takes the products of the crew one by one: records into the database, errors to the user.
class Keeper {
 public:
  Keeper(Results& results, const Anonymiser* anonymiser, std::size_t of, bool quiet)
      : results_(results), anonymiser_(anonymiser), progress_(of, quiet), quiet_(quiet) {}

  // Fails only where going on is useless: the disk is full, the folder has gone.
  Result<void> keep(const Analysed& made) {
    tell(made.errors);
    failed_ += made.errors.size();
    progress_.step(made.errors.size());
    if (made.current || !made.page) return made.page;
    auto saved =
        results_.save(anonymiser_ == nullptr ? made.record : anonymiser_->anonymous(made.record));
    if (!saved || Clock::now() - settled_ < patience) return saved;
    return settle();
  }

  // What is kept survives us; until then it may go down with the process.
  Result<void> settle() {
    settled_ = Clock::now();
    return results_.settle();
  }

  [[nodiscard]] std::size_t failed() const { return failed_; }

  static constexpr std::chrono::milliseconds patience{500};

 private:
  using Clock = std::chrono::steady_clock;

  void tell(const std::vector<Error>& errors) {
    if (quiet_ || errors.empty()) return;
    progress_.clear();
    for (const Error& error : errors)
      complain(anonymiser_ == nullptr ? error : anonymiser_->anonymous(error));
  }

  Results& results_;
  const Anonymiser* anonymiser_;
  Progress progress_;
  bool quiet_;
  std::size_t failed_ = 0;  // documents
  Clock::time_point settled_ = Clock::now();
};

using AnalystCrew = Crew<const ApplicationFiles*, Analysed>;

// What is finished next. While nothing is, what is kept already becomes safe; an interrupt ends the
// program as soon as it is.
Result<Analysed> next_of(AnalystCrew& crew, Keeper& keeper, const NoticeInterrupt& interrupt) {
  while (true) {
    if (auto made = crew.take_if_ready()) return std::move(*made);
    pollfd waiting[] = {{crew.news(), POLLIN, 0}, {interrupt.descriptor(), POLLIN, 0}};
    const int found = ::poll(waiting, 2, static_cast<int>(Keeper::patience.count()));
    if (found > 0 && waiting[1].revents == 0) continue;
    if (auto settled = keeper.settle(); !settled) return fail(std::move(settled.error()));
    if (waiting[1].revents != 0) interrupt.end();
  }
}

Result<void> analyse_all(const Analyst& analyst, const std::vector<ApplicationFiles>& applications,
                         std::size_t jobs, Keeper& keeper) {
  const NoticeInterrupt interrupt;
  AnalystCrew crew(jobs, CrewOrder::as_finished,
                   [&analyst](const ApplicationFiles* files) { return analyst.analyse(*files); });
  const auto keep_next = [&] {
    return next_of(crew, keeper, interrupt).and_then([&](const Analysed& made) {
      return keeper.keep(made);
    });
  };
  for (const ApplicationFiles& files : applications) {
    while (crew.full()) {
      if (auto kept = keep_next(); !kept) return kept;
    }
    crew.submit(&files);
  }
  while (!crew.idle()) {
    if (auto kept = keep_next(); !kept) return kept;
  }
  return keeper.settle();
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string summary(const RunSummary& run, std::size_t applications,
                    const std::vector<std::string>& reports) {
  std::string text = counted(applications, "application", "applications");
  text += fmt::format(": {} analysed, {} unchanged", run.saved, run.current);
  if (run.gone > 0) text += fmt::format(", {} gone since the last run", run.gone);
  if (run.unreadable > 0)
    text += "; " + counted(run.unreadable, "document", "documents") + " could not be read";
  if (run.untried > 0)
    text += fmt::format(", {} as before (--retry tries again)",
                        run.untried == run.unreadable ? "all" : fmt::format("{}", run.untried));
  text += '\n';
  for (const std::string& report : reports) text += fmt::format("  {}\n", report);
  return text;
}

// Paths that cannot even be listed.
std::vector<Error> told(std::vector<Error> errors, const Anonymiser* mask) {
  for (Error& error : errors) {
    if (mask != nullptr) error = mask->anonymous(error);
    complain(error);
  }
  return errors;
}

struct Means {
  Postings postings{};
  std::optional<Anonymiser> secret{};
  RunSettings settings{};

  [[nodiscard]] const Anonymiser* mask() const { return secret ? &*secret : nullptr; }
};

Result<Means> means_of(const BatchTools& tools, const CohortRequest& request) {
  Means means;
  auto postings = read_postings(request.postings, *tools.pipeline);
  if (!postings) return fail(std::move(postings.error()));
  means.postings = std::move(*postings);
  auto secret = anonymiser(request);
  if (!secret) return fail(std::move(secret.error()));
  means.secret = std::move(*secret);
  means.settings = run_settings(RAPPORT_VERSION, tools.pipeline->lexicon(), tools.profile);
  means.settings.postings = means.postings.files;
  if (means.secret) means.settings = means.secret->anonymous(means.settings);
  return means;
}

Result<RunSummary> analyse_and_keep(const BatchTools& tools, const CohortRequest& request,
                                    const Means& means,
                                    const std::vector<ApplicationFiles>& applications,
                                    const std::vector<Error>& astray) {
  auto results = Results::open(request.output, means.settings);
  if (!results) return fail(std::move(results.error()));
  const Analyst analyst({.pipeline = *tools.pipeline,
                         .profile = tools.profile,
                         .postings = means.postings.postings,
                         .settings = means.settings,
                         .anonymiser = means.mask(),
                         .limits = tools.limits,
                         .retry = request.retry},
                        *results, request.output);
  Keeper keeper(*results, means.mask(), applications.size(), request.quiet);
  if (auto all = analyse_all(analyst, applications, tools.jobs, keeper); !all) {
    // What is done already is kept where it can be; what cannot is told by the error that we have.
    const auto settled = keeper.settle();
    static_cast<void>(settled);
    return fail(std::move(all.error()));
  }
  if (auto flushed = analyst.flush(); !flushed) return fail(std::move(flushed.error()));
  return results->finish(astray).map([&](RunSummary run) {
    run.untried = run.unreadable - std::min(run.unreadable, keeper.failed() + astray.size());
    return run;
  });
}

Result<Outcome> keep_cohort(const BatchTools& tools, const CohortRequest& request,
                            const std::vector<ApplicationFiles>& applications,
                            const Collected& collected) {
  const auto means = means_of(tools, request);
  if (!means) return fail(means.error());
  const std::vector<Error> astray = told(collected.errors, means->mask());
  const SayOnInterrupt go_on(
      "\nrapport: interrupted; what is finished is kept, the same command goes on from there\n");
  const auto run = analyse_and_keep(tools, request, *means, applications, astray);
  if (!run) return fail(run.error());
  const auto reports = draw_reports(request.output);
  if (!reports) return fail(reports.error());
  if (!request.quiet) {
    if (auto printed = print(summary(*run, applications.size(), *reports)); !printed)
      return fail(std::move(printed.error()));
  }
  return run->unreadable == 0 ? done : failure;
}

}  // namespace

Outcome run_cohort(const BatchTools& tools, const CohortRequest& request,
                   const std::vector<ApplicationFiles>& applications, const Collected& collected) {
  auto outcome = keep_cohort(tools, request, applications, collected);
  if (outcome) return *outcome;
  complain(outcome.error());
  return failure;
}

}  // namespace rapport::cli
