#include "batch/merge.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "batch/cohort_files.hpp"
#include "dump.hpp"
#include "sample_records.hpp"
#include "scratch.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

void fill(const std::string& folder, const std::vector<ApplicationRecord>& records,
          const RunSettings& settings = sample_settings(), const std::vector<Error>& errors = {}) {
  auto results = Results::open(folder, settings);
  REQUIRE(results);
  for (const ApplicationRecord& record : records)
    if (!results->current(record.name, {.fingerprints = {record.fingerprint}}))
      REQUIRE(results->save(record));
  REQUIRE(results->finish(errors));
}

std::vector<ApplicationRecord> some(std::size_t from, std::size_t to) {
  const auto all = sample_cohort(to);
  return {all.begin() + static_cast<std::ptrdiff_t>(from), all.end()};
}

}  // namespace

TEST_CASE("merged shards are what one batch would have made of all") {
  const Scratch scratch;
  fill(scratch / "a", some(0, 10), sample_settings(), {{.subject = "x", .message = "shut"}});
  fill(scratch / "b", some(10, 20));
  fill(scratch / "c", some(20, 30), sample_settings(), {{.subject = "a", .message = "shut"}});
  fill(scratch / "whole", some(0, 30), sample_settings(),
       {{.subject = "a", .message = "shut"}, {.subject = "x", .message = "shut"}});
  const auto merged = merge_results({scratch / "a", scratch / "b", scratch / "c"}, scratch / "out");
  REQUIRE(merged);
  CHECK(merged->applications == 30);
  CHECK(merged->same == 0);
  CHECK(dump(scratch / "out") == dump(scratch / "whole"));
}

TEST_CASE("neither order, nor twice, nor step by step changes what is merged") {
  const Scratch scratch;
  fill(scratch / "a", some(0, 12));
  fill(scratch / "b", some(8, 20));
  fill(scratch / "c", some(15, 25));
  const std::string a = scratch / "a", b = scratch / "b", c = scratch / "c";
  REQUIRE(merge_results({a, b, c}, scratch / "abc"));
  const std::string expected = dump(scratch / "abc", Dates::keep_runs);
  const auto again = merge_results({c, a, b, a}, scratch / "abc");
  REQUIRE(again);
  CHECK(again->same == 9);
  CHECK(dump(scratch / "abc", Dates::keep_runs) == expected);
  REQUIRE(merge_results({c, b, a}, scratch / "cba"));
  CHECK(dump(scratch / "cba") == dump(scratch / "abc"));
  REQUIRE(merge_results({b, c}, scratch / "bc"));
  REQUIRE(merge_results({scratch / "bc", a}, scratch / "steps"));
  CHECK(dump(scratch / "steps") == dump(scratch / "abc"));
}

TEST_CASE("of two analyses of one application the newer counts, and that is told") {
  const Scratch scratch;
  ApplicationRecord smith = sample_record("smith");
  fill(scratch / "old", {smith});
  ::usleep(5'000);
  smith.fingerprint = "2";
  smith.skills[1].level = Level::demonstrated;
  fill(scratch / "new", {smith});
  for (const auto& [first, second] : {std::pair("old", "new"), std::pair("new", "old")}) {
    const std::string out = scratch / std::string("out-") + first;
    const auto merged = merge_results({scratch / first, scratch / second}, out);
    REQUIRE(merged);
    CHECK(merged->replaced == std::vector<std::string>{"smith"});
    CHECK(rows(out, "SELECT level FROM levels WHERE skill = 'empathy'") == "demonstrated\n");
  }
  // Merged later with the older ones once more, the newer still counts.
  REQUIRE(merge_results({scratch / "old"}, scratch / "step"));
  REQUIRE(merge_results({scratch / "new", scratch / "step"}, scratch / "late"));
  CHECK(rows(scratch / "late", "SELECT level FROM levels WHERE skill = 'empathy'") ==
        "demonstrated\n");
}

TEST_CASE("a folder may be merged into, and its applicants' pages come along") {
  const Scratch scratch;
  fill(scratch / "cohort", some(0, 5));
  fill(scratch / "late", some(5, 7));
  const std::string page = applicant_page("applicant 0006");
  scratch.file("late/" + page, "<html>");
  scratch.file("late/applicants/stranger.html", "no applicant's");
  REQUIRE(merge_results({scratch / "cohort", scratch / "late"}, scratch / "cohort"));
  CHECK(rows(scratch / "cohort", "SELECT count(*) FROM applicants") == "7\n");
  CHECK(content_of(scratch / "cohort/" + page) == "<html>");
  CHECK_FALSE(std::filesystem::exists(scratch / "cohort/applicants/stranger.html"));
}

TEST_CASE("what cannot stand side by side is not merged") {
  const Scratch scratch;
  fill(scratch / "a", some(0, 2));
  const auto refused = [&](const char* name, const auto& change) {
    RunSettings settings = sample_settings();
    change(settings);
    fill(scratch / name, some(2, 3), settings);
    const auto merged = merge_results({scratch / "a", scratch / name}, scratch / "out");
    return merged ? "" : merged.error().message + " (" + merged.error().remedy + ")";
  };
  CHECK(refused("salt", [](auto& s) {
          s.anonymous = "salt-1";
        }).ends_with("(make all of them with one --salt)"));
  CHECK(refused("profile", [](auto& s) {
          s.skills.pop_back();
        }).ends_with("(run both with the same --profile)"));
  CHECK(refused("job", [](auto& s) {
          s.postings = {{"job.txt", "1"}};
        }).ends_with("(run both with the same --job)"));
  CHECK(refused("lexicon", [](auto& s) { s.lexicon = "other"; }).empty());
  CHECK_FALSE(merge_results({scratch / "nowhere"}, scratch / "never"));
  CHECK_FALSE(std::filesystem::exists(scratch / "never"));
}

TEST_CASE("the rules in which folders differ are told") {
  const Scratch scratch;
  RunSettings newer = sample_settings();
  newer.program = "2.0";
  fill(scratch / "a", some(0, 2));
  fill(scratch / "b", some(2, 3), newer);
  const auto merged = merge_results({scratch / "a", scratch / "b"}, scratch / "out");
  REQUIRE(merged);
  CHECK(merged->notes ==
        std::vector<std::string>{scratch / "a" + ": made by rapport 1.0, not 2.0"});
}
