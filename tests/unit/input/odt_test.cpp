#include "input/odt.hpp"

#include <doctest/doctest.h>

#include "odt_reading.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

std::string error_of(std::string bytes) {
  const auto result = read_odt(std::move(bytes));
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == ErrorKind::input);
  CHECK(result.error().subject == "cv.odt");
  CHECK_FALSE(result.error().remedy.empty());
  return result.error().message;
}

std::string flat(std::string_view text, const std::string& mime = odt_mime) {
  return odt_root("document",
                  "<office:body><office:text>" + std::string(text) + "</office:text></office:body>",
                  "office:mimetype=\"" + mime + "\"");
}

std::string package(const std::string& content) {
  return make_zip({{"mimetype", odt_mime, ZIP_CM_STORE}, {"content.xml", content}});
}

Recognition recognise(std::string name, std::string bytes) {
  return odt_reader().recognise({.name = std::move(name), .bytes = std::move(bytes)});
}

}  // namespace

TEST_CASE("an OpenDocument is known by its content, packed or flat, with or without its type") {
  CHECK(recognise("cv", make_odt({.text = "<text:p>a</text:p>"})) == Recognition::by_content);
  CHECK(recognise("cv.xml", flat("")) == Recognition::by_content);
  CHECK(recognise("cv", make_zip({{"content.xml", "<a/>"}, {"META-INF/manifest.xml", "<a/>"}})) ==
        Recognition::by_content);
  CHECK(recognise("cv.ODT", "text") == Recognition::by_name);
  CHECK(recognise("cv.docx", DocxBuilder().body("").build()) == Recognition::no);
  CHECK(recognise("cv.txt", "Jane") == Recognition::no);
}

TEST_CASE("the registry gives OpenDocuments to their reader, not to the one for Word") {
  const auto read_any = read({.name = "cv", .bytes = make_odt({.text = "<text:p>a</text:p>"})});
  REQUIRE(read_any.has_value());
  CHECK(read_any->format == "odt");
}

TEST_CASE("a flat OpenDocument reads like a packed one") {
  const auto read_flat = read_odt(flat("<text:h text:outline-level=\"1\">Skills</text:h>"));
  REQUIRE(read_flat.has_value());
  CHECK(read_flat->text == "Skills");
  CHECK(read_flat->blocks.at(0).heading_level == 1);
}

TEST_CASE("a document without styles still has its text") {
  CHECK(odt_text("<text:p text:style-name=\"P9\">text</text:p>").text == "text");
}

TEST_CASE("an encrypted OpenDocument is told as that") {
  const std::string encrypted =
      "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/>"
      "</manifest:file-entry>";
  CHECK(error_of(make_odt({.text = "x", .manifest = encrypted})) == "is protected by a password");
  const std::string picture =
      "<manifest:file-entry manifest:full-path=\"x.png\"><manifest:encryption-data/>"
      "</manifest:file-entry>";
  CHECK(odt_ok({.text = "<text:p>a</text:p>", .manifest = picture}).text == "a");
}

TEST_CASE("another OpenDocument is named for what it is") {
  const std::string sheet = "application/vnd.oasis.opendocument.spreadsheet";
  CHECK(error_of(make_zip({{"mimetype", sheet, ZIP_CM_STORE}, {"content.xml", "<a/>"}})) ==
        "is an OpenDocument spreadsheet, not a text document");
  CHECK(error_of(flat("", "application/vnd.oasis.opendocument.presentation")) ==
        "is an OpenDocument presentation, not a text document");
  CHECK(error_of(package(odt_root("document-content", "<office:body/>"))) ==
        "is an OpenDocument file, but not a text document");
  CHECK(error_of("Jane Example") == "is not an OpenDocument file");
}

TEST_CASE("an OpenDocument without text is an error that says whether it has images") {
  CHECK(error_of(make_odt({.text = "<text:p/>"})) == "has no text");
  CHECK(error_of(make_odt({.text = "<text:p><draw:frame><draw:image/></draw:frame></text:p>"})) ==
        "has no text, only images");
}

TEST_CASE("a damaged OpenDocument keeps the text before the damage") {
  const std::string whole =
      odt_root("document-content",
               "<office:body><office:text><text:p>kept</text:p><text:p>lost</text:p>"
               "</office:text></office:body>");
  const auto cut = read_odt(package(whole.substr(0, whole.find("lost"))));
  REQUIRE(cut.has_value());
  CHECK(cut->text == "kept");
  CHECK(odt_finding(*cut, "damaged-part"));
  CHECK(error_of(make_zip({{"mimetype", odt_mime, ZIP_CM_STORE}})) ==
        "is damaged: its main part is missing");
  const std::string good = make_odt({.text = "<text:p>text</text:p>"});
  CHECK(error_of(good.substr(0, good.size() / 2)).starts_with("is damaged: the archive"));
}

TEST_CASE("a document type in an OpenDocument is refused, entities and all") {
  CHECK(error_of(package("<!DOCTYPE a [<!ENTITY b \"c\">]>" +
                         odt_root("document-content",
                                  "<office:body><office:text><text:p>&b;"
                                  "</text:p></office:text></office:body>")
                             .substr(38)))
            .starts_with("declares a document type"));
}

TEST_CASE("an OpenDocument of endless text or paragraphs is refused") {
  std::string many;
  for (int i = 0; i < 100'001; ++i) many += "<text:p>x</text:p>";
  CHECK(error_of(make_odt({.text = many})) == "holds far more than a resume or a letter");
  std::string long_ones;
  for (int i = 0; i < 9; ++i) long_ones += "<text:p>" + std::string(1 << 20, 'x') + "</text:p>";
  CHECK(error_of(make_odt({.text = long_ones})) == "holds far more than a resume or a letter");
  std::string blanks = "<text:p>a";
  for (int i = 0; i < 10'000; ++i) blanks += "<text:s text:c=\"999999999\"/>";
  CHECK(error_of(make_odt({.text = blanks + "</text:p>"})) ==
        "holds far more than a resume or a letter");
}

TEST_CASE("styles that inherit from each other in a ring end") {
  CHECK(odt_ok({.text = "<text:p text:style-name=\"a\">text</text:p>",
                .automatic_styles = "<style:style style:name=\"a\" style:family=\"paragraph\" "
                                    "style:parent-style-name=\"b\"/>"
                                    "<style:style style:name=\"b\" style:family=\"paragraph\" "
                                    "style:parent-style-name=\"a\"/>"})
            .text == "text");
}
