// Hidden text in Word files: what is found, and what must not be.
#include <doctest/doctest.h>

#include <string>

#include "docx_reading.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

const std::string white = "<w:color w:val=\"FFFFFF\"/>";

std::string white_run(std::string_view text = "empathy and patience") {
  return run(text, white);
}

std::string cell(std::string_view properties, std::string_view content) {
  return "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr><w:p>" +
         std::string(content) + "</w:p></w:tc></w:tr></w:tbl>";
}

std::string fill(std::string_view color) {
  return "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(color) + "\"/>";
}

std::string hidden_in(const Extracted& extracted) {
  std::string words;
  for (const HiddenText& text : extracted.hidden) words += (words.empty() ? "" : "; ") + text.text;
  CHECK(has_finding(extracted, "hidden-text") == !words.empty());
  return words;
}

std::string hidden_in_body(const std::string& content) {
  return hidden_in(read_body(paragraph("shown") + content));
}

std::string hidden_in_paragraph(const std::string& runs, std::string_view properties = "") {
  return hidden_in_body("<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + runs + "</w:p>");
}

}  // namespace

TEST_CASE("white letters on white paper are hidden and left out of the text") {
  const Extracted extracted =
      read_body("<w:p>" + run("Calm. ") + white_run() + run(" Fast.") + "</w:p>");
  CHECK(extracted.text == "Calm.  Fast.");
  REQUIRE(extracted.hidden.size() == 1);
  CHECK(extracted.hidden[0].text == "empathy and patience");
  CHECK(extracted.hidden[0].by == HiddenBy::color);
  CHECK(extracted.hidden[0].place.paragraph == 1);
  CHECK(has_finding(extracted, "hidden-text"));
}

TEST_CASE("a paragraph of white letters leaves no line") {
  const Extracted extracted = read_body(paragraph("shown") + "<w:p>" + white_run() + "</w:p>");
  CHECK(extracted.text == "shown");
  CHECK(extracted.blocks.size() == 1);
}

TEST_CASE("nearly white letters are hidden, light grey and automatic ones are not") {
  CHECK(hidden_in_paragraph(run("empathy", "<w:color w:val=\"FAFAFA\"/>")) == "empathy");
  CHECK(hidden_in_paragraph(run("empathy", "<w:color w:val=\"BFBFBF\"/>")).empty());
  CHECK(hidden_in_paragraph(run("empathy", "<w:color w:val=\"auto\"/>")).empty());
}

TEST_CASE("white letters on a dark cell, paragraph or run are not hidden") {
  CHECK(hidden_in_body(cell(fill("22384F"), white_run())).empty());
  CHECK(hidden_in_body(cell("<w:shd w:val=\"solid\" w:color=\"000000\"/>", white_run())).empty());
  CHECK(hidden_in_body(cell("<w:shd w:val=\"pct50\" w:color=\"000000\"/>", white_run())).empty());
  CHECK(hidden_in_paragraph(white_run(), fill("000000")).empty());
  CHECK(hidden_in_paragraph(run("empathy", white + fill("1F3864"))).empty());
  CHECK(hidden_in_paragraph(run("empathy", white + "<w:highlight w:val=\"black\"/>")).empty());
}

TEST_CASE("after the dark cell the paper is white again, and in a white cell it is too") {
  CHECK(hidden_in_body(cell(fill("22384F"), white_run("header")) + "<w:p>" + white_run() +
                       "</w:p>") == "empathy and patience");
  CHECK(hidden_in_body(cell(fill("FFFFFF"), white_run())) == "empathy and patience");
  CHECK(hidden_in_body(cell("", white_run())) == "empathy and patience");
  CHECK(hidden_in_paragraph(white_run() + run("shown", "<w:highlight w:val=\"white\"/>")) ==
        "empathy and patience");
}

TEST_CASE("letters in the colour of their dark cell are hidden") {
  CHECK(hidden_in_body(cell(fill("22384F"), run("empathy", "<w:color w:val=\"22384F\"/>"))) ==
        "empathy");
}

TEST_CASE("a cell in a dark cell stands on dark ground") {
  const std::string inner = cell("", white_run());
  CHECK(hidden_in_body("<w:tbl><w:tr><w:tc><w:tcPr>" + fill("000000") + "</w:tcPr>" + inner +
                       "<w:p/></w:tc></w:tr></w:tbl>")
            .empty());
}

TEST_CASE("a table style that shades cells may stand behind white letters") {
  const std::string table =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"Dark\"/></w:tblPr><w:tr><w:tc><w:p>" + white_run() +
      "</w:p></w:tc></w:tr></w:tbl>";
  const std::string styles =
      "<w:style w:type=\"table\" w:styleId=\"Base\"><w:tblStylePr w:type=\"firstRow\"><w:tcPr>" +
      fill("4472C4") +
      "</w:tcPr></w:tblStylePr></w:style><w:style w:type=\"table\" w:styleId=\"Dark\">"
      "<w:basedOn w:val=\"Base\"/></w:style>";
  CHECK(hidden_in(read_ok(DocxBuilder().body(paragraph("shown") + table).styles(styles))).empty());
  CHECK(hidden_in(read_body(paragraph("shown") + table)) == "empathy and patience");
}

TEST_CASE("styles hide too: white, vanishing and tiny ones") {
  const auto with_style = [](std::string_view properties) {
    return hidden_in(
        read_ok(DocxBuilder()
                    .body(paragraph("shown") + paragraph("empathy", "<w:pStyle w:val=\"Odd\"/>"))
                    .styles("<w:style w:type=\"paragraph\" w:styleId=\"Odd\"><w:rPr>" +
                            std::string(properties) + "</w:rPr></w:style>")));
  };
  CHECK(with_style(white) == "empathy");
  CHECK(with_style("<w:vanish/>") == "empathy");
  CHECK(with_style("<w:sz w:val=\"3\"/>") == "empathy");
  CHECK(with_style("<w:sz w:val=\"16\"/>").empty());
}

TEST_CASE("letters of two points are hidden, a small one is not") {
  const Extracted extracted =
      read_body(paragraph("shown") + "<w:p>" + run("empathy", "<w:sz w:val=\"2\"/>") + "</w:p>");
  REQUIRE(extracted.hidden.size() == 1);
  CHECK(extracted.hidden[0].by == HiddenBy::size);
  CHECK(hidden_in_paragraph(run("empathy", "<w:sz w:val=\"10\"/>")).empty());
}

TEST_CASE("white letters over a page of another colour are not hidden, paper letters on it are") {
  const auto on_blue = [](std::string_view color) {
    return hidden_in(read_ok(DocxBuilder().document(word_part(
        "document", "<w:background w:color=\"1F3864\"/><w:body>" + paragraph("shown") + "<w:p>" +
                        run("empathy", "<w:color w:val=\"" + std::string(color) + "\"/>") +
                        "</w:p></w:body>"))));
  };
  CHECK(on_blue("FFFFFF").empty());
  CHECK(on_blue("1F3864") == "empathy");
}

TEST_CASE(
    "white letters in a text box, or over a shape behind the text, stay; the latter is told") {
  CHECK(hidden_in_paragraph(text_box("<w:p>" + white_run() + "</w:p>")).empty());
  const std::string shape =
      "<w:p><w:r><w:drawing><wp:anchor xmlns:wp=\"urn:wp\" "
      "behindDoc=\"1\"/></w:drawing></w:r></w:p>";
  const Extracted extracted =
      read_body(shape + paragraph("shown") + "<w:p>" + white_run() + "</w:p>");
  CHECK(extracted.hidden.empty());
  CHECK(extracted.text.find("empathy") != std::string::npos);
  CHECK(has_finding(extracted, "text-in-color-of-page"));
}

TEST_CASE("hidden text comes in the order of its paragraphs, with the reason for each") {
  const Extracted extracted =
      read_body(paragraph("shown") + "<w:p>" + white_run("one") + "</w:p><w:p>" +
                run("two", "<w:vanish/>") + "</w:p><w:p>" + white_run("three") + "</w:p>");
  REQUIRE(extracted.hidden.size() == 3);
  CHECK(extracted.hidden[0].text == "one");
  CHECK(extracted.hidden[1].text == "two");
  CHECK(extracted.hidden[2].text == "three");
  CHECK(std::ranges::count(extracted.findings, "hidden-text", &Finding::id) == 2);
}

TEST_CASE("a picture that covers much of a page is told, a portrait is not") {
  const auto with_picture = [](int width, int height) {
    const std::string size =
        "cx=\"" + std::to_string(width) + "\" cy=\"" + std::to_string(height) + "\"";
    return read_body(paragraph("shown") +
                     "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"urn:wp\" xmlns:a=\"urn:a\">"
                     "<wp:extent " +
                     size + "/><a:blip/></wp:inline></w:drawing></w:r></w:p>");
  };
  CHECK(has_finding(with_picture(5486400, 7315200), "text-in-picture"));
  CHECK_FALSE(has_finding(with_picture(1371600, 1828800), "text-in-picture"));
}
