#include "input/odt_text.hpp"

#include <doctest/doctest.h>

#include "odt_reading.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("blanks in OpenDocument markup are one, and those that are meant are elements") {
  CHECK(odt_text("<text:p>\n  Calmed <text:span>upset </text:span>\n callers </text:p>").text ==
        "Calmed upset callers");
  CHECK(odt_text("<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c</text:p>").text == "a   b\tc");
  CHECK(odt_text("<text:p>R<text:span>&amp;</text:span>D, Hose &amp; Sons</text:p>").text ==
        "R&D, Hose & Sons");
}

TEST_CASE("a line break makes a line of the same paragraph") {
  const Extracted extracted = odt_text("<text:p>one<text:line-break/>two</text:p>");
  REQUIRE(extracted.blocks.size() == 2);
  CHECK(extracted.blocks[0].starts_paragraph);
  CHECK_FALSE(extracted.blocks[1].starts_paragraph);
  CHECK(extracted.blocks[1].place.paragraph == 1);
}

TEST_CASE("headings have their level, from the element or from the style") {
  const Extracted extracted =
      odt_ok({.text = "<text:h text:outline-level=\"2\">Experience</text:h>"
                      "<text:p text:style-name=\"P1\">Skills</text:p><text:p>text</text:p>",
              .automatic_styles = "<style:style style:name=\"P1\" style:family=\"paragraph\" "
                                  "style:parent-style-name=\"Heading\"/>",
              .styles = "<office:styles><style:style style:name=\"Heading\" "
                        "style:family=\"paragraph\" style:default-outline-level=\"1\"/>"
                        "</office:styles>"});
  CHECK(extracted.blocks.at(0).heading_level == 2);
  CHECK(extracted.blocks.at(1).heading_level == 1);
  CHECK(extracted.blocks.at(2).heading_level == 0);
}

TEST_CASE("the first paragraph of a list's item is the item, the next ones are not") {
  const Extracted extracted = odt_text(
      "<text:list><text:list-item><text:p>item</text:p><text:p>more</text:p>"
      "<text:list><text:list-item><text:p>nested</text:p></text:list-item></text:list>"
      "</text:list-item><text:list-header><text:p>header</text:p></text:list-header></text:list>");
  REQUIRE(extracted.blocks.size() == 4);
  CHECK(extracted.blocks[0].role == BlockRole::list_item);
  CHECK(extracted.blocks[1].role == BlockRole::body);
  CHECK(extracted.blocks[2].role == BlockRole::list_item);
  CHECK(extracted.blocks[3].role == BlockRole::body);
}

TEST_CASE("table cells are paragraphs of their own, covered ones are nothing") {
  const Extracted extracted = odt_text(
      "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
      "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>"
      "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
      "<text:p>after</text:p>");
  CHECK(extracted.text == "a\nb\nafter");
  CHECK(extracted.blocks.at(1).role == BlockRole::table_cell);
  CHECK(extracted.blocks.at(2).role == BlockRole::body);
}

TEST_CASE("a text box is read after the paragraph that it stands in, and told") {
  const Extracted extracted = odt_text(
      "<text:p>Jane <draw:frame><draw:text-box><text:p>555-0142</text:p></draw:text-box>"
      "<svg:desc>a box</svg:desc></draw:frame>Example</text:p>"
      "<draw:custom-shape><text:p>shape</text:p></draw:custom-shape><text:p>text</text:p>");
  CHECK(extracted.text == "Jane Example\n555-0142\nshape\ntext");
  CHECK(extracted.blocks.at(1).role == BlockRole::text_box);
  CHECK(extracted.blocks.at(1).place == Place{.paragraph = 1, .part = "text box"});
  CHECK(extracted.blocks.at(3).place == Place{.paragraph = 2});
  REQUIRE(odt_finding(extracted, "text-in-text-box"));
  CHECK(extracted.findings[0].message.starts_with("2 words stand only in text boxes"));
}

TEST_CASE("notes stand where their number is and are read after the body") {
  const std::string note =
      "<text:note text:note-class=\"endnote\"><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>source</text:p></text:note-body></text:note>";
  const Extracted extracted = odt_text("<text:p>text" + note + " on</text:p><text:p>end</text:p>");
  CHECK(extracted.text == "text on\nend\nsource");
  CHECK(extracted.blocks.at(2).role == BlockRole::note);
  CHECK(extracted.blocks.at(2).place.part == "endnote");
}

TEST_CASE("deletions, comments, codes and hidden sections are left out, and the user is told") {
  const Extracted extracted = odt_text(
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
      "</text:deletion></text:changed-region></text:tracked-changes>"
      "<text:p>kept<office:annotation><text:p>remark</text:p></office:annotation></text:p>"
      "<text:section text:display=\"none\"><text:p>secret</text:p></text:section>"
      "<text:p>end</text:p>");
  CHECK(extracted.text == "kept\nend");
  CHECK(odt_finding(extracted, "tracked-changes"));
  CHECK(odt_finding(extracted, "comments"));
  CHECK(odt_finding(extracted, "hidden-text"));
}

TEST_CASE("bold, large and hidden come from styles and what they are based on") {
  const Extracted extracted =
      odt_ok({.text = "<text:p>Body text of the usual size and look.</text:p>"
                      "<text:p text:style-name=\"P1\">Bold</text:p>"
                      "<text:p text:style-name=\"P2\">Large</text:p>"
                      "<text:p>a<text:span text:style-name=\"T1\">hidden</text:span>b</text:p>"
                      "<text:p><text:span text:style-name=\"T2\">Bold</text:span> not</text:p>",
              .automatic_styles = "<style:style style:name=\"P1\" style:family=\"paragraph\" "
                                  "style:parent-style-name=\"Strong\"/>"
                                  "<style:style style:name=\"P2\" style:family=\"paragraph\">"
                                  "<style:text-properties fo:font-size=\"150%\"/></style:style>"
                                  "<style:style style:name=\"T1\" style:family=\"text\">"
                                  "<style:text-properties text:display=\"none\"/></style:style>"
                                  "<style:style style:name=\"T2\" style:family=\"text\">"
                                  "<style:text-properties fo:font-weight=\"700\"/></style:style>",
              .styles = "<office:styles><style:default-style style:family=\"paragraph\">"
                        "<style:text-properties fo:font-size=\"11pt\"/></style:default-style>"
                        "<style:style style:name=\"Strong\" style:family=\"paragraph\">"
                        "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
                        "</office:styles>"});
  CHECK_FALSE(extracted.blocks.at(0).emphasised);
  CHECK(extracted.blocks.at(1).emphasised);
  CHECK(extracted.blocks.at(2).emphasised);
  CHECK(extracted.text.substr(extracted.blocks.at(3).begin, 2) == "ab");
  CHECK_FALSE(extracted.blocks.at(4).emphasised);
  CHECK(odt_finding(extracted, "hidden-text"));
}

TEST_CASE("headers stand before the body and footers after it, of the page styles in use") {
  const auto page = [](const std::string& name, const std::string& next, const std::string& text) {
    return "<style:master-page style:name=\"" + name + "\" style:next-style-name=\"" + next +
           "\"><style:header><text:p>" + text +
           "</text:p></style:header><style:footer-first style:display=\"false\"><text:p>off"
           "</text:p></style:footer-first><style:footer><text:p>Page 1</text:p></style:footer>"
           "</style:master-page>";
  };
  const Extracted extracted =
      odt_ok({.text = "<text:p text:style-name=\"P1\">text</text:p>",
              .automatic_styles = "<style:style style:name=\"P1\" style:family=\"paragraph\" "
                                  "style:master-page-name=\"First\"/>",
              .styles = "<office:master-styles>" + page("Standard", "", "jane@example.com") +
                        page("First", "Second", "Jane") + page("Second", "", "Jane") +
                        page("Envelope", "", "unused") + "</office:master-styles>"});
  CHECK(extracted.text == "jane@example.com\nJane\ntext\nPage 1");
  CHECK(extracted.blocks.at(0).place == Place{.paragraph = 1, .part = "header"});
  CHECK(extracted.blocks.at(3).role == BlockRole::footer);
  CHECK(odt_finding(extracted, "text-in-header-or-footer"));
}
