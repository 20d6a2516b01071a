#include "text/markdown.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

std::string plain(std::string_view line) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& mark : markdown_marks(line)) {
    REQUIRE(mark.begin >= at);
    out += line.substr(at, mark.begin - at);
    at = mark.end;
  }
  return out += line.substr(at);
}

}  // namespace

TEST_CASE("marks of emphasis, headings and links go, their words stay") {
  CHECK(plain("**Calmed** 30 callers, *kindly*, and __won__ _twice_") ==
        "Calmed 30 callers, kindly, and won twice");
  CHECK(plain("## Skills ##") == "Skills");
  CHECK(plain("See [my shop](https://example.com) now") == "See my shop now");
  CHECK(plain("***Agent***") == "Agent");
  CHECK(plain("**Won** \"Agent\" \\*twice\\*") == "Won \"Agent\" *twice*");
}

TEST_CASE("what only looks like a mark stays") {
  for (const std::string line :
       {"* Sold shoes", "C# and F#", "#1 seller", "3 * 4 * 5", "snake_case_name", "Dear [Name],",
        "_____________", "4* hotel", "- [ ] open"}) {
    CAPTURE(line);
    CHECK(plain(line) == line);
  }
}
