#include "lexicon/regex_tree.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

TEST_CASE("simple regular expressions have a tree") {
  for (const char* regex :
       {"", "a", "a|b|", "(a)(?:b|)", "a?b*c+", "[a-z]+", "[^,;:]{0,60}", "a{3}", "[0-9]{2,4}",
        "[a-z]{2,}", "\\(a\\)\\.", ".", "[+/-]", "[-. ]", "24 ?/ ?7", "^a", "(^|b)a"}) {
    CAPTURE(regex);
    CHECK(parse_simple_regex(regex));
  }
}

TEST_CASE("what only RE2 understands has none") {
  for (const char* regex :
       {"a$", "a??",         "a*?",         "(a?)*",      "(a|)+", "\\d",    "\\b",
        "\\", "[[:alpha:]]", "[\\d]",       "[a-\\]]",    "[]a]",  "(?i)a",  "(?P<name>a)",
        "(",  ")",           "[a",          "a{",         "a{2",   "a{3,2}", "a{1000}",
        "*",  "a**",         "caf\xC3\xA9", "[\xC3\xA9]", "[z-a]"}) {
    CAPTURE(regex);
    CHECK_FALSE(parse_simple_regex(regex));
  }
}

TEST_CASE("a set of letters is what stands in its brackets") {
  const auto set = parse_simple_regex("[^a-cx-]");
  REQUIRE(set);
  const LetterSet& letters = set->parts.front().letters;
  for (const char c : std::string("abcx-")) CHECK_FALSE(letters.test(static_cast<std::size_t>(c)));
  CHECK(letters.test('d'));
  CHECK(letters.test('\n'));
  CHECK_FALSE(parse_simple_regex(".")->parts.front().letters.test('\n'));
}

TEST_CASE("what may be empty is known") {
  for (const char* regex : {"", "a?", "a*|b", "(a?)(b?)", "a{0,2}", "^"}) {
    CAPTURE(regex);
    CHECK(parse_simple_regex(regex)->may_be_empty());
  }
  for (const char* regex : {"a", "a?b", "a|b", "(a?){2}b", "a+"}) {
    CAPTURE(regex);
    CHECK_FALSE(parse_simple_regex(regex)->may_be_empty());
  }
}
