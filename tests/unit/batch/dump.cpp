#include "dump.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <vector>

namespace rapport_test {

using namespace rapport;

namespace {

std::string rows_of(Sqlite& db, const std::string& query) {
  std::string text;
  REQUIRE(db.query(query, {}, [&](const SqlRow& row) {
    for (int i = 0; i < row.columns(); ++i) text += (i > 0 ? "|" : "") + row.text(i);
    text += '\n';
  }));
  return text;
}

}  // namespace

std::string rows(const std::string& folder, const std::string& query) {
  auto db = Sqlite::open(folder + "/results.db", Sqlite::Access::read);
  REQUIRE(db);
  return rows_of(*db, query);
}

std::string dump(const std::string& folder, Dates dates) {
  auto db = Sqlite::open(folder + "/results.db", Sqlite::Access::read);
  REQUIRE(db);
  CHECK(is_whole(*db));
  std::vector<std::string> names;
  REQUIRE(db->query("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name",
                    {}, [&](const SqlRow& row) { names.push_back(row.text(0)); }));
  CHECK(names.size() > 20);
  std::string text;
  for (const std::string& name : names) {
    if (name == "analyses" || (name == "runs" && dates == Dates::leave_out)) continue;
    text += fmt::format("{}:\n{}", name, rows_of(*db, "SELECT * FROM " + name));
  }
  return text;
}

bool is_whole(Sqlite& db) {
  return rows_of(db, "PRAGMA integrity_check") == "ok\n" &&
         rows_of(db, "PRAGMA foreign_key_check").empty();
}

}  // namespace rapport_test
