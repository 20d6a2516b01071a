// The little of SQLite that the results need: a connection, statements that are prepared once, and
// its errors in our words.
//
//     db.run("INSERT INTO skills VALUES (?, ?)", {1, "empathy"});
//     db.query("SELECT title FROM skills", {}, [&](const Row& row) { … row.text(0) … });
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "rapport/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace rapport {

// What a parameter is bound to; a text must outlive the call.
class SqlValue {
 public:
  SqlValue(std::nullptr_t) : value_(std::int64_t{0}), null_(true) {}
  SqlValue(std::int64_t number) : value_(number) {}
  SqlValue(int number) : value_(std::int64_t{number}) {}
  SqlValue(std::size_t number) : value_(static_cast<std::int64_t>(number)) {}
  SqlValue(std::string_view text) : value_(text) {}
  SqlValue(const std::string& text) : value_(std::string_view(text)) {}
  SqlValue(const char* text) : value_(std::string_view(text)) {}

  [[nodiscard]] bool is_null() const { return null_; }
  [[nodiscard]] const std::variant<std::int64_t, std::string_view>& value() const { return value_; }

 private:
  std::variant<std::int64_t, std::string_view> value_;
  bool null_ = false;
};

// A row of an answer; columns count from 0. Valid while the visitor runs.
class SqlRow {
 public:
  explicit SqlRow(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] int columns() const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::size_t size(int column) const;  // a number that is never negative
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  sqlite3_stmt* statement_;
};

// One connection, for one thread at a time. It must not be taken into a forked child.
class Sqlite {
 public:
  enum class Access { read, write };
  using Values = std::initializer_list<SqlValue>;
  using Visitor = std::function<void(const SqlRow&)>;

  // Error: the file cannot be opened, or is no database. With Access::write it is made when it is
  // not there.
  [[nodiscard]] static Result<Sqlite> open(const std::string& path, Access access);

  Sqlite(Sqlite&&) noexcept;
  Sqlite& operator=(Sqlite&&) noexcept;
  ~Sqlite();

  // Several statements without parameters.
  [[nodiscard]] Result<void> script(const std::string& sql);

  [[nodiscard]] Result<void> run(std::string_view sql, Values values = {});
  [[nodiscard]] Result<void> query(std::string_view sql, Values values, const Visitor& visit);

  // The first column of the first row; `none` when there is no row.
  [[nodiscard]] Result<std::int64_t> number(std::string_view sql, Values values = {},
                                            std::int64_t none = 0);

  // Rows that the last statement of run() changed.
  [[nodiscard]] std::size_t changes() const;

  [[nodiscard]] const std::string& path() const;

 private:
  class Impl;
  explicit Sqlite(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Everything or nothing: rolled back unless commit() was reached.
class Transaction {
 public:
  // A transaction for writing takes the right to write at once; one for reading sees one moment.
  [[nodiscard]] static Result<Transaction> begin(Sqlite& db, Sqlite::Access access);
  [[nodiscard]] Result<void> commit();

  Transaction(Transaction&& other) noexcept : db_(other.db_) { other.db_ = nullptr; }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(Sqlite& db) : db_(&db) {}
  Sqlite* db_;
};

}  // namespace rapport
