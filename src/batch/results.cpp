#include "batch/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "batch/results_store.hpp"
#include "batch/schema.hpp"

namespace rapport {

namespace {

std::string database_in(const std::string& folder) {
  return (std::filesystem::path(folder) / results_file).string();
}

// A power cut may cost the last applications that were saved, which are then analysed once more,
// but never what the database is.
constexpr const char* set_up = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
CREATE TEMP TABLE seen(application TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
)sql";

Error holds_other_names(const Sqlite& db, const std::string& stored, const std::string& asked) {
  Error error{.kind = ErrorKind::output, .subject = db.path()};
  if (stored.empty()) {
    error.message = "holds names, and pseudonyms were asked for";
    error.remedy = "name another folder for anonymous results";
  } else if (asked.empty()) {
    error.message = "holds pseudonyms";
    error.remedy = "say --anonymous, or name another folder";
  } else {
    error.message = "holds pseudonyms that were made with another salt";
    error.remedy = "give that salt with --salt, or name another folder";
  }
  return error;
}

Result<void> adopt(Sqlite& db, const RunSettings& settings) {
  auto stored = load_settings(db);
  if (!stored) return fail(std::move(stored.error()));
  if (*stored == settings) return {};
  const bool fresh = stored->program.empty();
  if (!fresh && stored->anonymous != settings.anonymous)
    return fail(holds_other_names(db, stored->anonymous, settings.anonymous));
  auto transaction = Transaction::begin(db, Sqlite::Access::write);
  if (!transaction) return fail(std::move(transaction.error()));
  if (auto saved = save_settings(db, settings); !saved) return saved;
  return transaction->commit();
}

Result<Sqlite> open_for_writing(const std::string& path) {
  auto db = Sqlite::open(path, Sqlite::Access::write);
  if (!db) return db;
  if (auto ours = check_schema(*db); !ours) return fail(std::move(ours.error()));
  if (auto ready = db->script(set_up); !ready) return fail(std::move(ready.error()));
  if (auto migrated = migrate(*db); !migrated) return fail(std::move(migrated.error()));
  return db;
}

// Brings an older database up to date, which needs the right to write it.
Result<void> upgrade(const std::string& folder) {
  auto lock = FolderLock::take(folder);
  if (!lock) return fail(std::move(lock.error()));
  return open_for_writing(database_in(folder)).map([](const Sqlite&) {});
}

Result<Sqlite> open_for_reading(const std::string& folder) {
  auto db = Sqlite::open(database_in(folder), Sqlite::Access::read);
  if (!db) return db;
  if (auto ours = check_schema(*db); !ours) return fail(std::move(ours.error()));
  const auto version = db->number("PRAGMA user_version");
  if (!version) return fail(version.error());
  if (*version == static_cast<std::int64_t>(schema_steps().size())) return db;
  if (auto upgraded = upgrade(folder); !upgraded) return fail(std::move(upgraded.error()));
  return Sqlite::open(database_in(folder), Sqlite::Access::read);
}

constexpr const char* vanished =
    "gone IS NULL AND application NOT IN (SELECT application FROM temp.seen)";
constexpr const char* returned =
    "gone IS NOT NULL AND application IN (SELECT application FROM temp.seen)";

Result<std::size_t> count_where(Sqlite& db, const char* condition) {
  return db.number(fmt::format("SELECT count(*) FROM applications WHERE {}", condition))
      .map([](std::int64_t count) { return static_cast<std::size_t>(count); });
}

struct Moves {
  std::size_t gone = 0;
  std::size_t back = 0;
};

// Who is in the inputs no more, and who is again.
Result<Moves> mark_gone(Sqlite& db, const std::string& program) {
  const auto gone = count_where(db, vanished);
  if (!gone) return fail(gone.error());
  const auto back = count_where(db, returned);
  if (!back) return fail(back.error());
  const Moves moves{.gone = *gone, .back = *back};
  if (moves.gone + moves.back == 0) return moves;
  const auto run = ongoing_run(db, program);
  if (!run) return fail(run.error());
  return db.run(fmt::format("UPDATE applications SET gone = NULL WHERE {}", returned))
      .and_then([&] {
        return db.run(fmt::format("UPDATE applications SET gone = ? WHERE {}", vanished), {*run});
      })
      .map([&] { return moves; });
}

Result<void> save_problems(Sqlite& db, const std::vector<Error>& errors) {
  auto done = db.run("DELETE FROM problems");
  for (std::size_t i = 0; done && i < errors.size(); ++i)
    done = db.run("INSERT INTO problems VALUES (?, ?, ?, ?)",
                  {i + 1, errors[i].subject, errors[i].message, errors[i].remedy});
  return done;
}

// A run that changed nothing is dropped; that somebody is back leaves no other trace of it.
Result<void> end_run(Sqlite& db, const Moves& moves, RunSummary& summary) {
  Result<void> done;
  if (moves.back == 0)
    done = db.run(
        "DELETE FROM runs WHERE finished IS NULL AND run NOT IN (SELECT run FROM versions)"
        " AND run NOT IN (SELECT gone FROM applications WHERE gone IS NOT NULL)");
  if (done)
    done = db.run(
        "UPDATE runs SET finished = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE finished IS NULL");
  if (!done) return done;
  summary.changed = db.changes() > 0;
  summary.gone = moves.gone;
  return db.number("SELECT max(run) FROM runs").map([&](std::int64_t last) {
    summary.run = static_cast<int>(last);
  });
}

}  // namespace

Results::Results(std::unique_ptr<ResultsStore> store) : store_(std::move(store)) {}
Results::Results(Results&&) noexcept = default;
Results& Results::operator=(Results&&) noexcept = default;
Results::~Results() = default;

ResultsStore& Results::store() {
  return *store_;
}

Result<Results> Results::open(const std::string& folder, const RunSettings& settings) {
  auto lock = FolderLock::take(folder);
  if (!lock) return fail(std::move(lock.error()));
  auto db = open_for_writing(database_in(folder));
  if (!db) return fail(std::move(db.error()));
  if (auto adopted = adopt(*db, settings); !adopted) return fail(std::move(adopted.error()));
  auto store = std::make_unique<ResultsStore>(folder, std::move(*db));
  store->lock.emplace(std::move(*lock));
  store->program = settings.program;
  return Results(std::move(store));
}

Result<Results> Results::read(const std::string& folder) {
  auto db = open_for_reading(folder);
  if (!db) return fail(std::move(db.error()));
  return Results(std::make_unique<ResultsStore>(folder, std::move(*db)));
}

bool Results::current(const std::string& name, const Wanted& wanted) {
  const std::lock_guard<std::mutex> turn(store_->turn);
  if (!store_->db.run("INSERT OR IGNORE INTO temp.seen VALUES (?)", {name})) return false;
  const auto stands = [&](const std::string& fingerprint) {
    if (fingerprint.empty()) return false;
    const auto found = store_->db.number(
        "SELECT 1 FROM applications a WHERE application = ?1 AND fingerprint = ?2"
        " AND (?3 OR NOT readable)"
        " AND NOT (?4 AND EXISTS (SELECT 1 FROM documents d"
        "                          WHERE d.application = ?1 AND d.cause IS NOT NULL))",
        {name, fingerprint, wanted.page ? 1 : 0, wanted.readable ? 1 : 0});
    return found && *found == 1;
  };
  if (std::none_of(wanted.fingerprints.begin(), wanted.fingerprints.end(), stands)) return false;
  ++store_->current;
  return true;
}

Result<void> Results::save(const ApplicationRecord& record) {
  return store_->save(record, "");
}

Result<void> ResultsStore::save(const ApplicationRecord& record, const std::string& at) {
  const std::lock_guard<std::mutex> guard(turn);
  if (auto begun = begin(); !begun) return begun;
  const auto run = ongoing_run(db, program);
  if (!run) return fail(run.error());
  auto done = save_record(db, record, *run, at).and_then([&] {
    return db.run("INSERT OR IGNORE INTO temp.seen VALUES (?)", {record.name});
  });
  if (done) {
    ++saved;
  } else {
    unsettled.reset();  // half a record is none
  }
  return done;
}

Result<void> ResultsStore::begin() {
  if (unsettled) return {};
  auto transaction = Transaction::begin(db, Sqlite::Access::write);
  if (!transaction) return fail(std::move(transaction.error()));
  unsettled.emplace(std::move(*transaction));
  return {};
}

Result<void> ResultsStore::settle() {
  if (!unsettled) return {};
  auto settled = unsettled->commit();
  unsettled.reset();
  return settled;
}

Result<void> Results::settle() {
  const std::lock_guard<std::mutex> turn(store_->turn);
  return store_->settle();
}

Result<RunSummary> Results::finish(const std::vector<Error>& errors) {
  const std::lock_guard<std::mutex> turn(store_->turn);
  Sqlite& db = store_->db;
  RunSummary summary{.current = store_->current, .saved = store_->saved};
  if (auto begun = store_->begin(); !begun) return fail(std::move(begun.error()));
  const auto moves = mark_gone(db, store_->program);
  if (!moves) return fail(moves.error());
  auto done = save_problems(db, errors)
                  .and_then([&] { return end_run(db, *moves, summary); })
                  .and_then([&] { return store_->settle(); });
  if (!done) {
    store_->unsettled.reset();
    return fail(std::move(done.error()));
  }
  const auto unreadable = db.number("SELECT count(*) FROM unreadable");
  if (!unreadable) return fail(unreadable.error());
  summary.unreadable = static_cast<std::size_t>(*unreadable);
  // So that the database is one file. Where somebody reads it just now, it stays two for a while.
  const auto tidied = db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  static_cast<void>(tidied);
  return summary;
}

Result<RunSettings> Results::settings() {
  const std::lock_guard<std::mutex> turn(store_->turn);
  return load_settings(store_->db);
}

Result<void> Results::for_each(const Visitor& visit) {
  const std::lock_guard<std::mutex> turn(store_->turn);
  Sqlite& db = store_->db;
  if (auto settled = store_->settle(); !settled) return settled;
  auto transaction = Transaction::begin(db, Sqlite::Access::read);
  if (!transaction) return fail(std::move(transaction.error()));
  Result<void> visited;
  auto listed =
      db.query("SELECT application FROM applications WHERE gone IS NULL ORDER BY application", {},
               [&](const SqlRow& row) {
                 if (!visited) return;
                 auto record = load_record(db, row.text(0), Phrases::leave_out);
                 visited = record ? visit(*record) : Result<void>(fail(std::move(record.error())));
               });
  return visited ? listed : visited;
}

Result<std::vector<std::string>> Results::gone() {
  const std::lock_guard<std::mutex> turn(store_->turn);
  std::vector<std::string> names;
  return store_->db
      .query("SELECT application FROM applications WHERE gone IS NOT NULL", {},
             [&](const SqlRow& row) { names.emplace_back(row.text(0)); })
      .transform([&] { return std::move(names); });
}

}  // namespace rapport
