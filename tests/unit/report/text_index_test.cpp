#include "report/text_index.hpp"

#include <doctest/doctest.h>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

Document letter() {
  return Draft("letter.txt", DocumentKind::cover_letter)
      .section(SectionKind::letter_body, "")
      .unit("Dear Zoë,")
      .unit("I have patience.")
      .reading()
      .document;
}

// The same lines, as a PDF has them: two pages of one line each.
Document pages() {
  Document document = letter();
  document.source.format = "pdf";
  document.source.blocks[0].place = {.page = 1, .line = 1};
  document.source.blocks[1].place = {.page = 2, .line = 1};
  return document;
}

Span span(const Document& document, std::string_view words) {
  const std::size_t begin = document.text.find(words);
  return {begin, begin + words.size()};
}

}  // namespace

TEST_CASE("in a text file lines and columns are the file's own, in code points") {
  Document document = letter();
  document.source.blocks[0].place = {.line = 5, .column = 1};
  const TextRegion region = TextIndex(document).region(span(document, "Zoë"));
  CHECK(region.start_line == 5);
  CHECK(region.start_column == 6);
  CHECK(region.end_line == 5);
  CHECK(region.end_column == 9);
  CHECK_FALSE(region.characters.has_value());
}

TEST_CASE("in a PDF lines, columns and offsets are those of the extracted text") {
  const Document document = pages();
  const TextRegion region = TextIndex(document).region(span(document, "patience"));
  CHECK(region.start_line == 2);
  CHECK(region.start_column == 8);
  CHECK(region.end_column == 16);
  REQUIRE(region.characters.has_value());
  CHECK(region.characters->offset == 17);  // "Dear Zoë,\n" is 10 code points, "I have " 7
  CHECK(region.characters->length == 8);
}

TEST_CASE("a range over two lines ends in the second") {
  const Document document = pages();
  const TextRegion region = TextIndex(document).region({5, document.text.find("have")});
  CHECK(region.start_line == 1);
  CHECK(region.end_line == 2);
  CHECK(region.end_column == 3);
}

TEST_CASE("a line is found by its place, a page by its first line, and nothing where none is") {
  const Document document = pages();
  TextIndex index(document);
  CHECK(index.find({.page = 2, .line = 1})->begin == span(document, "I have").begin);
  CHECK(index.find({.page = 2})->begin == span(document, "I have").begin);
  CHECK_FALSE(index.find({.page = 3}).has_value());
  CHECK_FALSE(index.find({}).has_value());
}

TEST_CASE("a range outside the text is cut to it, and an empty text has one line") {
  const Document document = pages();
  CHECK(TextIndex(document).region({5000, 9000}).characters->length == 0);
  const Document empty;
  CHECK(TextIndex(empty).region({0, 0}).start_line == 1);
  CHECK(TextIndex(empty).unit_at(0).empty());
}

TEST_CASE("the sentence at an offset is the whole sentence") {
  const Document document = pages();
  CHECK(TextIndex(document).unit_at(span(document, "patience").begin) == "I have patience.");
}
