#include "report/extract_writer.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

Document document() {
  Draft draft("cv.txt", DocumentKind::resume);
  return draft.section(SectionKind::experience, "Experience")
      .unit("Zoë answered calls\033[2J")
      .finding({.id = "odd", .message = "is odd"})
      .reading()
      .document;
}

}  // namespace

TEST_CASE("the text view is the document's text to the byte") {
  CHECK(write_extract(document(), ExtractView::text, {}) == document().text);
}

TEST_CASE("on a terminal control characters are shown one for one") {
  CHECK(write_extract(document(), ExtractView::text, {.terminal = true}) ==
        "Experience\nZoë answered calls\uFFFD[2J\n");
}

TEST_CASE("the units view shows sections, units and places") {
  const std::string text = write_extract(document(), ExtractView::units, {.width = 60});
  CHECK(text.starts_with("cv.txt: resume (text)\n\nexperience: “Experience” ──"));
  CHECK(text.ends_with("  • Zoë answered calls[2J [line 2]\n"));
}

TEST_CASE("the JSON view has the text and offsets in code points") {
  const auto json = nlohmann::json::parse(write_extract(document(), ExtractView::json, {}));
  CHECK(json["schema"] == "rapport.extract/1");
  CHECK(json["text"] == document().text);
  CHECK(json["units"][1]["start"] == 11);
  CHECK(json["units"][1]["end"] == 33);
  CHECK(json["findings"][0]["id"] == "odd");
}

TEST_CASE("views are known by name") {
  CHECK(extract_view("units") == ExtractView::units);
  CHECK_FALSE(extract_view("html").has_value());
}
