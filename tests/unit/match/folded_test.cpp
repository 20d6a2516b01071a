#include "match/folded.hpp"

#include <doctest/doctest.h>

using rapport::fold;
using rapport::Folded;

TEST_CASE("text is folded to plain lower case with straight quotes") {
  CHECK(fold("The guest’s  café — calm & ‘kind’").text == "the guest's cafe - calm and 'kind'");
}

TEST_CASE("newlines and runs of blanks are one blank, at the edges none") {
  CHECK(fold("  calm\n\tand   kind ").text == "calm and kind");
}

TEST_CASE("bullets and bars inside a unit part it like a semicolon") {
  CHECK(fold("Typing • Listening | Sales").text == "typing ; listening ; sales");
}

TEST_CASE("letters without an ASCII base are parts of words that no pattern has") {
  const Folded folded = fold("Привет wörld");
  REQUIRE(folded.tokens.size() == 2);
  CHECK(folded.word(folded.tokens[0]) == "______");
  CHECK(folded.word(folded.tokens[1]) == "world");
}

TEST_CASE("a name with an accent is one word, so that half of it matches nothing") {
  CHECK(fold("Zoë").tokens.size() == 1);
}

TEST_CASE("every folded byte knows where it came from") {
  const std::string_view source = "Né — “Zoë”";
  const Folded folded = fold(source);
  REQUIRE(folded.origin.size() == folded.text.size() + 1);
  const auto zoe = folded.tokens.back();
  CHECK(source.substr(folded.origin[zoe.begin],
                      folded.origin[zoe.end] - folded.origin[zoe.begin]) == "Zoë");
  CHECK(folded.origin.back() == source.size());
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
  const Folded folded = fold("calm \xFF\xC3 voice");
  CHECK(folded.text == "calm voice");
}

TEST_CASE("words glued where a line was joined come apart, names with capitals inside do not") {
  CHECK(fold("skillsProfessional and kind").text == "skills professional and kind");
  CHECK(fold("PhD, iOS, McNeil").text == "phd, ios, mcneil");
}

TEST_CASE("a plural's apostrophe parts it from the word glued behind it") {
  CHECK(fold("students'needs, the guest's, o'clock").text ==
        "students' needs, the guest's, o'clock");
}
