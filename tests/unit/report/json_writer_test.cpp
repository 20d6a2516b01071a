#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "../draft.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;
using nlohmann::json;

namespace {

std::string written(const Application& application, const Gates& gates = {}) {
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, unmet(gates, application)};
  return writer("json")->write({&one, 1}, {});
}

Application saying(const std::string& sentence, std::string_view span) {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::summary, "Summary").unit(sentence).evidence(1, Level::claimed, span);
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

json first_evidence(const std::string& text, std::size_t skill) {
  return json::parse(text)["applications"][0]["skills"][skill]["evidence"][0];
}

}  // namespace

TEST_CASE("the JSON report names its schema and carries the figures") {
  const json report = json::parse(written(sample_application()));
  CHECK(report["schema"] == "rapport.report/1");
  const json& application = report["applications"][0];
  CHECK(application["covered"] == 3);
  CHECK(application["demonstrated"] == 2);
  CHECK(application["of"] == 4);
  CHECK(application["skills"][0]["level"] == "quantified");
  CHECK(application["skills"][3]["level"] == "none");
  CHECK(application["documents"][0]["findings"][0]["id"] == "no-bullets");
  CHECK(application["documents"][1]["kind"] == "cover-letter");
}

TEST_CASE("offsets are code points of the document's text") {
  const json evidence = first_evidence(written(saying("Zoë is empathetic", "empathetic")), 2);
  CHECK(evidence["start"] == 15);  // "Summary\n" is 8, "Zoë is " is 7
  CHECK(evidence["end"] == 25);
  CHECK(evidence["unit_start"] == 8);
  CHECK(evidence["text"] == "empathetic");
  CHECK(evidence["unit"] == "Zoë is empathetic");
  CHECK(evidence["rule"]["pattern"] == "<empathy> pattern");
  CHECK(evidence["place"]["line"] == 2);
}

TEST_CASE("broken UTF-8 does not throw, and comes out as the replacement character") {
  const json evidence = first_evidence(written(saying("a \xFF\xC3 kind", "kind")), 2);
  CHECK(evidence["unit"] == "a \uFFFD\uFFFD kind");
}

TEST_CASE("characters that could trick a terminal are escaped and mean the same") {
  const std::string hostile = "kind \033[31m\u202E\u009B \177";
  const std::string text = written(saying(hostile, "kind"));
  for (const char* raw : {"\033", "\u202E", "\u009B", "\177"}) {
    CHECK(text.find(raw) == std::string::npos);
  }
  CHECK(first_evidence(text, 2)["unit"] == hostile);
}

TEST_CASE("two runs write the same bytes") {
  CHECK(written(sample_application()) == written(sample_application()));
}

TEST_CASE("no application at all is still a valid report") {
  const json report = json::parse(writer("json")->write({}, {}));
  CHECK(report["applications"].empty());
}

// tests/schema/validate.py checks these files against the schema that is shipped.
TEST_CASE("the JSON report is written for the schema's test") {
  const std::string folder = RAPPORT_BINARY_DIR;
  const std::vector<std::pair<std::string, std::string>> files = {
      {"sample", written(sample_application(), {.min_covered = 4})},
      {"hostile", written(saying("a \xFF kind\033", "kind"))},
      {"empty", writer("json")->write({}, {})}};
  for (const auto& [name, text] : files) {
    std::ofstream file(folder + "/report-" + name + ".json");
    file << text;
    CHECK(file.good());
  }
}
