#include "input/docx.hpp"

#include <doctest/doctest.h>

#include "docx_reading.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

std::string error_of(std::string bytes) {
  const auto result = read_docx(std::move(bytes));
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == ErrorKind::input);
  CHECK(result.error().subject == "cv.docx");
  CHECK_FALSE(result.error().remedy.empty());
  return result.error().message;
}

}  // namespace

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
  CHECK(read_docx(make_zip({{"word/document.xml", word_part("document", text)}}))->text == "text");
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
