#include "rapport/lexicon_tools.hpp"
#include "test_lexicon.hpp"

using namespace rapport;
using rapport::test::tact;

namespace {

std::size_t faults(const Lexicon& lexicon) {
  const auto findings = test_examples(lexicon);
  REQUIRE(findings);
  return findings->size();
}

Lexicon with_examples(std::vector<std::string> yes, std::vector<std::string> no) {
  Lexicon lexicon = tact();
  lexicon.skills.front().evidence.front().yes = std::move(yes);
  lexicon.skills.front().evidence.front().no = std::move(no);
  return lexicon;
}

ContextRule negation() {
  ContextRule rule;
  rule.id = "negation";
  rule.pattern = "never";
  rule.within = 2;
  rule.why = "negated";
  return rule;
}

}  // namespace

TEST_CASE("examples that hold are no findings") {
  CHECK(faults(with_examples({"Tactful with all"}, {"Kind to all"})) == 0);
}

TEST_CASE("a yes that is not matched and a no that is are findings") {
  CHECK(faults(with_examples({"Kind to all"}, {})) == 1);
  CHECK(faults(with_examples({}, {"Tactful with all"})) == 1);
}

TEST_CASE("a yes that the context rejects is a finding") {
  Lexicon lexicon = with_examples({"Never tactful"}, {});
  lexicon.contexts = {negation()};
  CHECK(faults(lexicon) == 1);
}

TEST_CASE("a context's examples say by brackets which evidence it strikes") {
  Lexicon lexicon = tact();
  lexicon.contexts = {negation()};
  lexicon.contexts.front().yes = {"never [rude]"};
  lexicon.contexts.front().no = {"[rude], never"};
  CHECK(faults(lexicon) == 0);
  lexicon.contexts.front().yes = {"[rude], never"};
  CHECK(faults(lexicon) == 1);
}
