#include "match/scanner.hpp"

#include <doctest/doctest.h>

#include <random>

#include "lexicon/pattern.hpp"
#include "match/pattern_table.hpp"

using namespace rapport;

namespace {

struct Fixture {
  std::vector<Rule> rules;
  WordClasses classes = {{"ask", {"ask", "asked", "asking"}}, {"who", {"guest", "guests"}}};

  explicit Fixture(std::initializer_list<const char*> patterns) {
    for (const char* pattern : patterns) rules.push_back(Rule{.pattern = pattern});
  }

  std::vector<std::string> find(std::string_view text) const {
    std::vector<const Rule*> pointers;
    for (const Rule& rule : rules) pointers.push_back(&rule);
    const auto scanner = Scanner::make(pointers, classes);
    REQUIRE(scanner);
    const Folded folded = fold(text);
    std::vector<std::string> found;
    for (const Hit& hit : scanner->scan(folded)) {
      found.push_back(folded.text.substr(hit.begin, hit.end - hit.begin));
    }
    CHECK(scanner->scan(folded) == scanner->scan_plainly(folded));
    return found;
  }
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a phrase is found as whole words, whatever their case") {
  const Fixture fixture{"calm voice"};
  CHECK(fixture.find("Kept a Calm Voice.") == Found{"calm voice"});
  CHECK(fixture.find("Calm voices") == Found{});
  CHECK(fixture.find("becalm voice") == Found{});
}

TEST_CASE("the longer ending wins over the shorter one when only it ends the word") {
  CHECK(Fixture{"resolv(e|ed)"}.find("resolved") == Found{"resolved"});
}

TEST_CASE("a gap lets words between, up to its number, and never crosses a semicolon") {
  const Fixture fixture{"<ask> <gap:2> questions"};
  CHECK(fixture.find("asked questions") == Found{"asked questions"});
  CHECK(fixture.find("asked them, politely, questions") ==
        Found{"asked them, politely, questions"});
  CHECK(fixture.find("asked one two three questions") == Found{});
  CHECK(fixture.find("asked them; questions") == Found{});
}

TEST_CASE("a blank in a pattern reads hyphens, possessives and alternatives too") {
  const Fixture fixture{"<who> focus"};
  CHECK(fixture.find("guest-focus") == Found{"guest-focus"});
  CHECK(fixture.find("the guests' focus") == Found{"guests' focus"});
  CHECK(fixture.find("guest/client focus") == Found{"guest/client focus"});
}

TEST_CASE("a hyphen in a pattern reads a blank, or nothing") {
  const Fixture fixture{"de-escalated"};
  CHECK(fixture.find("de-escalated").size() == 1);
  CHECK(fixture.find("de escalated").size() == 1);
  CHECK(fixture.find("Deescalated").size() == 1);
}

TEST_CASE("several places of one pattern are all found") {
  CHECK(Fixture{"<who>"}.find("guests and a guest").size() == 2);
}

TEST_CASE("a regex that RE2 refuses is an error with its file and line") {
  const Rule rule{.pattern = "(", .is_regex = true, .where = {"mine.toml", 7, 1}};
  const Rule* rules[] = {&rule};
  const auto scanner = Scanner::make(rules, {});
  REQUIRE_FALSE(scanner);
  CHECK(scanner.error().subject == "mine.toml:7");
}

TEST_CASE("the index finds what trying every pattern at every word finds") {
  const auto lexicon = load_lexicon();
  REQUIRE(lexicon);
  const PatternTable table(*lexicon);
  const auto scanner = Scanner::make(table.rules, lexicon->classes);
  REQUIRE(scanner);
  // Sentences glued from what the patterns themselves can say, so that matches abound.
  PatternCompiler compiler(lexicon->classes);
  std::vector<std::string> pieces;
  for (const Rule* rule : table.rules) {
    if (rule->is_regex) continue;
    for (std::string& phrase : compiler.phrases(rule->pattern, 3)) {
      pieces.push_back(std::move(phrase));
    }
  }
  std::mt19937 random(7);
  std::size_t hits = 0;
  for (int round = 0; round < 40; ++round) {
    std::string text;
    for (int piece = 0; piece < 4; ++piece) text += pieces[random() % pieces.size()] + ", ";
    const Folded folded = fold(text);
    const auto found = scanner->scan(folded);
    REQUIRE(found == scanner->scan_plainly(folded));
    hits += found.size();
  }
  CHECK(hits > 100);
}

TEST_CASE(
    "where none of the wanted patterns matches there is nothing, also no regular expression") {
  const Rule kind{.pattern = "kind"};
  const Rule number{.pattern = "[0-9]+", .is_regex = true};
  const Rule street{.pattern = "street [a-z]", .is_regex = true};
  const Rule* rules[] = {&kind, &number, &street};
  const auto scanner = Scanner::make(rules, {});
  REQUIRE(scanner);
  const std::vector<bool> wanted = {true, false, true};
  CHECK(scanner->scan(fold("room 12"), wanted).empty());
  for (const char* text : {"kind to 12 guests", "12 street b", "kind", "nothing"})
    CHECK(scanner->scan(fold(text), wanted) == scanner->scan_plainly(fold(text)));
}
