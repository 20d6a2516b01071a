// Results: the database of a batch, OUT/results.db, from which every report is drawn. Its tables
// and views are described in rapport-results(5).
//
//     auto results = Results::open("out", settings);
//     for (each application)
//       if (!results->current(name, wanted)) results->save(record);   // seen either way
//     results->finish(errors);                                          // or settle() in between
//
// A run begins when it first saves something and ends in finish(). One that was interrupted is
// continued by the next, so that both are one; one that changed nothing leaves no trace.
// Applications that were not seen between open() and finish() are gone: kept, and in no report.
// What is in the tables does not depend on the order in which applications were saved; when it was
// found is in `runs` and `analyses` alone.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "batch/record.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport {

// A skill of the profile, with what to teach where it is missing.
struct TaughtSkill {
  std::string id{};
  std::string title{};
  std::string about{};
  std::vector<std::string> phrasings{};
  friend bool operator==(const TaughtSkill&, const TaughtSkill&) = default;
};

struct PostingFile {
  std::string name{};    // path as given
  std::string sha256{};  // of its bytes
  friend bool operator==(const PostingFile&, const PostingFile&) = default;
};

// All that decides what an analysis of given documents says.
struct RunSettings {
  std::string program{};  // version
  std::string lexicon{};  // fingerprint of the lexicon's and the profile's whole content
  std::string profile{};  // id
  std::string profile_title{};
  std::vector<TaughtSkill> skills{};
  std::vector<PostingFile> postings{};
  std::string options{};    // whatever else matters, in a form of the caller's: "timeout=30 …"
  std::string anonymous{};  // Anonymiser::id(); empty when names are kept
  friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

[[nodiscard]] RunSettings run_settings(std::string program, const Lexicon& lexicon,
                                       const Profile& profile);

// SHA-256 over the whole content of a lexicon, wherever its files came from.
[[nodiscard]] std::string lexicon_fingerprint(const Lexicon& lexicon);

// Of an application's documents (path, sha256 and bytes are looked at) and the settings. Empty,
// which is never current, when the bytes of a document could not be read. `limits` are what a
// document was granted, where the outcome hung on it.
[[nodiscard]] std::string application_fingerprint(const std::vector<DocumentRecord>& documents,
                                                  const RunSettings& settings,
                                                  std::string_view limits = "");

// What an analysis of an earlier run has to be like, if it is to stay.
struct Wanted {
  std::vector<std::string> fingerprints{};  // one of these, of which an empty one is none
  bool page = true;                         // false: it told of an applicant whose page is missing
  bool readable = false;                    // true: nothing that could not be read may be in it
};

// What became of a run.
struct RunSummary {
  int run = 0;  // its number; that of the last run when nothing changed
  bool changed = false;
  std::size_t current = 0;  // applications that were as they are
  std::size_t saved = 0;
  std::size_t gone = 0;        // that are in the inputs no more
  std::size_t unreadable = 0;  // documents and folders that gave nothing, in this run or before
  std::size_t untried = 0;     // of them, known from an earlier run; the caller's to count
};

class ResultsStore;

class Results {
 public:
  // Makes the folder and the database, or brings an older one up to date. One batch at a time: the
  // lock dies with the process and is not inherited by its children. Errors: a folder that may not
  // be written, a full disk, a file that is no results database or a newer one, one that holds
  // names where pseudonyms are asked for or the other way round, and one in use.
  [[nodiscard]] static Result<Results> open(const std::string& folder, const RunSettings& settings);

  // For reports and for merge: nothing is written, and no lock is taken.
  [[nodiscard]] static Result<Results> read(const std::string& folder);

  Results(Results&&) noexcept;
  Results& operator=(Results&&) noexcept;
  ~Results();

  // All functions are safe to call from several threads; they take turns.

  // Whether the application was analysed as is wanted. Counts as having seen it. An error counts as
  // no: save() will meet it again and tell.
  [[nodiscard]] bool current(const std::string& name, const Wanted& wanted);

  // Replaces what was known of the application, as soon as settle() or finish() is called: many
  // records together cost far less. A process that dies before leaves none of them.
  [[nodiscard]] Result<void> save(const ApplicationRecord& record);
  [[nodiscard]] Result<void> settle();

  // `errors` are those that belong to no application, such as folders that may not be read.
  [[nodiscard]] Result<RunSummary> finish(const std::vector<Error>& errors = {});

  [[nodiscard]] Result<RunSettings> settings();

  // Those that are not gone, in order of name; all of a record but its phrases. Stops at the first
  // error, which may be the visitor's own. The visitor calls no function of these results.
  using Visitor = std::function<Result<void>(const ApplicationRecord&)>;
  [[nodiscard]] Result<void> for_each(const Visitor& visit);

  // The names of those that are gone.
  [[nodiscard]] Result<std::vector<std::string>> gone();

  [[nodiscard]] ResultsStore& store();  // for the other files of this folder

 private:
  explicit Results(std::unique_ptr<ResultsStore> store);
  std::unique_ptr<ResultsStore> store_;
};

inline constexpr const char* results_file = "results.db";

}  // namespace rapport
