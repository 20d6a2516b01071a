#include "rapport/document.hpp"

#include <doctest/doctest.h>

#include "input/text.hpp"
#include "text/source_range.hpp"

using namespace rapport;

namespace {

Document document(std::string text) {
  return make_document("cv.txt", extract_text(std::move(text)));
}

std::string source_of(const Document& document, std::string_view phrase) {
  const std::size_t begin = document.text.find(phrase);
  REQUIRE(begin != std::string::npos);
  const SourceRange range = source_range(document, begin, begin + phrase.size());
  return document.source.text.substr(range.begin, range.end - range.begin);
}

}  // namespace

TEST_CASE("a text of one line is one unit of no section, whatever it looks like") {
  for (const std::string text :
       {"Communication Skills", "Skills", "EXPERIENCE", "strong listening skills",
        "Objective:", "Skills: patience, tact", "# Skills", "Dear Ms. Sample,", "Sincerely,", "?!",
        "-", "References available upon request", "555-0100", "a"}) {
    CAPTURE(text);
    const Document one = document(text);
    REQUIRE(one.units.size() == 1);
    CHECK(one.units[0].kind != UnitKind::heading);
    REQUIRE(one.sections.size() == 1);
    CHECK(one.sections[0].kind == SectionKind::other);
  }
}

TEST_CASE("a place in a text is a line and a column in characters") {
  const Document two = document("Zoë Example\nZoë stayed calm");
  const std::size_t begin = two.text.find("calm");
  const Place place = two.place(begin, begin + 4);
  CHECK(place.line == 2);
  CHECK(place.column == 12);
}

TEST_CASE("the box of a place encloses the words of its first line alone") {
  Extracted pdf{.format = "pdf", .text = "Calmed angry\ncallers"};
  pdf.blocks = {{.begin = 0, .end = 12, .place = {.page = 1, .line = 1}, .may_wrap = true},
                {.begin = 13, .end = 20, .place = {.page = 1, .line = 2}, .may_wrap = true}};
  pdf.words = {
      {0, 6, 1, {10, 10, 40, 20}}, {7, 12, 1, {45, 9, 70, 20}}, {13, 20, 1, {10, 25, 50, 35}}};
  const Document one = make_document("cv.pdf", pdf);
  const Place place = one.place(0, 20);
  REQUIRE(place.box.has_value());
  CHECK(*place.box == Box{10, 9, 70, 20});
  CHECK(place.page == 1);
  CHECK(one.place(13, 20).line == 2);
}

TEST_CASE("a phrase leads back to its own characters in the source") {
  const Document one = document(
      "I was **calm** and e\xCC\x81gal, o\xEF\xAC\x83"
      "ce");
  CHECK(source_of(one, "calm") == "calm");
  CHECK(source_of(one, "égal") == "e\xCC\x81gal");
  CHECK(source_of(one, "office") ==
        "o\xEF\xAC\x83"
        "ce");
}

TEST_CASE("no byte of a text lies behind its source, though a last bad byte became three") {
  const Document one = document("Calm\xFF");
  for (std::size_t at = 0; at <= one.text.size(); ++at) CHECK(one.to_source.source(at) <= 5);
}

TEST_CASE("a given kind is not second-guessed") {
  const auto posting = make_document("x", extract_text("Dear Sir"), DocumentKind::posting);
  CHECK(posting.kind == DocumentKind::posting);
}

TEST_CASE("every kind has a name that reads back") {
  for (const auto kind :
       {DocumentKind::resume, DocumentKind::cover_letter, DocumentKind::posting}) {
    CHECK(document_kind(name_of(kind)) == kind);
  }
  CHECK_FALSE(document_kind("novel").has_value());
  CHECK(name_of(SectionKind::letter_body) == "letter-body");
  CHECK(name_of(SectionKind::other) == "other");
}
