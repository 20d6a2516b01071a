#include "report/quote.hpp"

#include <doctest/doctest.h>

#include "report/display.hpp"

using namespace rapport;

namespace {

// Marked fragments between bars.
std::string shown(std::string_view text, const std::vector<std::string>& marked, int columns) {
  std::vector<Span> spans;
  for (const std::string& words : marked) {
    const std::size_t begin = text.find(words);
    spans.push_back({begin, begin + words.size()});
  }
  std::string result;
  for (const Fragment& fragment : quote(text, {0, text.size()}, spans, columns)) {
    result += fragment.marked ? '|' + fragment.text + '|' : fragment.text;
  }
  return result;
}

constexpr std::string_view sentence =
    "When the line grew long last winter I stayed calm and rebooked every passenger before ten";

}  // namespace

TEST_CASE("what fits is quoted whole, with every marked range") {
  CHECK(shown("Answered 60 calls a day, calmly", {"calmly", "60 calls"}, 80) ==
        "Answered |60 calls| a day, |calmly|");
}

TEST_CASE("a mark inside a word does not tear it") {
  CHECK(shown("well-spoken person", {"spoken"}, 80) == "well-|spoken| person");
}

TEST_CASE("overlapping ranges become one") {
  CHECK(shown("took full charge", {"took full", "full charge"}, 80) == "|took full charge|");
}

TEST_CASE("a long sentence is cut around the marked words, on both sides") {
  const std::string cut = shown(sentence, {"stayed calm"}, 44);
  CHECK(cut == "… winter I |stayed calm| and rebooked every …");
}

TEST_CASE("a quote is never wider than asked") {
  for (int columns = 20; columns < 100; ++columns) {
    const std::string cut = shown(sentence, {"stayed calm"}, columns);
    CAPTURE(columns);
    CHECK(display_width(cut) - 2 <= columns);
    CHECK(cut.find("stayed calm") != std::string::npos);
  }
}

TEST_CASE("a marked range wider than the quote is cut at its end") {
  CHECK(shown(sentence, {std::string(sentence)}, 24) == "|When the line grew| …");
}

TEST_CASE("a word without end is cut by width") {
  CHECK(display_width(shown(std::string(500, 'x'), {"xxx"}, 30)) <= 36);
}

TEST_CASE("line breaks inside a sentence read as blanks") {
  CHECK(shown("Answered\ncalls", {"Answered\ncalls"}, 40) == "|Answered calls|");
}

TEST_CASE("ranges outside the unit are cut to it") {
  const Quote result = quote("one two three", {4, 7}, {{0, 13}}, 40);
  REQUIRE(result.size() == 1);
  CHECK(result[0].text == "two");
  CHECK(result[0].marked);
}
