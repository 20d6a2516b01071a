#include <doctest/doctest.h>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

struct Asked {
  std::size_t skill;
  std::string words;
  Wish wish = Wish::required;
};

// A posting with a bullet for each demand, all under one heading of requirements.
Posting posting_asking(const std::string& name, const std::vector<Asked>& demands) {
  Draft draft(name, DocumentKind::posting);
  draft.section(SectionKind::other, "Requirements");
  for (const Asked& demand : demands)
    draft.unit(demand.words).evidence(demand.skill, Level::claimed, demand.words);
  Posting posting{.reading = draft.reading()};
  for (const Asked& demand : demands) posting.wishes.push_back(demand.wish);
  posting.parts.assign(posting.reading.document.units.size(), PostingPart::required);
  return posting;
}

// Its rules are claims, so that what they match can be a name.
Lexicon naming_lexicon() {
  Lexicon lexicon = small_lexicon();
  for (Skill& skill : lexicon.skills) skill.evidence[0].level = Level::claimed;
  return lexicon;
}

std::vector<std::string> ids(const Comparison& comparison) {
  std::vector<std::string> result;
  for (const DemandedSkill& skill : comparison.skills) result.push_back(skill.skill);
  return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("gaps come first, required before preferred, and what is shown last") {
  const auto comparison = compare(
      {posting_asking(
          "job.txt",
          {{0, "communication"}, {2, "humor", Wish::preferred}, {1, "empathy"}, {3, "patience"}})},
      sample_application(), naming_lexicon());
  // Communication is quantified, patience demonstrated, empathy claimed, humor missing.
  CHECK(ids(comparison) == Ids{"humor", "empathy", "communication", "patience"});
  CHECK(comparison.skills[0].level == Level::none);
  CHECK(comparison.skills[0].wish == Wish::preferred);
  CHECK(comparison.skills[2].level == Level::quantified);
}

TEST_CASE("several postings count how often each skill is asked for") {
  const auto comparison =
      compare({posting_asking("a.txt", {{2, "humor"}, {2, "fun"}}),
               posting_asking("b.txt", {{2, "humor", Wish::preferred}, {1, "empathy"}})},
              sample_application(), naming_lexicon());
  REQUIRE(comparison.skills.size() == 2);
  CHECK(comparison.postings.size() == 2);
  CHECK(comparison.skills[0].skill == "humor");
  CHECK(comparison.skills[0].postings == 2);
  CHECK(comparison.skills[0].demands.size() == 3);
  CHECK(comparison.skills[0].wish == Wish::required);
  CHECK(comparison.skills[1].postings == 1);
}

TEST_CASE("what a posting says of its employer is no demand") {
  Posting posting = posting_asking("job.txt", {{1, "empathy"}});
  posting.reading.evidence[0].level = Level::none;
  CHECK(compare({posting}, sample_application(), naming_lexicon()).skills.empty());
}

TEST_CASE("the employer's word is offered only where something is demonstrated") {
  const auto comparison =
      compare({posting_asking("job.txt", {{0, "clear speech"}, {1, "warmth"}, {2, "wit"}})},
              sample_application(), naming_lexicon());
  for (const DemandedSkill& skill : comparison.skills)
    CHECK(skill.could_say.has_value() == (skill.skill == "communication"));
}

TEST_CASE("a word that the application uses in any inflection is not offered") {
  // The letter says "I patiently walked new residents through the forms".
  const auto comparison = compare({posting_asking("job.txt", {{3, "patient"}})},
                                  sample_application(), naming_lexicon());
  REQUIRE(comparison.skills.size() == 1);
  CHECK(comparison.skills[0].term == "patient");
  CHECK(comparison.skills[0].level == Level::demonstrated);
  CHECK_FALSE(comparison.skills[0].could_say);
}

TEST_CASE("a duty is no name for a skill") {
  const auto comparison = compare({posting_asking("job.txt", {{0, "answer letters"}})},
                                  sample_application(), small_lexicon());
  REQUIRE(comparison.skills.size() == 1);
  CHECK(comparison.skills[0].term.empty());
  CHECK_FALSE(comparison.skills[0].could_say);
}

TEST_CASE("a skill reaches what the profile lets count as it") {
  // Self-control counts patience, which the letter demonstrates.
  const auto comparison = compare({posting_asking("job.txt", {{4, "self-control"}})},
                                  sample_application(), naming_lexicon());
  REQUIRE(comparison.skills.size() == 1);
  CHECK(comparison.skills[0].level == Level::demonstrated);
}
