#include <doctest/doctest.h>

#include <set>

#include "rapport/reader.hpp"

using namespace rapport;

TEST_CASE("readers have names of their own") {
  std::set<std::string_view> names;
  for (const Reader* reader : readers()) {
    CHECK(names.insert(reader->name()).second);
    CHECK_FALSE(reader->description().empty());
  }
}

TEST_CASE("the content decides which reader reads, not the name") {
  const auto text = read({.name = "cv.pdf", .bytes = "Calm under pressure"});
  REQUIRE(text.has_value());
  CHECK(text->format == "text");
}

TEST_CASE("an unknown binary file is refused by what it is") {
  const auto image = read({.name = "scan.jpg", .bytes = "\xFF\xD8\xFF\xE0 JFIF"});
  REQUIRE_FALSE(image.has_value());
  CHECK(image.error().to_string() ==
        "scan.jpg: is an image: a machine reads no text in it "
        "(give the PDF, DOCX or text that it was made from)");
}

TEST_CASE("an image called .pdf is told as an image, not as a damaged PDF") {
  const auto image = read({.name = "resume.pdf", .bytes = "\x89PNG\r\n\x1A\n"});
  REQUIRE_FALSE(image.has_value());
  CHECK(image.error().message == "is an image: a machine reads no text in it");
}
