#include "batch/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "batch/cohort_files.hpp"
#include "batch/results_store.hpp"

namespace rapport {

namespace {

// What decides between two analyses of one application: the newer one wins and, of two that were
// made at the same moment, always the same.
struct Analysis {
  std::string at{};
  std::string fingerprint{};
  friend auto operator<=>(const Analysis&, const Analysis&) = default;
};

Error cannot_merge(const std::string& folder, std::string message, std::string remedy) {
  return {.kind = ErrorKind::usage,
          .subject = folder,
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

struct Source {
  std::string folder{};
  Results results;
  RunSettings settings{};
};

std::vector<std::string> skill_ids(const RunSettings& settings) {
  std::vector<std::string> ids;
  for (const TaughtSkill& skill : settings.skills) ids.push_back(skill.id);
  return ids;
}

std::vector<std::string> posting_hashes(const RunSettings& settings) {
  std::vector<std::string> hashes;
  for (const PostingFile& posting : settings.postings) hashes.push_back(posting.sha256);
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

// Levels by different profiles, or answers to different postings, cannot stand side by side.
Result<void> check_alike(const Source& first, const Source& other) {
  const RunSettings& a = first.settings;
  const RunSettings& b = other.settings;
  if (a.anonymous != b.anonymous)
    return fail(cannot_merge(other.folder, "has other pseudonyms than " + first.folder,
                             "make all of them with one --salt"));
  if (a.profile != b.profile || skill_ids(a) != skill_ids(b))
    return fail(cannot_merge(
        other.folder,
        fmt::format("asks for other skills than {} ({}, {})", first.folder, b.profile, a.profile),
        "run both with the same --profile"));
  if (posting_hashes(a) != posting_hashes(b))
    return fail(cannot_merge(other.folder, "was compared with other postings than " + first.folder,
                             "run both with the same --job"));
  return {};
}

Result<std::vector<Source>> open_sources(const std::vector<std::string>& folders) {
  std::vector<Source> sources;
  std::set<std::string> seen;
  for (const std::string& folder : folders) {
    std::error_code ignored;
    const std::string real = std::filesystem::weakly_canonical(folder, ignored).string();
    if (!seen.insert(real).second) continue;
    auto results = Results::read(folder);
    if (!results) return fail(std::move(results.error()));
    auto settings = results->settings();
    if (!settings) return fail(std::move(settings.error()));
    sources.push_back({folder, std::move(*results), std::move(*settings)});
    if (auto alike = check_alike(sources.front(), sources.back()); !alike)
      return fail(std::move(alike.error()));
  }
  return sources;
}

// The settings of the newest program; of several, always the same. That the rules differ is told.
RunSettings common_settings(const std::vector<Source>& sources, std::vector<std::string>& notes) {
  const auto key = [](const Source& source) {
    const RunSettings& s = source.settings;
    return std::tie(s.program, s.lexicon, s.options);
  };
  const auto newest =
      std::max_element(sources.begin(), sources.end(),
                       [&](const Source& a, const Source& b) { return key(a) < key(b); });
  for (const Source& source : sources) {
    const RunSettings& s = source.settings;
    if (s.program != newest->settings.program)
      notes.push_back(fmt::format("{}: made by rapport {}, not {}", source.folder, s.program,
                                  newest->settings.program));
    else if (s.lexicon != newest->settings.lexicon)
      notes.push_back(fmt::format("{}: made with another lexicon", source.folder));
  }
  RunSettings settings = newest->settings;
  std::sort(settings.postings.begin(), settings.postings.end(),
            [](const PostingFile& a, const PostingFile& b) {
              return std::tie(a.sha256, a.name) < std::tie(b.sha256, b.name);
            });
  return settings;
}

class Merger {
 public:
  explicit Merger(Results& out) : out_(out) {}

  // In one walk over the names alone: from where each application comes.
  Result<void> survey(std::vector<Source>& sources) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      auto done = sources[i].results.store().db.query(
          "SELECT application, at, fingerprint FROM applications JOIN analyses USING (application)"
          " WHERE gone IS NULL",
          {}, [&](const SqlRow& row) {
            offer(row.text(0), {.at = row.text(1), .fingerprint = row.text(2)}, i);
          });
      if (!done) return done;
    }
    return {};
  }

  Result<void> take(std::vector<Source>& sources) {
    std::size_t taken = 0;
    for (const auto& [name, choice] : choices_) {
      Source& source = sources[choice.source];
      auto done = out_.current(name, {.fingerprints = {choice.analysis.fingerprint}})
                      ? touch(name, choice.analysis.at)
                      : copy(name, source, choice);
      if (done) done = copy_page(source.folder, applicant_page(name));
      if (done && ++taken % settled_at_once == 0) done = out_.settle();
      if (!done) return done;
    }
    return {};
  }

  Merged merged() {
    merged_.applications = choices_.size();
    std::sort(merged_.replaced.begin(), merged_.replaced.end());
    merged_.replaced.erase(std::unique(merged_.replaced.begin(), merged_.replaced.end()),
                           merged_.replaced.end());
    return std::move(merged_);
  }

 private:
  static constexpr std::size_t settled_at_once = 1000;

  struct Choice {
    Analysis analysis{};
    std::size_t source = 0;
  };

  Result<void> copy(const std::string& name, Source& source, const Choice& choice) {
    auto record = load_record(source.results.store().db, name, Phrases::load);
    if (!record) return fail(std::move(record.error()));
    return out_.store().save(*record, choice.analysis.at);
  }

  Result<void> touch(const std::string& name, const std::string& at) {
    return out_.store().db.run("UPDATE analyses SET at = max(at, ?) WHERE application = ?",
                               {at, name});
  }

  // The applicant's own page, where there is one and it is another.
  Result<void> copy_page(const std::string& folder, const std::string& page) {
    namespace fs = std::filesystem;
    const fs::path from = fs::path(folder) / page;
    const fs::path to = fs::path(out_.store().folder) / page;
    std::error_code code;
    if (!fs::exists(from, code) || fs::equivalent(from, to, code)) return {};
    fs::create_directories(to.parent_path(), code);
    // By another name first, so that there is never half a page.
    const fs::path part = to.string() + ".part";
    fs::copy_file(from, part, fs::copy_options::overwrite_existing, code);
    if (!code) fs::rename(part, to, code);
    if (!code) return {};
    return fail(Error{.kind = ErrorKind::output,
                      .subject = to.string(),
                      .message = "cannot be written: " + code.message()});
  }

  void offer(const std::string& name, Analysis analysis, std::size_t source) {
    const auto [known, fresh] = choices_.try_emplace(name, Choice{analysis, source});
    if (fresh) return;
    if (known->second.analysis.fingerprint == analysis.fingerprint) {
      ++merged_.same;
    } else {
      merged_.replaced.push_back(name);
    }
    if (known->second.analysis < analysis) known->second = {std::move(analysis), source};
  }

  Results& out_;
  std::map<std::string, Choice> choices_{};
  Merged merged_{};
};

// What could not even be listed, of all folders, each once.
Result<std::vector<Error>> problems_of(std::vector<Source>& sources) {
  std::set<std::tuple<std::string, std::string, std::string>> problems;
  for (Source& source : sources) {
    auto done = source.results.store().db.query(
        "SELECT subject, cause, remedy FROM problems", {},
        [&](const SqlRow& row) { problems.emplace(row.text(0), row.text(1), row.text(2)); });
    if (!done) return fail(std::move(done.error()));
  }
  std::vector<Error> errors;
  errors.reserve(problems.size());
  for (const auto& [subject, message, remedy] : problems)
    errors.push_back({.subject = subject, .message = message, .remedy = remedy});
  return errors;
}

}  // namespace

Result<Merged> merge_results(const std::vector<std::string>& folders, const std::string& out) {
  auto sources = open_sources(folders);
  if (!sources) return fail(std::move(sources.error()));
  if (sources->empty()) return fail(cannot_merge("merge", "which results?", "name folders"));
  std::vector<std::string> notes;
  auto results = Results::open(out, common_settings(*sources, notes));
  if (!results) return fail(std::move(results.error()));
  Merger merger(*results);
  const auto errors = problems_of(*sources);
  if (!errors) return fail(errors.error());
  auto done = merger.survey(*sources).and_then([&] { return merger.take(*sources); }).and_then([&] {
    return results->finish(*errors);
  });
  if (!done) return fail(std::move(done.error()));
  Merged merged = merger.merged();
  merged.notes = std::move(notes);
  return merged;
}

}  // namespace rapport
