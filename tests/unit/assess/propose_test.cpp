#include "assess/propose.hpp"

#include <doctest/doctest.h>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

Lexicon lexicon_with_parts() {
  Lexicon lexicon = small_lexicon();
  const auto set = [&](StoryPart part, PartWords words) {
    lexicon.part_words[static_cast<std::size_t>(part)] = std::move(words);
  };
  set(StoryPart::action, {.missing = "what you did"});
  set(StoryPart::number, {.missing = "how many", .blank = "how many"});
  set(StoryPart::result,
      {.missing = "what came of it", .lead = ", so that ", .blank = "what came of it"});
  return lexicon;
}

const SkillAssessment& skill(const Application& application, const std::string& id) {
  for (const SkillAssessment& candidate : application.assessment.skills) {
    if (candidate.entry.skill == id) return candidate;
  }
  FAIL("no such skill in the profile: ", id);
  return application.assessment.skills.front();
}

Application assessed(const std::vector<Draft>& drafts) {
  std::vector<Reading> readings;
  for (const Draft& draft : drafts) readings.push_back(draft.reading());
  return assess(std::move(readings), small_profile(), lexicon_with_parts());
}

Draft draft() {
  return Draft("cv.txt", DocumentKind::resume);
}

}  // namespace

TEST_CASE("a claim in a summary is to be shown under the job") {
  const Application application = assessed({draft()
                                                .section(SectionKind::summary, "Summary")
                                                .unit("Empathetic clerk")
                                                .evidence(1, Level::claimed, "Empathetic")
                                                .section(SectionKind::education, "School")
                                                .unit("Example School")
                                                .section(SectionKind::experience, "Jobs")
                                                .unit("Stacked shelves")});
  const Proposal& proposal = skill(application, "empathy").proposals.at(0);
  CHECK(proposal.aim == Proposal::Aim::demonstrate);
  CHECK(proposal.heading == "Jobs");
  REQUIRE(proposal.improves);
  CHECK(proposal.improves->evidence == 0);
  CHECK(proposal.missing == std::vector<std::string>{"what you did", "what came of it"});
}

TEST_CASE("a claim in a bullet is mended where it stands, rather than one in the summary") {
  const Application application = assessed({draft()
                                                .section(SectionKind::summary, "Summary")
                                                .unit("Empathetic clerk")
                                                .evidence(1, Level::claimed, "Empathetic")
                                                .section(SectionKind::volunteering, "Shelter")
                                                .unit("Used empathy with visitors")
                                                .evidence(1, Level::claimed, "empathy")
                                                .section(SectionKind::experience, "Jobs")
                                                .unit("Stacked shelves")});
  const Proposal& proposal = skill(application, "empathy").proposals.at(0);
  CHECK(proposal.heading == "Shelter");
  CHECK(proposal.improves->evidence == 1);
}

TEST_CASE("who has had no job yet is shown the way to school, projects or volunteering") {
  const Application school = assessed({draft()
                                           .section(SectionKind::education, "School")
                                           .unit("Example School")
                                           .section(SectionKind::projects, "Projects")
                                           .unit("Built a boat")});
  CHECK(skill(school, "empathy").proposals.at(0).heading == "Projects");
  const Application nothing = assessed({draft().section(SectionKind::summary, "").unit("Clerk")});
  CHECK(skill(nothing, "empathy").proposals.at(0).heading.empty());
}

TEST_CASE("a skill that is shown but not measured gets the user's own bullet with blanks") {
  const Application application =
      assessed({draft()
                    .section(SectionKind::experience, "Jobs")
                    .unit("Explained bills to all")
                    .evidence(0, Level::demonstrated, "Explained bills")});
  const auto& proposals = skill(application, "communication").proposals;
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].aim == Proposal::Aim::quantify);
  CHECK(proposals[0].text == "Explained bills to all ([how many]), so that [what came of it]");
  CHECK(proposals[0].missing == std::vector<std::string>{"how many", "what came of it"});
  CHECK(proposals[0].heading == "Jobs");
}

TEST_CASE("a bullet is offered for one skill only") {
  const Application application = assessed({draft()
                                                .section(SectionKind::experience, "Jobs")
                                                .unit("Explained bills with patience")
                                                .evidence(0, Level::demonstrated, "Explained bills")
                                                .evidence(3, Level::demonstrated, "patience")});
  CHECK(skill(application, "communication").proposals.size() == 1);
  CHECK(skill(application, "self-control").proposals.empty());
}

TEST_CASE("a bullet of the job is chosen ahead of a summary and a letter") {
  Draft letter("letter.txt", DocumentKind::cover_letter);
  letter.section(SectionKind::letter_body, "")
      .unit("I explained bills to all")
      .evidence(0, Level::demonstrated, "explained bills");
  const Application application =
      assessed({letter, draft()
                            .section(SectionKind::summary, "Summary")
                            .unit("Explained fees to all")
                            .evidence(0, Level::demonstrated, "Explained fees")
                            .section(SectionKind::experience, "Jobs")
                            .unit("Explained fares to all")
                            .evidence(0, Level::demonstrated, "Explained fares")});
  CHECK(skill(application, "communication").proposals.at(0).text.starts_with("Explained fares"));
}

TEST_CASE("a skill that is measured somewhere is left alone") {
  const Application application =
      assessed({draft()
                    .section(SectionKind::experience, "Jobs")
                    .unit("Explained bills to 40 callers a day")
                    .evidence(0, Level::quantified, "Explained bills")
                    .unit("Explained fees to all")
                    .evidence(0, Level::demonstrated, "Explained fees")});
  CHECK(skill(application, "communication").proposals.empty());
}
