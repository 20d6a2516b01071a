// What is behind Results: the connection, its lock, and the run that goes on.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "batch/folder_lock.hpp"
#include "batch/results.hpp"
#include "batch/sqlite.hpp"

namespace rapport {

class ResultsStore {
 public:
  ResultsStore(std::string folder_name, Sqlite database)
      : folder(std::move(folder_name)), db(std::move(database)) {}

  std::string folder;
  std::optional<FolderLock> lock{};  // none when the results are only read
  Sqlite db;
  std::mutex turn{};
  std::string program{};
  std::size_t current = 0;
  std::size_t saved = 0;
  std::optional<Transaction> unsettled{};  // ends before the database is closed

  // `at` is when it was analysed; empty for now.
  [[nodiscard]] Result<void> save(const ApplicationRecord& record, const std::string& at);
  // Within a turn.
  [[nodiscard]] Result<void> begin();
  [[nodiscard]] Result<void> settle();
};

// The number of the run that goes on, which is begun when there is none. Within a transaction.
[[nodiscard]] Result<std::int64_t> ongoing_run(Sqlite& db, const std::string& program);

// Replaces what is known of an application. Within a transaction; `at` as above.
[[nodiscard]] Result<void> save_record(Sqlite& db, const ApplicationRecord& record,
                                       std::int64_t run, const std::string& at);

enum class Phrases { leave_out, load };

// Within a transaction. Of a name that is not there, a record without documents.
[[nodiscard]] Result<ApplicationRecord> load_record(Sqlite& db, const std::string& name,
                                                    Phrases phrases);

[[nodiscard]] Result<void> save_settings(Sqlite& db, const RunSettings& settings);
[[nodiscard]] Result<RunSettings> load_settings(Sqlite& db);

// What level_word() wrote; "missing" is Level::none.
[[nodiscard]] Level level_of_word(std::string_view word);

}  // namespace rapport
