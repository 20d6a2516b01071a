#include "report/diff_report.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

Application rewritten() {
  Draft resume("jordan-2.txt", DocumentKind::resume);
  resume.section(SectionKind::summary, "Summary")
      .unit("Answered e-mails from guests")
      .evidence(0, Level::demonstrated, "Answered e-mails")
      .section(SectionKind::experience, "Work experience")
      .unit("Explained \033[31mbilling <b> changes to 50 walk-in customers a day")
      .evidence(0, Level::quantified, "Explained")
      .unit("Reassured upset customers until they were at ease")
      .evidence(1, Level::demonstrated, "Reassured upset customers");
  return assess({resume.reading()}, small_profile(), small_lexicon());
}

std::string written(std::string_view format, const Application& before, const Application& after) {
  const DiffReport report{.before = &before, .after = &after, .diff = diff(before, after)};
  for (const DiffFormat& known : diff_formats()) {
    if (known.name == format) return known.write(report, {.width = 80});
  }
  FAIL("no such format");
  return "";
}

}  // namespace

TEST_CASE("formats of a diff have names of their own") {
  std::set<std::string_view> names;
  for (const DiffFormat& format : diff_formats()) CHECK(names.insert(format.name).second);
}

TEST_CASE("the terminal tells figures, gains, losses, sentences, suggestions and findings") {
  const std::string text = written("terminal", sample_application(), rewritten());
  for (const char* part : {"Covered       3 → 2 of 4 (-1)", "Empathy        claimed → demonstrated",
                           "Self-control   demonstrated → missing", "  →    Communication",
                           "now line", "was “*Explained", "Suggestions that are done", "Solved",
                           "this list has no bullets", "Levels gained: 1. Levels lost: 1."}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.find('\033') == std::string::npos);
}

TEST_CASE("two drafts that are the same get one sentence") {
  const Application application = sample_application();
  CHECK(written("terminal", application, application)
            .ends_with("Nothing that counts has changed.\n"));
  CHECK(written("markdown", application, application).find("No skill changed its level") !=
        std::string::npos);
}

TEST_CASE("Markdown of a diff escapes the document's text") {
  const std::string text = written("markdown", sample_application(), rewritten());
  CHECK(text.find("billing <b>") == std::string::npos);
  CHECK(text.find("| Empathy | claimed | demonstrated | gained |") != std::string::npos);
}

TEST_CASE("JSON of a diff has every skill, and both sides of a sentence") {
  const auto json = nlohmann::json::parse(written("json", sample_application(), rewritten()));
  CHECK(json["schema"] == "rapport.diff/1");
  CHECK(json["skills"].size() == 4);
  CHECK(json["lost"] == true);
  CHECK(json["evidence"][0]["change"] == "moved");
  CHECK(json["evidence"][0]["before"]["section"] == "experience");
  CHECK(json["evidence"][0]["after"]["section"] == "summary");
  CHECK(json["suggestions_done"][0]["skill"] == "empathy");
  CHECK(json["findings_solved"][0]["id"] == "no-bullets");
}

// tests/schema/validate.py checks these files against the schema that is shipped.
TEST_CASE("the JSON diff is written for the schema's test") {
  const std::string folder = RAPPORT_BINARY_DIR;
  std::ofstream(folder + "/diff-sample.json") << written("json", sample_application(), rewritten());
  std::ofstream(folder + "/diff-back.json") << written("json", rewritten(), sample_application());
  std::ofstream same(folder + "/diff-same.json");
  same << written("json", rewritten(), rewritten());
  CHECK(same.good());
}
