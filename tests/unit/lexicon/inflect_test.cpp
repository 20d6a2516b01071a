#include "lexicon/inflect.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using rapport::noun_forms;
using rapport::verb_forms;

namespace {

bool has(const std::vector<std::string>& forms, std::string_view form) {
  return std::ranges::find(forms, form) != forms.end();
}

}  // namespace

TEST_CASE("regular verbs take their endings by the rules of spelling") {
  CHECK(verb_forms("ask") == std::vector<std::string>{"ask", "asks", "asked", "asking"});
  CHECK(has(verb_forms("resolve"), "resolving"));
  CHECK(has(verb_forms("satisfy"), "satisfied"));
  CHECK(has(verb_forms("coach"), "coaches"));
  CHECK(has(verb_forms("plan"), "planned"));
  CHECK(has(verb_forms("enjoy"), "enjoyed"));
  CHECK(has(verb_forms("explain"), "explained"));
  CHECK(has(verb_forms("agree"), "agreeing"));
  CHECK(has(verb_forms("de-escalate"), "de-escalating"));
}

TEST_CASE("forms that are written out replace the regular ones") {
  const auto speak = verb_forms("speak/spoke/spoken");
  CHECK(has(speak, "spoken"));
  CHECK(has(speak, "speaking"));
  CHECK_FALSE(has(speak, "speaked"));
  const auto refer = verb_forms("refer/referred/referring");
  CHECK_FALSE(has(refer, "refering"));
}

TEST_CASE("a base that ends in -ing itself still gets its own participle") {
  CHECK(has(verb_forms("bring/brought"), "bringing"));
}

TEST_CASE("of several words the verb is the first and the noun the last") {
  CHECK(has(verb_forms("follow up"), "followed up"));
  CHECK(has(noun_forms("team member"), "team members"));
}

TEST_CASE("nouns take their plural by rule unless it is written out") {
  CHECK(has(noun_forms("query"), "queries"));
  CHECK(has(noun_forms("boss"), "bosses"));
  CHECK(noun_forms("child/children") == std::vector<std::string>{"child", "children"});
}
