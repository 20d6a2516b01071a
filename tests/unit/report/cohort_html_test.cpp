#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "../html_probe.hpp"
#include "../made_up_cohort.hpp"
#include "report/cohort_report.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

// What the page's script reads.
nlohmann::json data_of(const std::string& html) {
  const std::string open = "<script type=\"application/json\" id=\"cohort-data\">";
  const std::size_t begin = html.find(open) + open.size();
  return nlohmann::json::parse(html.substr(begin, html.find("</script>", begin) - begin));
}

CohortApplicant applicant(const std::string& name, std::vector<Level> levels) {
  CohortApplicant made;
  made.name = name;
  made.levels = std::move(levels);
  return made;
}

CohortReport small() {
  CohortReport report;
  report.title = "Class";
  report.profile = "Service";
  report.skills = {{.id = "listening",
                    .title = "Listening",
                    .about = "Hears people.",
                    .phrasings = {"Asked [whom]"}},
                   {.id = "humor", .title = "Humor", .about = "Laughs.", .phrasings = {}}};
  report.applicants = {applicant("Ann", {Level::quantified, Level::none}),
                       applicant("Bob", {Level::demonstrated, Level::claimed}),
                       applicant("Cy", {Level::claimed, Level::none})};
  return report;
}

}  // namespace

TEST_CASE("The cohort's page says in its first sentence what is shown and what is left out") {
  const std::string html = cohort_html(small());
  CHECK(has(html,
            "Of 3 applicants, 2 show <b>Listening</b> by what they did; 2 leave out "
            "<b>Humor</b>."));
  CHECK(html.find("Of 3 applicants") < html.find("What to teach first"));
}

TEST_CASE("A skill's applicants are counted by level, in figures and as a picture") {
  const std::string html = cohort_html(small());
  CHECK(has(html, "data-filter=\"skill=0 level=quantified\">1</a>"));
  CHECK(has(html, "data-filter=\"skill=1 level=none\">2</a>"));
  CHECK(has(html, "<td class=\"quantified\">0</td>"));  // humor
  CHECK(has(html, "<rect class=\"none\" x=\"33.33%\" y=\"1\" width=\"66.67%\""));
}

TEST_CASE("The widest gap is taught first, with phrasings to fill in") {
  const std::string html = cohort_html(small());
  const auto humor = html.find("<b>Humor</b> <span class=\"extent\">2 leave it out, 1 only claims");
  const auto listening = html.find("<b>Listening</b> <span class=\"extent\">1 only claims it");
  REQUIRE(humor != std::string::npos);
  REQUIRE(listening != std::string::npos);
  CHECK(humor < listening);
  CHECK(has(html, "Asked <span class=\"blank\">[whom]</span>"));
}

TEST_CASE("A cohort where nobody shows anything, or nobody lacks anything, is told as such") {
  CohortReport report = small();
  for (CohortApplicant& one : report.applicants) one.levels = {};
  CHECK(has(cohort_html(report), "<b>none</b> shows a skill by what they did; 3 leave out"));
  for (CohortApplicant& one : report.applicants) one.levels = {Level::quantified, Level::claimed};
  CHECK(has(cohort_html(report), "<b>no skill</b> is left out by anybody"));
  for (CohortApplicant& one : report.applicants) one.levels[1] = Level::quantified;
  CHECK_FALSE(has(cohort_html(report), "What to teach first"));
}

TEST_CASE("An empty cohort is a page that says so") {
  CohortReport report = small();
  report.applicants.clear();
  const std::string html = cohort_html(report);
  CHECK(has(html, "There is no applicant in this cohort yet."));
  CHECK_FALSE(has(html, "cohort-data\">"));
  CHECK_FALSE(has(html, "id=\"gaps\""));
  report.unreadable = {{"a.pdf", "it is empty", "send another"}};
  CHECK(has(cohort_html(report), "No file could be read, so there is no applicant"));
  CHECK(has(cohort_html({}), "There is no applicant"));
}

TEST_CASE("A single applicant is spoken of as one") {
  CohortReport report = small();
  report.applicants.resize(1);
  CHECK(has(cohort_html(report),
            "The one applicant shows <b>1 of 2</b> skills by what they did, only names <b>0</b> "
            "and leaves out <b>1</b>."));
}

TEST_CASE("Files that could not be read are told by their cause, the commonest first") {
  CohortReport report = small();
  report.unreadable = {{"a.pdf", "locked", "unlock it"},
                       {"b.pdf", "empty", "send it again"},
                       {"c.pdf", "empty", "send it again"}};
  const std::string html = cohort_html(report);
  CHECK(has(html, ">3 files could not be read</h2>"));
  CHECK(has(html, "2 files: empty"));
  CHECK(html.find("2 files: empty") < html.find("1 file: locked"));
  CHECK(has(html, "<bdi>c.pdf</bdi>"));
}

TEST_CASE("A first run knows nothing of progress") {
  const std::string html = cohort_html(small());
  CHECK_FALSE(has(html, "id=\"progress\""));
  CHECK_FALSE(data_of(html)["compared"].get<bool>());
}

TEST_CASE("Progress tells who rose, who fell and who is new") {
  CohortReport report = small();
  report.previous = "2026-04-13";
  report.applicants[0].before = {Level::claimed, Level::none};
  report.applicants[1].before = {Level::quantified, Level::claimed};
  const std::string html = cohort_html(report);
  CHECK(has(html, "Since the last run, 2026-04-13"));
  CHECK(has(html, "data-filter=\"course=improved\">1 improved</a>"));
  CHECK(has(html, "<bdi>Ann</bdi>: Listening from claimed to <b class=\"quantified\">"));
  CHECK(has(html, "<bdi>Bob</bdi>: Listening from quantified to <b class=\"demonstrated\">"));
  CHECK(has(html, "data-filter=\"course=new\">1 is new</a>"));
  CHECK(has(html, "of the 2 who were there before"));
}

TEST_CASE("A skill that the previous run did not ask for neither rose nor fell") {
  CohortReport report = small();
  report.applicants[1].before = {Level::demonstrated};
  CHECK(has(cohort_html(report), "1 stands where they stood"));
}

TEST_CASE("Sentences that are shared name those who share them") {
  CohortReport report = small();
  report.applicants[0].report = "a&b #1/index.html";
  report.phrases = {{"I am a team player.", {"Ann", "Bob"}}};
  const std::string html = cohort_html(report);
  CHECK(has(html, "<q dir=\"auto\">I am a team player.</q>"));
  CHECK(has(html,
            "<b>2 applicants</b>: <a href=\"a%26b%20%231/index.html\"><bdi>Ann</bdi></a>, "
            "<bdi>Bob</bdi>"));
}

TEST_CASE("Anonymous: no file name and no sentence is written, even where they are given") {
  CohortReport report = made_up_anonymous_cohort(40);
  for (SharedPhrase& phrase : report.phrases) phrase.text = "SECRET sentence";
  for (CohortApplicant& one : report.applicants) one.documents = {"SECRET.pdf"};
  const std::string html = cohort_html(report);
  CHECK_FALSE(has(html, "SECRET"));
  CHECK_FALSE(has(cohort_csv(report), "SECRET"));
  CHECK(has(html, "A sentence that is not shown here"));
  CHECK_FALSE(data_of(html)["files"].get<bool>());
}

TEST_CASE("Text that would be markup stays text in the cohort's page") {
  const std::string html = cohort_html(hostile_cohort());
  CHECK(count(html, "<script>") == 1);
  CHECK(count(html, "</script>") == 2);  // of the data and of our script
  CHECK(count(html, "</style>") == 1);
  CHECK(count(html, "</noscript>") == 1);
  CHECK_FALSE(has(html, "<img"));
  CHECK_FALSE(has(html, "<b onclick"));
  CHECK_FALSE(has(html, "\u202E"));
  CHECK_FALSE(has(html, "\033"));
  CHECK_FALSE(has(html, "href=\"javascript:"));
  CHECK(values(html, "style").empty());
  const nlohmann::json data = data_of(html);
  for (const auto& row : data["rows"]) {
    CHECK_FALSE(row[1].get<std::string>().starts_with("javascript:"));
  }
}

TEST_CASE("The data of the cohort's page has a digit for each skill") {
  CohortReport report = small();
  report.applicants[1].levels = {Level::demonstrated};
  report.applicants[2].before = {Level::none, Level::quantified};
  const auto data = data_of(cohort_html(report));
  CHECK(data["skills"] == nlohmann::json({"Listening", "Humor"}));
  CHECK(data["rows"][0] == nlohmann::json({"Ann", "", "30", "", 0, nlohmann::json::array()}));
  CHECK(data["rows"][1][2] == "20");
  CHECK(data["rows"][2][3] == "03");
}

TEST_CASE("Without a script the cohort's page has every applicant in words") {
  const std::string html = cohort_html(made_up_cohort(300));
  const std::size_t begin = html.find("<noscript>");
  const std::string table = html.substr(begin, html.find("</noscript>") - begin);
  CHECK(count(table, "<tr><th scope=row>") == 300);
  CHECK(count(table, "<td class=") == 3000);
}

TEST_CASE("Every link inside the cohort's page leads to an id, and no id stands twice") {
  for (const CohortReport& report : {made_up_cohort(40), small(), CohortReport{}}) {
    const std::string html = cohort_html(report);
    const auto all = values(html, "id");
    const std::set<std::string> ids(all.begin(), all.end());
    CHECK(ids.size() == all.size());
    for (const std::string& target : values(html, "href")) {
      if (!target.starts_with("#")) continue;
      CAPTURE(target);
      CHECK(ids.contains(target.substr(1)));
    }
  }
}

TEST_CASE("The same cohort is the same page") {
  CHECK(cohort_html(made_up_cohort(50)) == cohort_html(made_up_cohort(50)));
}

TEST_CASE("Cohort pages are written for the browser's test") {
  const std::filesystem::path folder = std::filesystem::path(RAPPORT_BINARY_DIR) / "cohort";
  std::filesystem::create_directories(folder);
  const auto write = [&](const std::string& name, const CohortReport& report) {
    std::ofstream file(folder / name, std::ios::binary);
    file << cohort_html(report);
    CHECK(file.good());
  };
  write("2000.html", made_up_cohort(2000));
  write("6000.html", made_up_cohort(6000));
  write("60.html", made_up_cohort(60));
  write("1.html", made_up_cohort(1));
  write("0.html", made_up_cohort(0));
  write("anonymous.html", made_up_anonymous_cohort(60));
  write("hostile.html", hostile_cohort());
  CohortReport first_run = made_up_cohort(60);
  for (CohortApplicant& one : first_run.applicants) one.before.clear();
  write("first.html", first_run);
  CohortReport unread = made_up_cohort(1500);
  unread.applicants.clear();
  unread.phrases.clear();
  write("unread.html", unread);
}
