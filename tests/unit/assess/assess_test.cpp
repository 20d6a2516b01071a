#include <doctest/doctest.h>

#include "../draft.hpp"
#include "rapport/assessment.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

const SkillAssessment& skill(const Application& application, const std::string& id) {
  for (const SkillAssessment& candidate : application.assessment.skills) {
    if (candidate.entry.skill == id) return candidate;
  }
  FAIL("no such skill in the profile: ", id);
  return application.assessment.skills.front();
}

Application assess_one(const Draft& draft) {
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

Draft resume_saying(const std::string& sentence) {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Experience").unit(sentence);
  return draft;
}

}  // namespace

TEST_CASE("an application without evidence covers nothing and gets suggestions for every gap") {
  const Application application = assess_one(resume_saying("Stacked shelves"));
  CHECK(application.assessment.covered == 0);
  CHECK(application.assessment.demonstrated == 0);
  REQUIRE(application.assessment.skills.size() == 4);
  for (const SkillAssessment& gap : application.assessment.skills) {
    CHECK(gap.level == Level::none);
    CHECK_FALSE(gap.proposals.empty());
  }
}

TEST_CASE("a skill's level is the best of all documents, strongest evidence first") {
  const Application application = sample_application();
  const SkillAssessment& communication = skill(application, "communication");
  CHECK(communication.level == Level::quantified);
  REQUIRE(communication.evidence.size() == 3);
  CHECK(communication.evidence[0].reading == 0);
  CHECK(communication.evidence[1].reading == 0);
  CHECK(communication.evidence[2].reading == 1);
  CHECK(communication.proposals.empty());
}

TEST_CASE("covered counts claims or better, demonstrated leaves mere claims out") {
  const Assessment assessment = sample_application().assessment;
  CHECK(assessment.covered == 3);
  CHECK(assessment.demonstrated == 2);
}

TEST_CASE("self-control counts evidence of patience where the profile says so") {
  const Draft draft =
      resume_saying("Patiently helped").evidence(3, Level::demonstrated, "Patiently");
  CHECK(skill(assess_one(draft), "self-control").level == Level::demonstrated);
  Profile strict = small_profile();
  strict.entries[1].also.clear();
  const Application application = assess({draft.reading()}, strict, small_lexicon());
  CHECK(skill(application, "self-control").level == Level::none);
}

TEST_CASE("equal evidence stands in reading order") {
  Draft draft = resume_saying("Answered letters");
  draft.evidence(0, Level::demonstrated, "letters").evidence(0, Level::demonstrated, "Answered");
  const Application application = assess_one(draft);
  const auto& cited = skill(application, "communication").evidence;
  REQUIRE(cited.size() == 2);
  CHECK(cited[0].evidence == 1);
  CHECK(cited[1].evidence == 0);
}

TEST_CASE("rejected evidence never counts") {
  Draft draft = resume_saying("No patience for paperwork");
  draft.evidence(3, Level::none, "patience").objection("negation", "negated");
  CHECK(assess_one(draft).assessment.covered == 0);
}

TEST_CASE("a posting's words are not the candidate's") {
  Draft posting("posting.txt", DocumentKind::posting);
  posting.section(SectionKind::other, "")
      .unit("We want empathy")
      .evidence(1, Level::claimed, "empathy");
  CHECK(assess_one(posting).assessment.covered == 0);
}

TEST_CASE("a reader's findings carry the name of their document") {
  const Application application = sample_application();
  REQUIRE_FALSE(application.findings.empty());
  CHECK(application.findings[0].document == "jordan-example.txt");
  CHECK(application.findings[0].id == "no-bullets");
}
