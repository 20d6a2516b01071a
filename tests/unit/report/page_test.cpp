#include "report/page.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "report/display.hpp"

using namespace rapport;

namespace {

std::string plain(int width, const Runs& lead, const Runs& body, int indent) {
  Page page(false, width);
  page.paragraph(lead, body, indent);
  return std::move(page).take();
}

}  // namespace

TEST_CASE("a paragraph wraps at the width and hangs at its indent") {
  CHECK(plain(40, {{"  -"}}, {{"one two three four five six seven eight nine"}}, 4) ==
        "  - one two three four five six seven\n"
        "    eight nine\n");
}

TEST_CASE("a lead wider than the indent keeps one blank, and later lines still hang") {
  CHECK(plain(40, {{"a long lead"}}, {{"and a body that has to go on below it"}}, 2) ==
        "a long lead and a body that has to go on\n"
        "  below it\n");
}

TEST_CASE("a body that does not fit behind its lead starts on the next line") {
  CHECK(plain(40, {{"a lead of thirty-four columns here"}}, {{"unbreakable"}}, 2) ==
        "a lead of thirty-four columns here\n"
        "  unbreakable\n");
}

TEST_CASE("wide characters count twice when wrapping") {
  CHECK(plain(40, {}, {{"日本語日本語日本語 日本語日本語日本語 日本"}}, 0) ==
        "日本語日本語日本語 日本語日本語日本語\n"
        "日本\n");
}

TEST_CASE("a word wider than the page is cut, never beyond the edge") {
  std::istringstream lines(plain(40, {}, {{std::string(95, 'x') + " end"}}, 7));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) CHECK(display_width(line) <= 40);
  CHECK(count == 3);
}

TEST_CASE("styles change inside a word without a blank") {
  Page page(true, 40);
  page.paragraph({}, {{"(", Style::plain}, {"bold", Style::mark}, {")."}}, 0);
  CHECK(std::move(page).take() == "(\033[1mbold\033[0m).\n");
}

TEST_CASE("without colour no escape is printed and marked words stand between asterisks") {
  CHECK(plain(40, {}, {{"a "}, {"b c", Style::mark}, {" d", Style::bad}}, 0) == "a *b c* d\n");
}

TEST_CASE("no line ends in a blank, and an empty body ends the line") {
  CHECK(plain(40, {{"lead"}}, {}, 10) == "lead\n");
  CHECK(plain(40, {{"lead"}}, {{"word "}}, 6) == "lead  word\n");
}

TEST_CASE("a heading's rule ends at the right edge") {
  Page page(false, 50);
  page.heading("Gaps");
  std::string line = std::move(page).take();
  line.pop_back();
  CHECK(display_width(line) == 50);
}
