#include "input/docx.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "docx_builder.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Result<Extracted> read_bytes(std::string bytes) {
  return docx_reader().read({.name = "cv.docx", .bytes = std::move(bytes)});
}

Extracted read_ok(const DocxBuilder& builder) {
  auto result = read_bytes(builder.build());
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().to_string()));
  return std::move(*result);
}

Extracted read_body(std::string_view content) {
  return read_ok(DocxBuilder().body(content));
}

std::string error_of(std::string bytes) {
  const auto result = read_bytes(std::move(bytes));
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == ErrorKind::input);
  CHECK(result.error().subject == "cv.docx");
  CHECK_FALSE(result.error().remedy.empty());
  return result.error().message;
}

bool has_finding(const Extracted& extracted, std::string_view id) {
  return std::ranges::find(extracted.findings, id, &Finding::id) != extracted.findings.end();
}

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

TEST_CASE("comments are not read, and the user is told") {
  const Extracted extracted = read_ok(
      DocxBuilder()
          .body("<w:p>" + run("text") + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>")
          .part("comments", "comments.xml",
                word_part("comments", "<w:comment>" + paragraph("remark") + "</w:comment>")));
  CHECK(extracted.text == "text");
  CHECK(has_finding(extracted, "comments"));
}

TEST_CASE("footnotes and endnotes follow the body, separators left out") {
  const std::string separator =
      "<w:footnote w:type=\"separator\">" + paragraph("line") + "</w:footnote>";
  const Extracted extracted =
      read_ok(DocxBuilder()
                  .body(paragraph("text"))
                  .part("endnotes", "e.xml",
                        word_part("endnotes", "<w:endnote>" + paragraph("second") + "</w:endnote>"))
                  .part("footnotes", "f.xml",
                        word_part("footnotes", separator + "<w:footnote>" + paragraph("first") +
                                                   "</w:footnote>")));
  CHECK(extracted.text == "text\nfirst\nsecond");
  CHECK(extracted.blocks.at(1).role == BlockRole::note);
  CHECK(extracted.blocks.at(2).place.part == "endnote");
}

TEST_CASE("headers stand before the body and footers after it, each text once") {
  const std::string references =
      "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"h1.xml\"/>"
      "<w:headerReference w:type=\"default\" r:id=\"h2.xml\"/>"
      "<w:footerReference w:type=\"default\" r:id=\"f.xml\"/></w:sectPr>";
  const std::string header = word_part("hdr", paragraph("jane@example.com"));
  const Extracted extracted =
      read_ok(DocxBuilder()
                  .body(paragraph("text") + references)
                  .part("header", "h1.xml", header)
                  .part("header", "h2.xml", header)
                  .part("header", "unused.xml", header)
                  .part("footer", "f.xml", word_part("ftr", paragraph("Page 1"))));
  CHECK(extracted.text == "jane@example.com\ntext\nPage 1");
  CHECK(extracted.blocks.at(0).role == BlockRole::header);
  CHECK(extracted.blocks.at(0).place == Place{.paragraph = 1, .part = "header"});
  CHECK(extracted.blocks.at(2).role == BlockRole::footer);
  REQUIRE(has_finding(extracted, "text-in-header-or-footer"));
  CHECK(extracted.findings[0].message.starts_with("1 word stands only in the page header"));
}

TEST_CASE("a footer with only a page number, or words of the body, is not worth a finding") {
  const std::string references = "<w:sectPr><w:footerReference r:id=\"f.xml\"/></w:sectPr>";
  const Extracted extracted = read_ok(
      DocxBuilder()
          .body(paragraph("Jane Example") + references)
          .part("footer", "f.xml", word_part("ftr", paragraph("Jane Example - Page 1 of 2"))));
  CHECK(extracted.findings.empty());
}

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

TEST_CASE("parts are found by relation, in any case, with backslashes, in either namespace") {
  const std::string text = paragraph("text");
  CHECK(read_ok(DocxBuilder().main_name("word/document2.xml").body(text)).text == "text");
  CHECK(read_ok(DocxBuilder().main_name("Word/Document.XML").body(text)).text == "text");
  CHECK(read_ok(DocxBuilder().main_name("word\\document.xml").body(text)).text == "text");
  const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  CHECK(read_ok(DocxBuilder().document(word_part("document", text, strict))).text == "text");
  CHECK(read_ok(DocxBuilder().document("<document xmlns=\"" + word_uri +
                                       "\"><p><r><t>text</t></r></p></document>"))
            .text == "text");
  CHECK(read_bytes(make_zip({{"word/document.xml", word_part("document", text)}}))->text == "text");
}

TEST_CASE("text before damage is kept, and the user is told") {
  const std::string whole = word_part("document", paragraph("kept") + paragraph("lost"));
  const Extracted extracted =
      read_ok(DocxBuilder().document(whole.substr(0, whole.find("lost") - 9)));
  CHECK(extracted.text == "kept");
  CHECK(has_finding(extracted, "damaged-part"));
}

TEST_CASE("a damaged header costs only itself") {
  const Extracted extracted = read_ok(
      DocxBuilder()
          .body(paragraph("text") + "<w:sectPr><w:headerReference r:id=\"h.xml\"/></w:sectPr>")
          .part("header", "h.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"));
  CHECK(extracted.text == "text");
  CHECK(has_finding(extracted, "damaged-part"));
}

TEST_CASE("bytes that are no UTF-8 become replacement characters") {
  const Extracted extracted = read_body(paragraph("a\xFF\xFE") + paragraph("b"));
  CHECK(extracted.text.find('\xFF') == std::string::npos);
  CHECK(extracted.text.starts_with("a\uFFFD"));
}

TEST_CASE("a file that is no Word document is named for what it is") {
  const std::string ole = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, '\0');
  std::string encrypted = ole;
  for (const char c : std::string("EncryptedPackage")) encrypted.append({c, '\0'});
  CHECK(error_of(encrypted) == "is protected by a password");
  CHECK(error_of(ole) == "is in Word's old format (.doc), which is not read");
  CHECK(error_of("{\\rtf1 Jane}") == "is an RTF file, which is not read");
  CHECK(error_of("Jane Example") == "is not a Word document");
  CHECK(error_of(make_zip({{"mimetype", "application/vnd.oasis.opendocument.text", ZIP_CM_STORE},
                           {"content.xml", "<x/>"}})) ==
        "is an OpenDocument file (ODT), which is not read yet");
  CHECK(error_of(make_zip({{"xl/workbook.xml", "<x/>"}})) ==
        "is an Excel workbook, not a Word document");
  CHECK(error_of(make_zip({{"_rels/.rels", relations({{"r", "officeDocument", "ppt/p.xml"}})},
                           {"ppt/p.xml", "<p/>"}})) ==
        "is a PowerPoint presentation, not a Word document");
  CHECK(error_of(make_zip({{"META-INF/container.xml", "<x/>"}})) ==
        "is an e-book (EPUB), not a Word document");
  CHECK(error_of(make_zip({{"photo.jpg", "x"}})) == "is a zip archive, not a Word document");
  CHECK(error_of(make_zip({{"word/styles.xml", "<x/>"}})) ==
        "is damaged: its main part is missing");
}

TEST_CASE("a document without text is an error that says whether it has images") {
  CHECK(error_of(DocxBuilder().body("<w:p/>").build()) == "has no text");
  CHECK(error_of(DocxBuilder().body("<w:p><w:r><w:drawing/></w:r></w:p>").build()) ==
        "has no text, only images");
}

TEST_CASE("a document type is refused wherever the text would come from") {
  CHECK(error_of(DocxBuilder()
                     .document("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" +
                               word_part("document", paragraph("&x;")).substr(38))
                     .build())
            .starts_with("declares a document type"));
}

TEST_CASE("a damaged archive is told apart from what is none") {
  const std::string good = DocxBuilder().body(paragraph("text")).build();
  CHECK(error_of(good.substr(0, good.size() / 2)).starts_with("is damaged: the archive"));
  CHECK(error_of(DocxBuilder().document("").build()) == "is damaged: its text cannot be read");
}

TEST_CASE("a byte flipped in the text is an error, not a text with a flaw") {
  std::string stored = DocxBuilder().body(paragraph("conscientious")).method(ZIP_CM_STORE).build();
  stored[stored.find("conscientious")] = 'k';
  CHECK(error_of(stored).starts_with("is damaged: the archive"));
}

TEST_CASE("a small file that inflates without end is refused by what it really inflates to") {
  const std::string bomb = word_part("document", paragraph(std::string(80 << 20, 'x')));
  CHECK(error_of(DocxBuilder().document(bomb).build()) ==
        "holds far more than a resume or a letter");
}

TEST_CASE("a document of endless tiny paragraphs is refused") {
  std::string many;
  for (int i = 0; i < 100'001; ++i) many += "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
  CHECK(error_of(DocxBuilder().body(many).build()) == "holds far more than a resume or a letter");
}

TEST_CASE("markup nested deeper than any document's keeps what came before") {
  std::string deep;
  for (int i = 0; i < 1'000; ++i) deep += "<w:sdt>";
  const Extracted extracted = read_body(paragraph("before") + deep + paragraph("deep"));
  CHECK(extracted.text == "before");
  CHECK(has_finding(extracted, "damaged-part"));
}

TEST_CASE("the reader claims zip, OLE and RTF by content and Word's endings by name") {
  const auto recognise = [](std::string name, std::string bytes) {
    return docx_reader().recognise({.name = std::move(name), .bytes = std::move(bytes)});
  };
  CHECK(recognise("cv", DocxBuilder().body("").build()) == Recognition::by_content);
  CHECK(recognise("cv.txt", "{\\rtf1") == Recognition::by_content);
  CHECK(recognise("cv", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == Recognition::by_content);
  CHECK(recognise("CV.DOCX", "text") == Recognition::by_name);
  CHECK(recognise("cv.txt", "text") == Recognition::no);
}
