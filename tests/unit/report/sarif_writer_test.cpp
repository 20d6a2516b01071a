// That the log is valid SARIF is for tests/cli/ci_formats_test.py; here is what it says.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../draft.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;
using nlohmann::json;

namespace {

json run_of(const Application& application, const ReportOptions& options = {}) {
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, {}, {}};
  return json::parse(writer("sarif")->write({&one, 1}, options))["runs"][0];
}

json result_of(const json& run, std::string_view rule) {
  for (const json& result : run["results"]) {
    if (result["ruleId"] == rule) return result;
  }
  return nullptr;
}

Application named(const std::string& name) {
  Draft draft(name, DocumentKind::resume);
  draft.section(SectionKind::summary, "").unit("Kind").evidence(1, Level::claimed, "Kind");
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

}  // namespace

TEST_CASE("each SARIF result points to its rule, its place and has a fingerprint") {
  const json run = run_of(sample_application());
  for (const json& result : run["results"]) {
    const json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()];
    CHECK(rule["id"] == result["ruleId"]);
    CHECK(result["partialFingerprints"]["rapport/v1"].get<std::string>().size() == 32);
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1);
  }
  const json claimed = result_of(run, "skill-claimed/empathy");
  CHECK(claimed["level"] == "note");
  CHECK(claimed["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "Empathetic");
}

TEST_CASE("SARIF paths are percent-encoded and relative to the checkout") {
  const ReportOptions options{.folder = "/repo/sub", .root = "/repo"};
  const auto location = [&](const std::string& name) {
    return run_of(named(name), options)["artifacts"][0]["location"];
  };
  CHECK(location("my cv #1.txt")["uri"] == "sub/my%20cv%20%231.txt");
  CHECK(location("../a/Zo\u00EB.txt")["uri"] == "a/Zo%C3%AB.txt");
  CHECK(location("/repo/b.txt")["uri"] == "b.txt");
  CHECK(location("/repo/b.txt")["uriBaseId"] == "%SRCROOT%");
  CHECK(location("/elsewhere/b.txt")["uri"] == "file:///elsewhere/b.txt");
  CHECK_FALSE(location("/elsewhere/b.txt").contains("uriBaseId"));
  CHECK(location("-")["uri"] == "stdin");
}

TEST_CASE("a document cannot place a link in a SARIF message") {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::summary, "").unit("[kind](https://example.com)");
  draft.evidence(1, Level::claimed, "[kind](https://example.com)");
  const json run = run_of(assess({draft.reading()}, small_profile(), small_lexicon()));
  const std::string text = result_of(run, "skill-claimed/empathy")["message"]["text"];
  CHECK(text.find("kind") != std::string::npos);
  CHECK(text.find("](") == std::string::npos);
}

TEST_CASE("page, line of the page and box of a PDF are properties of the location") {
  Draft draft("cv.pdf", DocumentKind::resume, "pdf");
  draft.section(SectionKind::summary, "").unit("Kind").evidence(1, Level::claimed, "Kind");
  Reading reading = draft.reading();
  reading.document.source.blocks[0].place = {.page = 2, .line = 7, .box = Box{1, 2, 3, 4}};
  const json run = run_of(assess({reading}, small_profile(), small_lexicon()));
  const json location = result_of(run, "skill-claimed/empathy")["locations"][0];
  CHECK(location["properties"]["page"] == 2);
  CHECK(location["properties"]["lineOfPage"] == 7);
  CHECK(location["properties"]["box"]["right"] == 3);
  CHECK(location["physicalLocation"]["region"]["startLine"] == 1);
  CHECK(location["physicalLocation"]["region"]["charOffset"] == 0);
}
