#include "batch/cohort_files.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "batch/anonymous.hpp"
#include "sample_records.hpp"
#include "scratch.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

void run_batch(const std::string& folder, const std::vector<ApplicationRecord>& records,
               const RunSettings& settings = sample_settings()) {
  auto results = Results::open(folder, settings);
  REQUIRE(results);
  for (const ApplicationRecord& record : records)
    if (!results->current(record.name, {.fingerprints = {record.fingerprint}}))
      REQUIRE(results->save(record));
  REQUIRE(results->finish({{.subject = "in/shut", .message = "cannot be read"}}));
}

CohortReport report_of(const std::string& folder) {
  auto results = Results::read(folder);
  REQUIRE(results);
  auto report = cohort_report(*results, folder);
  REQUIRE(report);
  return *report;
}

ApplicationRecord unread(const std::string& name) {
  auto record = make_record(name, {unreadable_document("in/" + name, {.message = "is locked"})});
  record.fingerprint = "1";
  return record;
}

}  // namespace

TEST_CASE("the cohort's report has who was read, what could not be, and what many share") {
  const Scratch scratch;
  run_batch(scratch / "out", {sample_record("smith"), sample_record("jones"), unread("doe")});
  const CohortReport report = report_of(scratch / "out");
  CHECK(report.title == "Soft skills of 2 applicants");
  CHECK(report.profile == "Small");
  CHECK(report.made.size() == std::string("2026-11-22").size());
  CHECK(report.previous.empty());
  CHECK_FALSE(report.anonymous);
  REQUIRE(report.skills.size() == 2);
  CHECK(report.skills[0].title == "Listening");
  CHECK(report.skills[0].phrasings.size() == 2);
  REQUIRE(report.applicants.size() == 2);
  CHECK(report.applicants[0].name == "jones");
  CHECK(report.applicants[0].levels == std::vector{Level::quantified, Level::none});
  CHECK(report.applicants[0].before.empty());
  CHECK(report.applicants[0].findings == 2);
  CHECK(report.applicants[0].documents == std::vector<std::string>{"cv.pdf", "letter.docx"});
  CHECK(report.applicants[0].report.empty());
  REQUIRE(report.phrases.size() == 1);
  CHECK(report.phrases[0].text == "i am writing to apply for the post");
  CHECK(report.phrases[0].applicants == std::vector<std::string>{"jones", "smith"});
  REQUIRE(report.unreadable.size() == 4);
  CHECK(report.unreadable[0].file == "in/doe");
  CHECK(report.unreadable[0].cause == "is locked");
  CHECK(report.unreadable[3].file == "in/smith/letter.docx");
}

TEST_CASE("progress is of new documents, not of new rules or new people") {
  const Scratch scratch;
  ApplicationRecord smith = sample_record("smith"), jones = sample_record("jones");
  run_batch(scratch / "out", {smith, jones});
  smith.documents[0].sha256 = "new";
  smith.skills[1].level = Level::demonstrated;
  jones.skills[1].level = Level::claimed;
  smith.fingerprint = jones.fingerprint = "2";
  run_batch(scratch / "out", {smith, jones, sample_record("doe")});
  const CohortReport report = report_of(scratch / "out");
  CHECK_FALSE(report.previous.empty());
  CHECK(report.applicants[0].before.empty());
  CHECK(report.applicants[1].before == report.applicants[1].levels);
  CHECK(report.applicants[2].before == std::vector{Level::quantified, Level::none});
  CHECK(report.applicants[2].levels == std::vector{Level::quantified, Level::demonstrated});
}

TEST_CASE("an applicant's page is found by its name") {
  const Scratch scratch;
  scratch.file("out/" + applicant_page("smith"));
  run_batch(scratch / "out", {sample_record("smith")});
  CHECK(report_of(scratch / "out").applicants[0].report == "applicants/smith.html");
}

TEST_CASE("pages have safe names, and different names different pages") {
  CHECK(applicant_page("smith-2") == "applicants/smith-2.html");
  std::set<std::string> pages;
  const std::vector<std::string> names = {"Smith", "smith", "SMITH",          "a/b",      "a-b",
                                          "..",    ".",     "../../etc/pass", "-rf",      "a b",
                                          "é",     "è",     "a\nb",           "<script>", ""};
  for (const std::string& name : names) {
    const std::string page = applicant_page(name);
    CHECK(page.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", 11) == page.size() - 5);
    pages.insert(page);
  }
  CHECK(pages.size() == names.size());
  CHECK(applicant_page(std::string(5000, 'x')).size() < 120);
}

TEST_CASE("all reports are drawn, and what a killed drawing left is gone") {
  const Scratch scratch;
  run_batch(scratch / "out", {sample_record("smith"), unread("doe")});
  scratch.file("out/index.html.Xy12ab", "half");
  scratch.file("out/index.html.mine.bak", "the user's");
  const auto written = draw_reports(scratch / "out");
  REQUIRE(written);
  CHECK(*written == std::vector<std::string>{scratch / "out/index.html",
                                             scratch / "out/summary.csv",
                                             scratch / "out/results.jsonl"});
  CHECK(content_of(written->at(0)).starts_with("<!DOCTYPE html>"));
  CHECK(content_of(written->at(1)).find("\nsmith,") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(scratch / "out/index.html.Xy12ab"));
  CHECK(std::filesystem::exists(scratch / "out/index.html.mine.bak"));
  CHECK(content_of(written->at(2)) == json_line(unread("doe")) + json_line(sample_record("smith")));
}

TEST_CASE("a page of somebody who is gone is removed, and no other") {
  const Scratch scratch;
  run_batch(scratch / "out", {sample_record("smith"), sample_record("jones")});
  scratch.file("out/applicants/smith.html", "of smith");
  scratch.file("out/applicants/jones.html", "of jones");
  scratch.file("out/applicants/mine.html", "the user's");
  run_batch(scratch / "out", {sample_record("smith")});
  REQUIRE(draw_reports(scratch / "out"));
  CHECK_FALSE(std::filesystem::exists(scratch / "out/applicants/jones.html"));
  CHECK(std::filesystem::exists(scratch / "out/applicants/smith.html"));
  CHECK(std::filesystem::exists(scratch / "out/applicants/mine.html"));
}

TEST_CASE("a page that cannot be removed is told") {
  const Scratch scratch;
  run_batch(scratch / "out", {sample_record("smith"), sample_record("jones")});
  scratch.file("out/applicants/jones.html/in-the-way", "");
  run_batch(scratch / "out", {sample_record("smith")});
  const auto written = draw_reports(scratch / "out");
  REQUIRE_FALSE(written);
  CHECK(written.error().message.starts_with("of an applicant who is gone, cannot be removed"));
}

TEST_CASE("a line has the form of the stream's answers, and more") {
  CHECK(json_line(unread("doe")) ==
        R"({"id":"doe","documents":[{"path":"in/doe","bytes":0,"error":"in/doe: is locked"}],)"
        R"("error":"in/doe: is locked","findings":[]})"
        "\n");
  const std::string line = json_line(sample_record("smith"));
  CHECK(line.find(
            R"("covered":1,"demonstrated":1,"of":2,"skills":{"listening":{"level":"quantified",)"
            R"("evidence":[{"text":"listened to 40 callers","level":"quantified","start":10,)"
            R"("end":32,"unit":"Every day smith listened to 40 callers.","document":0,)") !=
        std::string::npos);
  CHECK(line.find(R"("posting":{"skills":[{"skill":"empathy","wish":"required","level":"none",)"
                  R"("term":"warmth"}],"present":["Excel"],"missing":["Zendesk"]})") !=
        std::string::npos);
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("lines of results are written for the schema's test") {
  const Anonymiser anonymiser("0123456789abcdef");
  const ApplicationRecord smith = sample_record("smith"), doe = unread("doe");
  std::ofstream(RAPPORT_BINARY_DIR "/results-read.json") << json_line(smith);
  std::ofstream(RAPPORT_BINARY_DIR "/results-unread.json") << json_line(doe);
  std::ofstream(RAPPORT_BINARY_DIR "/results-anonymous.json")
      << json_line(anonymiser.anonymous(smith));
  CHECK(std::ifstream(RAPPORT_BINARY_DIR "/results-anonymous.json").good());
}

TEST_CASE("reports of no results are an error, and nothing is written") {
  const Scratch scratch;
  CHECK_FALSE(draw_reports(scratch.path()));
  CHECK(std::filesystem::is_empty(scratch.path()));
}
