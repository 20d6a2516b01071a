#include "lexicon/pattern.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using rapport::classes_in;
using rapport::PatternCompiler;
using rapport::WordClasses;
using Words = std::vector<std::string>;

namespace {

const WordClasses classes = {{"ask", {"ask", "asked", "inquired into"}},
                             {"who", {"<ask>", "guests"}}};

Words first(std::string_view pattern) {
  return PatternCompiler(classes).edges(pattern).value().first;
}
Words last(std::string_view pattern) {
  return PatternCompiler(classes).edges(pattern).value().last;
}

}  // namespace

TEST_CASE("the words that a phrase can begin and end with are listed") {
  CHECK(first("asked probing questions") == Words{"asked"});
  CHECK(last("asked probing questions") == Words{"questions"});
}

TEST_CASE("an optional word at an edge lets the next word begin or end the phrase") {
  CHECK(first("very? calm voice") == Words{"calm", "very"});
  CHECK(last("calm voice too?") == Words{"too", "voice"});
}

TEST_CASE("endings are glued to their word") {
  CHECK(first("resolv(e|ed|ing)") == Words{"resolve", "resolved", "resolving"});
  CHECK(last("complaint(s)?") == Words{"complaint", "complaints"});
}

TEST_CASE("a hyphen may be a blank or nothing, so the word before it may end there") {
  CHECK(first("de-escalate") == Words{"de", "deescalate"});
  CHECK(last("de-escalate") == Words{"deescalate", "escalate"});
}

TEST_CASE("a word class stands for its words, and may hold other classes") {
  CHECK(first("<who> wait") == Words{"ask", "asked", "guests", "inquired"});
  CHECK(last("wait for <ask>") == Words{"ask", "asked", "into"});
}

TEST_CASE(
    "the most blanks in a match are counted: of gaps, of hyphens, of the widest alternative") {
  const auto blanks = [](std::string_view pattern) {
    return PatternCompiler(classes).edges(pattern).value().most_blanks;
  };
  CHECK(blanks("calm") == 0);
  CHECK(blanks("<ask> <gap:3> guests (calmly|with care)?") == 7);
  CHECK(blanks("de-escalat(e|ed)") == 1);
}

TEST_CASE("each alternative has its own edges, and what is one word alone shares them") {
  PatternCompiler compiler(classes);
  const auto parts = compiler.edges_of_alternatives("calm <gap:2> guests|kind|(soft voice|warm)");
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].first == Words{"calm"});
  CHECK(parts[0].last == Words{"guests"});
  CHECK(parts[1].first == Words{"soft"});
  CHECK(parts[1].last == Words{"voice"});
  CHECK(parts[2].first == Words{"kind", "warm"});
  CHECK(parts[2].most_blanks == 0);
}

TEST_CASE("of the words that a phrase needs between its edges the rarest are named") {
  const auto middle = [](std::string_view pattern) {
    return PatternCompiler(classes).edges_of_alternatives(pattern).at(0).middle;
  };
  CHECK(middle("kept <gap:2> (guests|families) at ease") == Words{"families", "guests"});
  CHECK(middle("kept (families)? at <ask> ease") == Words{"ask", "asked", "inquired"});
  CHECK(middle("and re-negotiating it") == Words{"re", "renegotiating"});
  CHECK(middle("kept guests").empty());
  CHECK(middle("calm (,|and) kind").empty());
  CHECK(middle("calm (very)? <gap:3> kind").empty());
  CHECK(middle("calm (<gap:2> voice|tone) kind").empty());
  CHECK(middle("calm covid<number> kind").empty());
  CHECK(middle("calm <digits>% kind") == Words{"#"});
}

TEST_CASE("all words of digits are one word to the index") {
  const Words words = first("<number> calls");
  CHECK(std::ranges::count(words, "#") == 1);
  CHECK(std::ranges::count(words, "twenty") == 1);
  CHECK(first("<digits>(x|-fold)") == Words{"#"});
  CHECK(last("<digits>(x|-fold)") == Words{"#", "fold"});
  CHECK(last("(up to)? <digits>%") == Words{"#"});
}

TEST_CASE("a sign ends the word that it is glued to, also where a group stands before it") {
  CHECK(first("(guest|host)'s wish") == Words{"guest", "host"});
  CHECK(first("<ask>/tell (all)?") == Words{"ask", "asked", "inquired"});
  CHECK(last("wish (of|for,)(all|none)") == Words{"all", "none", "ofall", "ofnone"});
}

TEST_CASE("what is glued to a phrase at both ends is one word where the phrase can be one") {
  CHECK(last("o(ray (skills)?)ce") == Words{"orayce", "skillsce"});
  CHECK(first("o((very)? ray)ce") == Words{"orayce", "overy"});
  CHECK(last("o(ray skills)ce") == Words{"skillsce"});
  CHECK(last("w(ait (and|,))") == Words{"and", "w", "wait"});
}

TEST_CASE("where a sign can stand for the last word, the one before it is listed too") {
  CHECK(last("wit (and|,)") == Words{"and", "wit"});
  CHECK(first("(and|,) wit") == Words{"and", "wit"});
}

TEST_CASE("a word that begins with a digit is a number to the index, as it is in a text") {
  CHECK(first("24 hours") == Words{"#"});
  CHECK(last("studies (101|2nd)") == Words{"#"});
  CHECK(first("#x more") == Words{"#"});
}

TEST_CASE("a fault in a pattern is told at its place") {
  const auto offset = [](std::string_view pattern) {
    const auto compiled = PatternCompiler(classes).edges(pattern);
    REQUIRE_FALSE(compiled);
    return compiled.error().offset;
  };
  CHECK(offset("calm (voice") == 5);
  CHECK(offset("calm voice)") == 10);
  CHECK(offset("calm <nobody>") == 5);
  CHECK(offset("Calm") == 0);
  CHECK(offset("calm <gap:99> voice") == 5);
  CHECK(offset("colou?r") == 0);
}

TEST_CASE("a phrase in which nothing must be there, or with a gap at its edge, is a fault") {
  for (const char* pattern :
       {"calm?", "", "(calm|)", "<gap:2> calm", "calm <gap:2>", "very? <gap:2> calm",
        "calm <gap:2> down?", "o(<gap:2> calm)ce", "o(calm <gap:2>)ce"}) {
    CAPTURE(pattern);
    CHECK_FALSE(PatternCompiler(classes).edges(pattern));
  }
}

TEST_CASE("groups that make more words than anybody means are a fault, and hyphens are none") {
  std::string glued;
  for (int i = 0; i < 40; ++i) glued += "(a|b|c)";
  const auto compiled = PatternCompiler(classes).edges(glued);
  REQUIRE_FALSE(compiled);
  CHECK(compiled.error().message.find("too many words") != std::string::npos);
  CHECK(PatternCompiler(classes).edges("a" + std::string(200, '-') + "b"));
}

TEST_CASE("a gap may end a group that stands inside a phrase") {
  CHECK(PatternCompiler(classes).edges("time (and <gap:2>)? management"));
}

TEST_CASE("a word class that contains itself is a fault, not a hang") {
  const WordClasses circle = {{"a", {"<b>"}}, {"b", {"<a>"}}};
  CHECK_FALSE(PatternCompiler(circle).edges("<a> word"));
}

TEST_CASE("the classes of a pattern are named in order") {
  CHECK(classes_in("<ask> <gap:2> <who>") == Words{"ask", "gap:2", "who"});
}

TEST_CASE("phrases of a pattern are the same every time and differ from each other") {
  PatternCompiler compiler(classes);
  const Words phrases = compiler.phrases("(calm|quiet) <gap:2> voice(s)?", 40);
  CHECK(phrases == compiler.phrases("(calm|quiet) <gap:2> voice(s)?", 40));
  CHECK(phrases.size() > 6);
  CHECK(std::ranges::count(phrases, "calm voices") == 1);
}
