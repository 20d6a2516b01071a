#include "input/docx_styles.hpp"

#include <doctest/doctest.h>

#include "docx_reading.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("a heading is known by its style, its base, its outline level, or its usual name") {
  const auto level = [](const std::string& styles, const std::string& properties) {
    return read_ok(DocxBuilder().styles(styles).body(paragraph("Experience", properties)))
        .blocks.at(0)
        .heading_level;
  };
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading "
      "1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/>"
      "<w:basedOn w:val=\"berschrift1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Out\"><w:name w:val=\"Out\"/>"
      "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
  const auto by_style = [](const std::string& id) { return "<w:pStyle w:val=\"" + id + "\"/>"; };
  CHECK(level(styles, by_style("berschrift1")) == 1);
  CHECK(level(styles, by_style("Mine")) == 1);
  CHECK(level(styles, by_style("Out")) == 3);
  CHECK(level(styles, by_style("T")) == 1);
  CHECK(level(styles, by_style("Loop")) == 0);
  CHECK(level(styles, "<w:outlineLvl w:val=\"1\"/>") == 2);
  CHECK(level(styles, by_style("Mine") + "<w:outlineLvl w:val=\"9\"/>") == 0);
  CHECK(level("", by_style("Heading2")) == 2);
  CHECK(level("", by_style("Titre1")) == 1);
  CHECK(level("", by_style("HeadingX")) == 0);
}

TEST_CASE("a list item is known by its own number or its style's, unless the number is 0") {
  const auto role = [](const std::string& properties) {
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"3\"/>"
        "</w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Dots\"><w:basedOn w:val=\"Base\"/></w:style>";
    return read_ok(DocxBuilder().styles(styles).body(paragraph("item", properties)))
        .blocks.at(0)
        .role;
  };
  const std::string none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
  CHECK(role("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") ==
        BlockRole::list_item);
  CHECK(role("<w:pStyle w:val=\"Dots\"/>") == BlockRole::list_item);
  CHECK(role("<w:pStyle w:val=\"Dots\"/>" + none) == BlockRole::body);
  // Pandoc writes the style last.
  CHECK(role("<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:pStyle w:val=\"Other\"/>") ==
        BlockRole::list_item);
  CHECK(role("<w:pStyle w:val=\"ListBullet\"/>") == BlockRole::list_item);
}

TEST_CASE("a paragraph is emphasised when all of it is bold or clearly larger than most text") {
  const std::string styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz "
      "w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Bold\"><w:rPr><w:b/></w:rPr></w:style>";
  const std::string bold = "<w:b/>";
  const Extracted extracted = read_ok(DocxBuilder().styles(styles).body(
      "<w:p>" + run("all", bold) + run(" ") + run("bold", bold) + "</w:p>" + "<w:p>" +
      run("half", bold) + run(" bold") + "</w:p>" + "<w:p>" +
      run("strong", "<w:rStyle w:val=\"Strong\"/>") + "</w:p>" +
      paragraph("by style", "<w:pStyle w:val=\"Bold\"/>") +
      "<w:p><w:pPr><w:pStyle w:val=\"Bold\"/></w:pPr>" + run("not", "<w:b w:val=\"0\"/>") +
      "</w:p>" + "<w:p>" + run("large", "<w:sz w:val=\"28\"/>") + "</w:p>" + "<w:p>" +
      run("a little", "<w:sz w:val=\"24\"/>") + "</w:p>" +
      paragraph("the usual text of this document, which is longer than all the rest") +
      paragraph("mark only", "<w:rPr><w:b/></w:rPr>")));
  std::vector<bool> emphasised;
  for (const Block& block : extracted.blocks) emphasised.push_back(block.emphasised);
  CHECK(emphasised == std::vector<bool>{true, false, true, true, false, true, false, false, false});
}
