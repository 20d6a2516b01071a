#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "batch/cohort.hpp"
#include "batch/crew.hpp"
#include "cli/batch_tools.hpp"
#include "cli/console.hpp"
#include "cli/sink.hpp"
#include "report/display.hpp"

namespace rapport::cli {

namespace {

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

Result<Assessment> assess_file(const std::string& file, const BatchTools& tools) {
  const auto reading = tools.pipeline->match(file);
  if (!reading) return fail(reading.error());
  return assess_levels({&*reading, 1}, tools.profile, tools.pipeline->lexicon());
}

struct Row {
  const std::string* file = nullptr;
  Result<Assessment> assessment{};
};

// Prints rows as they come, and remembers what stands below them.
class Table {
 public:
  Table(const Profile& profile, std::vector<Error> errors)
      : cohort_(profile), errors_(std::move(errors)) {
    for (const Error& error : errors_) complain(error);
    sink_.write("  covered  demonstrated  document\n");
  }

  void add(Row made) {
    if (!made.assessment) {
      complain(made.assessment.error());
      errors_.push_back(std::move(made.assessment.error()));
      return;
    }
    cohort_.add(*made.assessment);
    sink_.write(row(*made.file, *made.assessment));
    sink_.flush();
  }

  [[nodiscard]] bool wanted() const { return sink_.open(); }

  Outcome finish() {
    if (cohort_.size() > 0) sink_.write(gap_table(cohort_));
    sink_.write(unreadable_list(errors_));
    sink_.flush();
    Outcome outcome = sink_.outcome();
    return errors_.empty() ? outcome : outcome += failure;
  }

 private:
  Sink sink_{};
  Cohort cohort_;
  std::vector<Error> errors_;
};

}  // namespace

Outcome print_table(const BatchTools& tools, const Collected& collected) {
  Table table(tools.profile, collected.errors);
  Crew<const std::string*, Row> crew(
      tools.jobs, CrewOrder::as_submitted, [&tools](const std::string* file) {
        return Row{.file = file, .assessment = assess_file(*file, tools)};
      });
  for (const FoundFile& file : collected.files) {
    while (crew.full()) table.add(*crew.take());
    if (!table.wanted()) break;
    crew.submit(&file.path);
  }
  while (table.wanted() && !crew.idle()) table.add(*crew.take());
  return table.finish();
}

}  // namespace rapport::cli
