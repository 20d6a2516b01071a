#include "batch/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <utility>

namespace rapport {

namespace {

// How long to wait for another program, such as somebody's sqlite3, that writes at the moment.
constexpr int patience_ms = 10'000;

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using DatabasePtr = std::unique_ptr<sqlite3, CloseDatabase>;

struct Words {
  int code;
  const char* message;
  const char* remedy;
};

constexpr Words words[] = {
    {SQLITE_FULL, "cannot be written: the disk is full",
     "make room, then run the same command again: what is done is kept"},
    {SQLITE_READONLY, "cannot be written", "check the permissions of its folder"},
    {SQLITE_CANTOPEN, "cannot be opened", "check the permissions of its folder"},
    {SQLITE_PERM, "cannot be opened", "check its permissions"},
    {SQLITE_AUTH, "cannot be opened", "check its permissions"},
    {SQLITE_BUSY, "is in use by another program", "try again when that has ended"},
    {SQLITE_LOCKED, "is in use by another program", "try again when that has ended"},
    {SQLITE_NOTADB, "is no results database", "name another folder, or remove the file"},
    {SQLITE_CORRUPT, "is damaged", "remove it, and run the same command again"},
    {SQLITE_NOMEM, "needs more memory than there is", ""},
    {SQLITE_TOOBIG, "cannot hold a text that large", ""},
};

Error error_of(int code, sqlite3* db, const std::string& path) {
  Error error{.kind = ErrorKind::output, .subject = path};
  for (const Words& row : words) {
    if (row.code != (code & 0xFF)) continue;
    error.message = row.message;
    error.remedy = row.remedy;
    return error;
  }
  const int system = db != nullptr ? sqlite3_system_errno(db) : 0;
  if ((code & 0xFF) == SQLITE_IOERR) {
    error.message = fmt::format("cannot be read or written: {}",
                                system != 0 ? std::strerror(system) : "input/output error");
    error.remedy = "check the disk, then run the same command again";
  } else {
    error.message = fmt::format("database error: {}",
                                db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code));
  }
  return error;
}

int bind(sqlite3_stmt* statement, int index, const SqlValue& value) {
  if (value.is_null()) return sqlite3_bind_null(statement, index);
  if (const auto* number = std::get_if<std::int64_t>(&value.value()))
    return sqlite3_bind_int64(statement, index, *number);
  const auto text = std::get<std::string_view>(value.value());
  // An empty view may point nowhere, which SQLite would take for NULL.
  return sqlite3_bind_text64(statement, index, text.empty() ? "" : text.data(), text.size(),
                             SQLITE_STATIC, SQLITE_UTF8);
}

// A statement in use, which is ready for the next when it is out of use.
class InUse {
 public:
  explicit InUse(sqlite3_stmt* statement) : statement_(statement) {}
  ~InUse() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;

  int bind_all(Sqlite::Values values) {
    int index = 0;
    for (const SqlValue& value : values) {
      const int code = bind(statement_, ++index, value);
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  }
  int step() { return sqlite3_step(statement_); }

 private:
  sqlite3_stmt* statement_;
};

}  // namespace

int SqlRow::columns() const {
  return sqlite3_column_count(statement_);
}

std::int64_t SqlRow::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::size_t SqlRow::size(int column) const {
  const std::int64_t value = number(column);
  return value < 0 ? 0 : static_cast<std::size_t>(value);
}

std::string SqlRow::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (text == nullptr) return "";
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool SqlRow::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

class Sqlite::Impl {
 public:
  std::string path{};
  DatabasePtr db{};
  std::map<std::string, StatementPtr, std::less<>> statements{};  // closed before the database

  [[nodiscard]] tl::unexpected<Error> failed(int code) const {
    return fail(error_of(code, db.get(), path));
  }

  Result<sqlite3_stmt*> prepared(std::string_view sql) {
    const auto known = statements.find(sql);
    if (known != statements.end()) return known->second.get();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(db.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return failed(code);
    return statements.emplace(sql, statement).first->second.get();
  }
};

Sqlite::Sqlite(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Sqlite::Sqlite(Sqlite&&) noexcept = default;
Sqlite& Sqlite::operator=(Sqlite&&) noexcept = default;
Sqlite::~Sqlite() = default;

namespace {

int open_database(const std::string& name, int flags, DatabasePtr& db) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  db.reset(opened);
  if (code != SQLITE_OK) return code;
  sqlite3_busy_timeout(opened, patience_ms);
  // What no script from outside may do: a database that was given to us may be anybody's.
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // Opening reads nothing; this does, so that what is no database is told here.
  return sqlite3_exec(opened, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
}

// A file: URI of any path.
std::string immutable_uri(const std::string& path) {
  std::string uri = path.starts_with('/') ? "file://" : "file:";
  for (const char c : path) {
    if (std::strchr("?#%", c) != nullptr) {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

// Where the folder may not be written, SQLite cannot make what it needs beside a database in WAL
// mode. When nothing is left in the log, the file alone is all there is.
bool is_whole_alone(const std::string& path) {
  return ::access((path + "-wal").c_str(), F_OK) != 0;
}

}  // namespace

Result<Sqlite> Sqlite::open(const std::string& path, Access access) {
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  int code = SQLITE_OK;
  if (access == Access::write) {
    code = open_database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, impl->db);
  } else if (::access(path.c_str(), F_OK) != 0) {
    return fail(Error{.subject = path,
                      .message = errno == ENOENT ? "does not exist" : std::strerror(errno),
                      .remedy = "name a folder that `rapport batch` wrote"});
  } else {
    code = open_database(path, SQLITE_OPEN_READONLY, impl->db);
    const int kind = code & 0xFF;
    if ((kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY) && is_whole_alone(path))
      code = open_database(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, impl->db);
  }
  if (code != SQLITE_OK) return impl->failed(code);
  return Sqlite(std::move(impl));
}

Result<void> Sqlite::script(const std::string& sql) {
  const int code = sqlite3_exec(impl_->db.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return impl_->failed(code);
  return {};
}

Result<void> Sqlite::query(std::string_view sql, Values values, const Visitor& visit) {
  auto statement = impl_->prepared(sql);
  if (!statement) return fail(std::move(statement.error()));
  InUse use(*statement);
  int code = use.bind_all(values);
  if (code != SQLITE_OK) return impl_->failed(code);
  const SqlRow row(*statement);
  while ((code = use.step()) == SQLITE_ROW) {
    if (visit) visit(row);
  }
  if (code != SQLITE_DONE) return impl_->failed(code);
  return {};
}

Result<void> Sqlite::run(std::string_view sql, Values values) {
  return query(sql, values, {});
}

Result<std::int64_t> Sqlite::number(std::string_view sql, Values values, std::int64_t none) {
  std::int64_t first = none;
  bool found = false;
  auto done = query(sql, values, [&](const SqlRow& row) {
    if (!found) first = row.number(0);
    found = true;
  });
  if (!done) return fail(std::move(done.error()));
  return first;
}

std::size_t Sqlite::changes() const {
  return static_cast<std::size_t>(sqlite3_changes64(impl_->db.get()));
}

const std::string& Sqlite::path() const {
  return impl_->path;
}

Result<Transaction> Transaction::begin(Sqlite& db, Sqlite::Access access) {
  auto begun = db.run(access == Sqlite::Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
  if (!begun) return fail(std::move(begun.error()));
  return Transaction(db);
}

Result<void> Transaction::commit() {
  auto committed = db_->run("COMMIT");
  if (committed) db_ = nullptr;
  return committed;
}

Transaction::~Transaction() {
  if (db_ == nullptr) return;
  // After some errors SQLite has rolled back by itself, and says so here; either way it is undone.
  const auto undone = db_->run("ROLLBACK");
  static_cast<void>(undone);
}

}  // namespace rapport
