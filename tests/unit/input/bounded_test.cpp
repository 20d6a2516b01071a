#include "input/bounded.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/bounds.hpp"
#include "input/text.hpp"
#include "rapport/document.hpp"

using namespace rapport;

namespace {

std::string repeated(std::string_view line, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += line;
  return text;
}

Extracted bounded(std::string text) {
  Extracted extracted = extract_text(std::move(text));
  keep_within_bounds(extracted);
  return extracted;
}

}  // namespace

TEST_CASE("what is within the bounds stays as it is, up to the last byte and line") {
  CHECK(bounded(std::string(max_text, 'x')).findings.empty());
  const Extracted lines = bounded(repeated("calm\n", max_lines));
  CHECK(lines.findings.empty());
  CHECK(lines.blocks.size() == max_lines);
}

TEST_CASE("a text beyond the bound is cut at a whole character, and that is told") {
  const Extracted cut = bounded(std::string(max_text - 1, 'x') + "é");
  CHECK(cut.text.size() == max_text - 1);
  CHECK(cut.blocks.back().end == max_text - 1);
  REQUIRE(cut.findings.size() == 1);
  CHECK(cut.findings[0].id == "text-truncated");
}

TEST_CASE("lines beyond the bound are left out, and that is told") {
  const Extracted cut = bounded(repeated("calm\n", max_lines + 1));
  CHECK(cut.blocks.size() == max_lines);
  CHECK(cut.text.size() == 5 * max_lines);
  REQUIRE(cut.findings.size() == 1);
  CHECK(cut.findings[0].id == "text-truncated");
}

TEST_CASE("words, prompts and the other reading order end where the text ends") {
  Extracted long_one = extract_text(std::string(max_text + 9, 'x'));
  long_one.words = {{.begin = 0, .end = max_text + 5},
                    {.begin = max_text + 6, .end = max_text + 9}};
  long_one.prompts = {{.begin = max_text + 1, .end = max_text + 2}};
  long_one.naive = NaiveOrder{.text = long_one.text, .blocks = long_one.blocks};
  keep_within_bounds(long_one);
  REQUIRE(long_one.words.size() == 1);
  CHECK(long_one.words[0].end == max_text);
  CHECK(long_one.prompts.empty());
  CHECK(long_one.naive->text.size() == max_text);
  CHECK(long_one.naive->blocks.back().end == max_text);
}

TEST_CASE("findings and hidden text have their bounds too") {
  Extracted odd = extract_text("calm");
  odd.findings.resize(max_findings + 5);
  odd.hidden.resize(max_hidden + 1);
  keep_within_bounds(odd);
  CHECK(odd.hidden.size() == max_hidden);
  REQUIRE(odd.findings.size() == max_findings + 1);
  CHECK(odd.findings.back().id == "too-many-findings");
}

TEST_CASE("bounding twice is bounding once") {
  Extracted twice = bounded(repeated("calm\n", max_lines + 1));
  keep_within_bounds(twice);
  CHECK(twice.findings.size() == 1);
}

TEST_CASE("a document keeps its first sentences, and says that it does") {
  const Document document = make_document("long", extract_text(repeated("I led. ", max_units + 7)));
  CHECK(document.units.size() == max_units);
  REQUIRE(document.source.findings.size() == 1);
  CHECK(document.source.findings[0].message.find("20000 sentences") != std::string::npos);
}
