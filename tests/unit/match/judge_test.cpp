#include "match/judge.hpp"

#include "test_lexicon.hpp"

using namespace rapport;
using rapport::test::find;
using rapport::test::tact;

namespace {

ContextRule context(const char* id, const char* pattern, ContextRule::Where where,
                    ContextRule::Effect effect = ContextRule::Effect::reject) {
  ContextRule rule;
  rule.id = id;
  rule.pattern = pattern;
  rule.position = where;
  rule.effect = effect;
  rule.within = 2;
  rule.why = id;
  return rule;
}

Lexicon with(ContextRule rule) {
  Lexicon lexicon = tact();
  lexicon.contexts.push_back(std::move(rule));
  return lexicon;
}

Level level_in(const Lexicon& lexicon, const char* text) {
  const auto evidence = find(lexicon, text);
  REQUIRE(evidence.size() == 1);
  return evidence.front().level;
}

Lexicon with_numbers() {
  Lexicon lexicon = tact();
  QuantityRule number;
  number.pattern = "<number>";
  QuantityRule years;
  years.pattern = "<number> years";
  years.counts = false;
  lexicon.quantities = {number, years};
  lexicon.classes["result"] = {"cutting", "reducing"};
  lexicon.classes["clause-break"] = {"but", "while"};
  return lexicon;
}

}  // namespace

TEST_CASE("a cue before the evidence strikes within its reach and its clause") {
  const Lexicon lexicon = with(context("negation", "never", ContextRule::Where::before));
  CHECK(level_in(lexicon, "Never calmed the guests") == Level::none);
  CHECK(level_in(lexicon, "Never once or twice calmed the guests") == Level::demonstrated);
  CHECK(level_in(lexicon, "Never late; calmed the guests") == Level::demonstrated);
  CHECK(level_in(lexicon, "Never late, calmed the guests") == Level::demonstrated);
  CHECK(level_in(lexicon, "Calmed the guests, never late") == Level::demonstrated);
}

TEST_CASE("a cue that is undone does not strike") {
  ContextRule rule = context("negation", "not", ContextRule::Where::before);
  rule.unless = "not only";
  CHECK(level_in(with(rule), "Not only calmed the guests") == Level::demonstrated);
  CHECK(level_in(with(rule), "Not calmed the guests") == Level::none);
}

TEST_CASE("a word that opens a clause stops a cue") {
  Lexicon lexicon = with(context("negation", "not", ContextRule::Where::before));
  lexicon.classes["clause-break"] = {"but"};
  CHECK(level_in(lexicon, "Was not rude but tactful") == Level::claimed);
}

TEST_CASE("part of a name is told by its capitals") {
  ContextRule rule = context("name", "society", ContextRule::Where::after);
  rule.capitalised = true;
  CHECK(level_in(with(rule), "The Tactful Talkers Society") == Level::none);
  CHECK(level_in(with(rule), "Tactful in every society") == Level::claimed);
}

TEST_CASE("what is said to be possible is claimed at most") {
  const Lexicon lexicon =
      with(context("able", "who can have", ContextRule::Where::before, ContextRule::Effect::claim));
  const auto evidence = find(lexicon, "One who can have calmed many guests");
  REQUIRE(evidence.size() == 1);
  CHECK(evidence.front().level == Level::claimed);
  REQUIRE(evidence.front().objections.size() == 1);
  CHECK(evidence.front().objections.front().rule == "able");
}

TEST_CASE("a context spares the skills that it excepts") {
  ContextRule rule = context("negation", "never", ContextRule::Where::before);
  rule.except = {"tact"};
  CHECK(level_in(with(rule), "Never calmed the guests") == Level::demonstrated);
}

TEST_CASE("a veto kills only the evidence that it overlaps, and says where") {
  Lexicon lexicon = tact();
  Rule veto;
  veto.pattern = "tactful ltd";
  lexicon.skills.front().vetoes = {veto};
  CHECK(level_in(lexicon, "Tactful Ltd, London") == Level::none);
  const auto evidence = find(lexicon, "At Tactful Ltd I calmed the guests");
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].objections.front().rule == "veto");
  CHECK(evidence[1].level == Level::demonstrated);
}

TEST_CASE("a number of the action makes it quantified") {
  CHECK(level_in(with_numbers(), "Calmed thirty guests a week") == Level::quantified);
  CHECK(level_in(with_numbers(), "Calmed upset guests, cutting refunds by 12%") ==
        Level::quantified);
}

TEST_CASE("a number of another action, or of years, does not") {
  CHECK(level_in(with_numbers(), "Calmed upset guests, cleaned 30 rooms") == Level::demonstrated);
  CHECK(level_in(with_numbers(), "Calmed upset guests for 12 years") == Level::demonstrated);
  CHECK(level_in(with_numbers(), "Cleaned 30 rooms while calmed guests waited") ==
        Level::demonstrated);
}

TEST_CASE("a claim is never quantified") {
  CHECK(level_in(with_numbers(), "Tactful with 30 guests") == Level::claimed);
}

TEST_CASE("in a list of keywords even an action is only named") {
  CHECK(level_in(tact(), "Phones, files, calmed upset guests, sales, keys, cash") ==
        Level::claimed);
}

TEST_CASE("a claim governs the whole series behind it, up to a verb in the past tense") {
  ContextRule rule =
      context("able", "able to", ContextRule::Where::before, ContextRule::Effect::claim);
  rule.within = 12;
  rule.series = true;
  CHECK(level_in(with(rule), "Able to wait tables, pour wine and have calmed many guests") ==
        Level::claimed);
  CHECK(level_in(with(rule), "Able to wait tables, and calmed many guests") == Level::demonstrated);
}

TEST_CASE("a duty that lists its objects is no list of keywords, its own entry is too long") {
  const Lexicon lexicon = tact();
  CHECK(level_in(lexicon, "Till, stock, floor, signs, calmed guests") == Level::claimed);
  CHECK(level_in(lexicon, "Till, stock, floor, signs, calmed guests at the two side doors") ==
        Level::demonstrated);
}

TEST_CASE("a cue does not reach into another line that was joined to its own") {
  const Lexicon lexicon = with(context("negation", "no", ContextRule::Where::before));
  CHECK(level_in(lexicon, "Left no plates calmed guests") == Level::none);
  CHECK(level_in(lexicon, "Left no plates Calmed guests") == Level::demonstrated);
}

TEST_CASE("a number of another line is none of this one") {
  const Lexicon lexicon = with_numbers();
  CHECK(level_in(lexicon, "Calmed guests in 30 rooms") == Level::quantified);
  CHECK(level_in(lexicon, "Calmed guests daily Cleaned 30 rooms") == Level::demonstrated);
}

TEST_CASE("what others did and what a title says count for nobody") {
  Lexicon lexicon = tact();
  lexicon.classes["other-subject"] = {"manager"};
  CHECK(level_in(lexicon, "The manager calmed guests") == Level::none);
  CHECK(level_in(lexicon, "Wrote \"The Tactful Host\"") == Level::none);
}

TEST_CASE("a sentence that enumerates its objects is no list of keywords") {
  CHECK(level_in(tact(), "Hosting, calmed guests, members, staff, boys, girls") ==
        Level::demonstrated);
}

TEST_CASE("a verb that opens a sentence with its object is no keyword") {
  Lexicon lexicon = tact();
  lexicon.skills.front().evidence.back().pattern = "calm guests";
  lexicon.classes["past"] = {"taught"};
  CHECK(level_in(lexicon, "Calm guests, members, staff, boys, girls") == Level::demonstrated);
  CHECK(level_in(lexicon, "Till, calm guests, members, staff, girls") == Level::claimed);
  CHECK(level_in(lexicon, "Taught tills, calm guests, keys, cash, sales") == Level::demonstrated);
}

TEST_CASE("a number far before the evidence measures something else") {
  CHECK(level_in(with_numbers(), "A team of 12 people in a house where I calmed many guests") ==
        Level::demonstrated);
}

TEST_CASE("verbs in a row share the number of their object") {
  Lexicon lexicon = with_numbers();
  lexicon.skills.front().evidence.back().pattern = "listened";
  CHECK(level_in(lexicon, "Listened to, logged and resolved 30 complaints") == Level::quantified);
  CHECK(level_in(lexicon, "Listened to guests, logged 30 complaints") == Level::demonstrated);
}

TEST_CASE("a result behind a semicolon belongs to the action before it") {
  CHECK(level_in(with_numbers(), "Calmed upset guests; refunds fell by 14%") == Level::quantified);
  CHECK(level_in(with_numbers(), "Calmed upset guests; cleaned 14 rooms") == Level::demonstrated);
}

TEST_CASE("a participle behind a finite verb belongs to its action, one among gerunds does not") {
  Lexicon lexicon = with_numbers();
  lexicon.skills.front().evidence.back().pattern = "calm(ed|ing) <gap:2> guests";
  CHECK(level_in(lexicon, "Calmed upset guests, closing 30 cases") == Level::quantified);
  CHECK(level_in(lexicon, "Calming upset guests, closing 30 cases") == Level::demonstrated);
}

TEST_CASE("quantified evidence knows its number and the rule that made it count") {
  const auto evidence = find(with_numbers(), "Calmed upset guests of 12 tables");
  REQUIRE(evidence.size() == 1);
  REQUIRE(evidence.front().measure);
  CHECK(evidence.front().measure->rule == 0);
  CHECK(evidence.front().measure->begin == 23);
  CHECK(evidence.front().measure->end == 25);
  CHECK_FALSE(find(with_numbers(), "Calmed upset guests for 12 years").front().measure);
}
