#include "input/docx_text.hpp"

#include <doctest/doctest.h>

#include "docx_reading.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

const std::string run_with_break = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>";

}  // namespace

TEST_CASE("each paragraph of a Word document is a block with its number") {
  const Extracted extracted = read_body(paragraph("Jane Example") + "<w:p/>" + paragraph("Cook"));
  CHECK(extracted.format == "docx");
  CHECK(extracted.text == "Jane Example\nCook");
  REQUIRE(extracted.blocks.size() == 2);
  CHECK(extracted.blocks[0].place == Place{.paragraph = 1});
  CHECK(extracted.blocks[1].place == Place{.paragraph = 3});
  CHECK(extracted.blocks[1].begin == 13);
  CHECK(extracted.blocks[1].end == 17);
  CHECK_FALSE(extracted.blocks[0].may_wrap);
  CHECK(extracted.blocks[1].starts_paragraph);
  CHECK(extracted.findings.empty());
}

TEST_CASE("a line break ends a block, and the next has the same paragraph number") {
  const Extracted extracted = read_body("<w:p>" + run_with_break + "</w:p>");
  CHECK(extracted.text == "one\ntwo");
  CHECK(extracted.blocks.at(1).place.paragraph == 1);
  CHECK_FALSE(extracted.blocks.at(1).starts_paragraph);
}

TEST_CASE("a tab in a run is text, a tab stop in the properties is not") {
  const std::string tabs = "<w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs>";
  const std::string content =
      "<w:p><w:pPr>" + tabs + "</w:pPr><w:r><w:t>Cook</w:t><w:tab/><w:t>2020</w:t></w:r></w:p>";
  CHECK(read_body(content).text == "Cook\t2020");
}

TEST_CASE("hyphens that are elements are kept, and symbols become private-use characters") {
  CHECK(read_body("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r></w:p>")
            .text == "a\u2011b\u00AD");
  CHECK(read_body("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0B7\"/><w:t>x</w:t></w:r></w:p>")
            .text == "\uF0B7x");
  CHECK(read_body("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"B7\"/><w:t>x</w:t></w:r></w:p>")
            .text == "\uF0B7x");
  CHECK(
      read_body("<w:p><w:r><w:sym w:char=\"D800\"/><w:sym w:char=\"zz\"/><w:t>x</w:t></w:r></w:p>")
          .text == "x");
}

TEST_CASE("a newline in the markup of a text is a blank") {
  CHECK(read_body(paragraph("two\nwords")).text == "two words");
}

TEST_CASE("text inside hyperlinks, content controls, smart tags and formulas is kept") {
  const std::string control =
      "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent>";
  CHECK(read_body("<w:p><w:hyperlink>" + run("link") + "</w:hyperlink><w:smartTag>" + run(" tag") +
                  "</w:smartTag><w:customXml>" + run(" custom") +
                  "</w:customXml><m:r><m:t> x=1</m:t>"
                  "</m:r></w:p>")
            .text == "link tag custom x=1");
  CHECK(read_body(control + paragraph("block") + "</w:sdtContent></w:sdt><w:p>" + control +
                  run("run") + "</w:sdtContent></w:sdt></w:p>")
            .text == "block\nrun");
}

TEST_CASE("of a field the result is read and the code is not") {
  const auto mark = [](const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  };
  const std::string nested = mark("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>" +
                             mark("begin") + mark("separate") + run("CODE") + mark("end") +
                             mark("separate") + run("result") + mark("end");
  CHECK(read_body("<w:p>" + nested + run(" end") + "</w:p>").text == "result end");
  CHECK(
      read_body("<w:p><w:fldSimple w:instr=\" PAGE \">" + run("7") + "</w:fldSimple></w:p>").text ==
      "7");
  // A field that never separates swallows no more than its paragraph.
  CHECK(read_body("<w:p>" + mark("begin") + run("lost") + "</w:p>" + paragraph("kept")).text ==
        "kept");
}

TEST_CASE("insertions are kept, deletions are not, and the user is told") {
  const Extracted extracted =
      read_body("<w:p><w:ins>" + run("new") +
                "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                "<w:moveFrom>" +
                run("from") + "</w:moveFrom><w:moveTo>" + run(" to") + "</w:moveTo></w:p>");
  CHECK(extracted.text == "new to");
  CHECK(has_finding(extracted, "tracked-changes"));
}

TEST_CASE("a deleted table row is not read") {
  const std::string cell = "<w:tc>" + paragraph("gone") + "</w:tc>";
  const std::string kept = "<w:tr><w:tc>" + paragraph("kept") + "</w:tc></w:tr>";
  CHECK(read_body("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell + cell + "</w:tr>" + kept +
                  "</w:tbl>")
            .text == "kept");
}

TEST_CASE("formats before a tracked change do not count") {
  const std::string change = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>";
  const std::string old = "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>";
  const Extracted extracted =
      read_body("<w:p><w:pPr>" + old + "</w:pPr>" + run("shown", change) + "</w:p>");
  CHECK(extracted.text == "shown");
  CHECK(extracted.blocks.at(0).heading_level == 0);
  CHECK(has_finding(extracted, "tracked-changes"));
}

TEST_CASE("a table is read row by row, each cell's paragraphs as blocks of their own") {
  const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
  const std::string inner = "<w:tbl><w:tr>" + cell(paragraph("inner")) + "</w:tr></w:tbl>";
  const std::string table = "<w:tbl><w:tr>" + cell(paragraph("a1")) +
                            cell(paragraph("a2") + inner) + "</w:tr><w:sdt><w:sdtContent><w:tr>" +
                            cell(paragraph("b1")) + "<w:sdt><w:sdtContent>" +
                            cell(paragraph("b2")) +
                            "</w:sdtContent></w:sdt></w:tr>"
                            "</w:sdtContent></w:sdt></w:tbl>";
  const Extracted extracted = read_body(table + paragraph("after"));
  CHECK(extracted.text == "a1\na2\ninner\nb1\nb2\nafter");
  CHECK(extracted.blocks.at(2).role == BlockRole::table_cell);
  CHECK(extracted.blocks.at(4).role == BlockRole::table_cell);
  CHECK(extracted.blocks.at(5).role == BlockRole::body);
}

TEST_CASE("a text box follows the paragraph that it is anchored to") {
  const Extracted extracted =
      read_body("<w:p>" + run("before ") + text_box(paragraph("boxed")) + run("after") + "</w:p>");
  CHECK(extracted.text == "before after\nboxed");
  CHECK(extracted.blocks.at(1).role == BlockRole::text_box);
  CHECK(extracted.blocks.at(1).place == Place{.paragraph = 1, .part = "text box"});
  REQUIRE(has_finding(extracted, "text-in-text-box"));
  CHECK(extracted.findings[0].message.starts_with("1 word stands only in text boxes"));
  CHECK_FALSE(extracted.findings[0].message.find("boxed") != std::string::npos);
}

TEST_CASE("the bold of a run goes on after a text box in it") {
  const std::string box =
      "<w:pict><w:txbxContent>" + paragraph("boxed") + "</w:txbxContent></w:pict>";
  const Extracted extracted =
      read_body("<w:p><w:r><w:rPr><w:b/></w:rPr>" + box + "<w:t>bold</w:t></w:r></w:p>");
  CHECK(extracted.blocks.at(0).emphasised);
  CHECK_FALSE(extracted.blocks.at(1).emphasised);
}

TEST_CASE("of alternative contents the first that prints is read, once") {
  const auto alternatives = [](const std::string& choice, const std::string& fallback) {
    return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + choice +
           "</mc:Choice><mc:Fallback>" + fallback +
           "</mc:Fallback></mc:AlternateContent></w:r></w:p>";
  };
  const std::string box = "<w:txbxContent>" + paragraph("boxed") + "</w:txbxContent>";
  CHECK(read_body(alternatives(box, box)).text == "boxed");
  CHECK(read_body(alternatives("", "<w:t>older</w:t>")).text == "older");
}

TEST_CASE("hidden text is left out, and the user is told") {
  const Extracted extracted = read_body("<w:p>" + run("keywords", "<w:vanish/>") + run("shown") +
                                        run(" too", "<w:vanish w:val=\"0\"/>") + "</w:p>");
  CHECK(extracted.text == "shown too");
  CHECK(has_finding(extracted, "hidden-text"));
}
