// The cohort's report, asked of the database: a few numbers for each applicant, and no sentence but
// the shared ones, so that a hundred thousand applicants fit in memory.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "batch/cohort_files.hpp"
#include "batch/results_store.hpp"

namespace rapport {

namespace {

using Done = Result<void>;

constexpr std::size_t most_shared_phrases = 100;
constexpr std::size_t most_sharers = 1'000'000;  // of all phrases together

std::string date_of(const std::string& instant) {
  return instant.substr(0, instant.find('T'));
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

class CohortQuery {
 public:
  CohortQuery(Sqlite& db, const std::string& folder) : db_(db), folder_(folder) {}

  Result<CohortReport> ask() {
    auto done = settings()
                    .and_then([&] { return runs(); })
                    .and_then([&] { return applicants(); })
                    .and_then([&] { return levels(); })
                    .and_then([&] { return levels_before(); })
                    .and_then([&] { return documents(); })
                    .and_then([&] { return phrases(); })
                    .and_then([&] { return unreadable(); });
    if (!done) return fail(std::move(done.error()));
    report_.title = fmt::format("Soft skills of {} applicant{}", report_.applicants.size(),
                                report_.applicants.size() == 1 ? "" : "s");
    return std::move(report_);
  }

 private:
  Done settings() {
    auto settings = load_settings(db_);
    if (!settings) return fail(std::move(settings.error()));
    report_.profile = settings->profile_title;
    report_.anonymous = !settings->anonymous.empty();
    for (TaughtSkill& skill : settings->skills)
      report_.skills.push_back({.id = std::move(skill.id),
                                .title = std::move(skill.title),
                                .about = std::move(skill.about),
                                .phrasings = std::move(skill.phrasings)});
    for (const PostingFile& posting : settings->postings)
      report_.posting += (report_.posting.empty() ? "" : ", ") + file_name(posting.name);
    return {};
  }

  Done runs() {
    return db_.query("SELECT coalesce(finished, started) FROM runs ORDER BY run DESC LIMIT 2", {},
                     [&](const SqlRow& row) {
                       std::string& date = report_.made.empty() ? report_.made : report_.previous;
                       date = date_of(row.text(0));
                     });
  }

  Done applicants() {
    return db_.query(
        "SELECT application, (SELECT count(*) FROM findings f WHERE f.application = a.application)"
        " FROM applications a WHERE gone IS NULL AND readable ORDER BY application",
        {}, [&](const SqlRow& row) {
          CohortApplicant applicant{.name = row.text(0),
                                    .levels = std::vector<Level>(report_.skills.size()),
                                    .findings = static_cast<int>(row.number(1))};
          const std::string page = applicant_page(applicant.name);
          std::error_code ignored;
          if (std::filesystem::exists(std::filesystem::path(folder_) / page, ignored))
            applicant.report = page;
          report_.applicants.push_back(std::move(applicant));
        });
  }

  // Rows come in the order of names, as the applicants do. Null for one who is not told of.
  CohortApplicant* applicant(const std::string& name) {
    auto& all = report_.applicants;
    if (at_ < all.size() && all[at_].name == name) return &all[at_];
    const auto found = std::lower_bound(
        all.begin(), all.end(), name,
        [](const CohortApplicant& one, const std::string& other) { return one.name < other; });
    if (found == all.end() || found->name != name) return nullptr;
    at_ = static_cast<std::size_t>(found - all.begin());
    return &*found;
  }

  void set(std::vector<Level>& levels, const SqlRow& row) const {
    const std::size_t position = row.size(1);
    if (position > 0 && position <= levels.size())
      levels[position - 1] = level_of_word(row.text(2));
  }

  Done levels() {
    return db_.query(
        "SELECT l.application, s.position, l.level FROM levels l JOIN skills s USING (skill)"
        " ORDER BY l.application",
        {}, [&](const SqlRow& row) {
          if (CohortApplicant* one = applicant(row.text(0))) set(one->levels, row);
        });
  }

  // What the last run but one knew. Where the documents are the same and the levels are not, the
  // rules have changed, which is no progress.
  Done levels_before() {
    return db_.query(
        "SELECT v.application, s.position, h.level,"
        "       v.contents = (SELECT contents FROM versions x WHERE x.application = v.application"
        "                      ORDER BY run DESC LIMIT 1)"
        "  FROM versions v JOIN history h ON h.application = v.application AND h.run = v.run"
        "  JOIN skills s ON s.skill = h.skill"
        " WHERE v.run = (SELECT max(run) FROM versions x WHERE x.application = v.application"
        "                   AND x.run < (SELECT max(run) FROM runs))"
        " ORDER BY v.application",
        {}, [&](const SqlRow& row) {
          CohortApplicant* one = applicant(row.text(0));
          if (one == nullptr) return;
          if (one->before.empty()) one->before = one->levels;
          if (row.number(3) == 0) set(one->before, row);
        });
  }

  Done documents() {
    if (report_.anonymous) return {};
    return db_.query("SELECT application, path FROM documents ORDER BY application, document", {},
                     [&](const SqlRow& row) {
                       if (CohortApplicant* one = applicant(row.text(0)))
                         one->documents.push_back(file_name(row.text(1)));
                     });
  }

  Done phrases() {
    std::vector<std::string> keys;
    std::size_t sharers = 0;
    auto done = db_.query("SELECT applicants, text, phrase FROM shared_phrases LIMIT ?",
                          {most_shared_phrases}, [&](const SqlRow& row) {
                            sharers += row.size(0);
                            if (sharers > most_sharers) return;
                            report_.phrases.push_back({.text = row.text(1)});
                            keys.push_back(row.text(2));
                          });
    if (!done || keys.empty()) return done;
    return sharers_of(keys);
  }

  // One walk over all phrases rather than one for each.
  Done sharers_of(const std::vector<std::string>& keys) {
    std::vector<std::pair<std::string, std::size_t>> sorted;
    for (std::size_t i = 0; i < keys.size(); ++i) sorted.emplace_back(keys[i], i);
    std::sort(sorted.begin(), sorted.end());
    return db_.query(
        "SELECT p.phrase, p.application FROM phrases p JOIN applications a"
        " ON a.application = p.application AND a.gone IS NULL ORDER BY p.application, p.phrase",
        {}, [&](const SqlRow& row) {
          const std::string key = row.text(0);
          const auto found = std::lower_bound(
              sorted.begin(), sorted.end(), key,
              [](const auto& one, const std::string& other) { return one.first < other; });
          if (found != sorted.end() && found->first == key)
            report_.phrases[found->second].applicants.push_back(row.text(1));
        });
  }

  Done unreadable() {
    return db_.query("SELECT file, cause, remedy FROM unreadable", {}, [&](const SqlRow& row) {
      report_.unreadable.push_back(
          {.file = row.text(0), .cause = row.text(1), .remedy = row.text(2)});
    });
  }

  Sqlite& db_;
  const std::string& folder_;
  CohortReport report_{};
  std::size_t at_ = 0;  // the applicant that was asked for last
};

}  // namespace

Result<CohortReport> cohort_report(Results& results, const std::string& folder) {
  ResultsStore& store = results.store();
  const std::lock_guard<std::mutex> turn(store.turn);
  auto transaction = Transaction::begin(store.db, Sqlite::Access::read);
  if (!transaction) return fail(std::move(transaction.error()));
  return CohortQuery(store.db, folder).ask();
}

}  // namespace rapport
