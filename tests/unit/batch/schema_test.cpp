#include "batch/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "batch/results.hpp"
#include "dump.hpp"
#include "sample_records.hpp"
#include "scratch.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::int64_t version_of(Sqlite& db) {
  return db.number("PRAGMA user_version").value();
}

}  // namespace

TEST_CASE("a database of the first version is brought up to date with all it holds") {
  const Scratch scratch;
  scratch.file("out/keep");
  {
    auto db = Sqlite::open(scratch / "out/results.db", Sqlite::Access::write);
    REQUIRE(db);
    REQUIRE(migrate(*db, schema_steps().first(1)));
    REQUIRE(
        db->script("INSERT INTO applications VALUES ('smith', '1', 1, 4, 2, NULL);"
                   "INSERT INTO meta VALUES ('program', '0.1')"));
    CHECK(version_of(*db) == 1);
  }
  CHECK(Results::read(scratch / "out"));
  CHECK(rows(scratch / "out", "SELECT application, covered FROM applicants") == "smith|4\n");
  CHECK(rows(scratch / "out", "PRAGMA user_version") == "2\n");
  auto results = Results::open(scratch / "out", sample_settings());
  REQUIRE(results);
  CHECK(results->current("smith", {.fingerprints = {"1"}}));
  REQUIRE(results->save(sample_record("smith")));
  REQUIRE(results->finish());
  CHECK(rows(scratch / "out", "SELECT count(*) FROM phrases") == "2\n");
}

TEST_CASE("a step that fails leaves the database as it was") {
  const Scratch scratch;
  auto db = Sqlite::open(scratch / "x.db", Sqlite::Access::write);
  REQUIRE(db);
  const char* const good[] = {"CREATE TABLE a(b)"};
  const char* const bad[] = {good[0], "CREATE TABLE c(d)", "no SQL"};
  REQUIRE(migrate(*db, good));
  CHECK_FALSE(migrate(*db, bad));
  CHECK(version_of(*db) == 1);
  CHECK(db->number("SELECT count(*) FROM sqlite_schema").value() == 1);
}

TEST_CASE("the manual page has every table, view and column") {
  const Scratch scratch;
  {
    auto results = Results::open(scratch / "out", sample_settings());
    REQUIRE(results);
  }
  const std::string page = content_of(RAPPORT_SOURCE_DIR "/man/rapport-results.5");
  REQUIRE_FALSE(page.empty());
  auto db = Sqlite::open(scratch / "out/results.db", Sqlite::Access::read);
  std::vector<std::string> names;
  REQUIRE(db->query("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')", {},
                    [&](const SqlRow& row) { names.push_back(row.text(0)); }));
  CHECK(names.size() > 25);
  for (const std::string& name : names) {
    // ".SS name" and all that stands below it.
    const std::size_t begin = page.find("\n.SS " + name + "\n");
    CAPTURE(name);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = std::min(page.find("\n.S", begin + 5), page.size());
    const std::string part = page.substr(begin, end - begin);
    REQUIRE(db->query("SELECT name FROM pragma_table_info(?)", {name}, [&](const SqlRow& row) {
      CAPTURE(row.text(0));
      CHECK(part.find("\n.B " + row.text(0) + "\n") != std::string::npos);
    }));
  }
}

TEST_CASE("the manual page tells this version of the schema") {
  const std::string page = content_of(RAPPORT_SOURCE_DIR "/man/rapport-results.5");
  CHECK(page.find("version " + std::to_string(schema_steps().size()) + " of the schema") !=
        std::string::npos);
}
