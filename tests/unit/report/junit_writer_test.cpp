// That the report is valid by the common schema is for tests/cli/ci_formats_test.py.
#include <doctest/doctest.h>

#include "../draft.hpp"
#include "rapport/writer.hpp"
#include "report/xml_text.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::string written(const Application& application, const Gates& gates,
                    const ReportOptions& options = {}) {
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, unmet(gates, application), gates};
  return writer("junit")->write({&one, 1}, options);
}

bool has(const std::string& text, std::string_view part) {
  CAPTURE(part);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a JUnit suite has a test for each skill and each gate, and only gates fail") {
  const Gates gates{.required = {{"empathy", Level::demonstrated}, {"communication"}},
                    .min_covered = 3};
  const std::string text = written(sample_application(), gates);
  CHECK(has(text, "tests=\"7\" failures=\"1\" errors=\"0\" skipped=\"2\""));
  CHECK(has(text, "<testcase name=\"Communication\" classname=\"jordan-example.txt + "));
  CHECK(has(text, "type=\"gate-skill/empathy\""));
  CHECK(has(text, "<testcase name=\"gate: at least 3 covered\""));
  CHECK(has(text, "<skipped message=\"only claimed\"/>"));
}

TEST_CASE("an unmet gate that the gates do not explain is a failed test all the same") {
  const Application sample = sample_application();
  const Lexicon lexicon = small_lexicon();
  const Finding gate{.id = "gate-other", .severity = Severity::error, .message = "no good"};
  const Report one{&sample, &lexicon, {gate}, {}};
  const std::string text = writer("junit")->write({&one, 1}, {});
  CHECK(has(text, "failures=\"1\""));
  CHECK(has(text, "message=\"no good\" type=\"gate-other\""));
}

TEST_CASE("the date of a JUnit suite is the one that was given, in UTC") {
  CHECK(has(written(sample_application(), {}, {.now = 1700000000}),
            "timestamp=\"2023-11-14T22:13:20\""));
}

TEST_CASE("text in XML is escaped, and what XML cannot hold is replaced") {
  CHECK(xml_text("a<b>&\"'") == "a&#60;b&#62;&#38;&#34;&#39;");
  CHECK(xml_text("\x01\x1B\x7F") == "\uFFFD\uFFFD\x7F");
  CHECK(xml_text("\uFFFE\xFF") == "\uFFFD\uFFFD");
  CHECK(xml_text("1\n2\t") == "1&#10;2&#9;");
  CHECK(xml_text("Zo\u00EB \U0001F600") == "Zo\u00EB \U0001F600");
}
