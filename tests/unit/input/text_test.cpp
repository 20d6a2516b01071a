#include "input/text.hpp"

#include <doctest/doctest.h>

using namespace rapport;
using namespace std::string_literals;

namespace {

Extracted read_ok(std::string bytes) {
  auto result = text_reader().read({.name = "cv.txt", .bytes = std::move(bytes)});
  REQUIRE_MESSAGE(result.has_value(), "must be readable");
  return std::move(*result);
}

Error read_error(std::string bytes) {
  auto result = text_reader().read({.name = "cv.txt", .bytes = std::move(bytes)});
  REQUIRE_FALSE(result.has_value());
  return result.error();
}

std::string line(const Extracted& text, std::size_t i) {
  const Block& block = text.blocks.at(i);
  return text.text.substr(block.begin, block.end - block.begin);
}

}  // namespace

TEST_CASE("the extracted text is exactly the given one, whatever its line ends") {
  const std::string given = "Calm\r\nKind\rPatient\nFriendly\n";
  const Extracted text = read_ok(given);
  CHECK(text.text == given);
  REQUIRE(text.blocks.size() == 4);
  CHECK(line(text, 1) == "Kind");
  CHECK(text.blocks[3].place.line == 4);
}

TEST_CASE("a blank line starts a paragraph") {
  const Extracted text = read_ok("One\nTwo\n \nThree");
  REQUIRE(text.blocks.size() == 3);
  CHECK_FALSE(text.blocks[1].starts_paragraph);
  CHECK(text.blocks[2].starts_paragraph);
  CHECK(text.blocks[2].may_wrap);
  CHECK(text.blocks[2].place.line == 4);
}

TEST_CASE("list items and Markdown headings are told by their marks") {
  const Extracted text = read_ok("# Jordan Example\nSkills\n======\n- Patience\n#1 seller");
  CHECK(text.blocks[0].heading_level == 1);
  CHECK(text.blocks[3].role == BlockRole::list_item);
  CHECK(text.blocks[4].heading_level == 0);
}

TEST_CASE("an underlined line is a heading when it stands alone") {
  const Extracted text = read_ok("Jordan\n\nSkills\n------\nPatience");
  CHECK(text.blocks[1].heading_level == 2);
}

TEST_CASE("a byte order mark is kept in the text but stands in no line") {
  const Extracted text = read_ok(
      "\xEF\xBB\xBF"
      "Calm");
  CHECK(line(text, 0) == "Calm");
  CHECK(text.text.size() == 7);
}

TEST_CASE("UTF-16 of both byte orders is read by its byte order mark") {
  CHECK(read_ok("\xFF\xFE"
                "C\0a\0l\0m\0=\xD8\x00\xDE"s)
            .text ==
        "\xEF\xBB\xBF"
        "Calm\xF0\x9F\x98\x80");
  CHECK(read_ok("\xFE\xFF\0C\0a\0l\0m"s).text ==
        "\xEF\xBB\xBF"
        "Calm");
}

TEST_CASE("UTF-16 without a byte order mark is read too, and that is told") {
  for (const std::string& bytes : {"C\0a\0l\0m\0 \0k\0\x19\x20"s, "\0C\0a\0l\0m\0 \0k\x20\x19"s}) {
    const Extracted text = read_ok(bytes);
    CHECK(text.text == "Calm k’");
    REQUIRE(text.findings.size() == 1);
    CHECK(text.findings[0].id == "guessed-encoding");
  }
}

TEST_CASE("a long text in UTF-16 with its mark is no other format") {
  std::string bytes = "\xFE\xFF";
  for (int i = 0; i < 200; ++i) bytes += "\0C\0a\0l\0m\0 "s;
  CHECK(read_ok(bytes).findings.empty());
}

TEST_CASE("bytes that are no UTF-8 are read as Windows-1252, and that is told") {
  const Extracted text = read_ok("Jordan\x92s r\xE9sum\xE9 \x96 2020");
  CHECK(text.text == "Jordan’s résumé – 2020");
  REQUIRE(text.findings.size() == 1);
  CHECK(text.findings[0].id == "guessed-encoding");
}

TEST_CASE("one bad byte among good UTF-8 does not turn the text into Windows-1252") {
  const Extracted text = read_ok("résumé, naïve\xFF");
  CHECK(text.text == "résumé, naïve\xEF\xBF\xBD");
  REQUIRE(text.findings.size() == 1);
  CHECK(text.findings[0].id == "unreadable-characters");
}

TEST_CASE("binary files are refused by the name of what they are") {
  CHECK(read_error("\x89PNG\r\n\x1A\n").message == "is an image: a machine reads no text in it");
  CHECK(read_error("{\\rtf1 hello}").message.find("RTF") != std::string::npos);
  CHECK(read_error("PK\x03\x04 etc").message.find("ZIP") != std::string::npos);
  CHECK(read_error("ab\0cd"s).message.find("not text") != std::string::npos);
}

TEST_CASE("a file of blanks holds no text") {
  CHECK(read_error(" \r\n\t\n").message == "holds no text, only blanks");
}

TEST_CASE("a text that begins with BM is not taken for a bitmap") {
  CHECK(read_ok("BM Example, cashier").blocks.size() == 1);
}

TEST_CASE("any text at hand can be laid out, an empty one too") {
  CHECK(extract_text("").blocks.empty());
  CHECK(extract_text("a\0b"s).blocks.size() == 1);
}
