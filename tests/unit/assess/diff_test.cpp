#include "rapport/diff.hpp"

#include <doctest/doctest.h>

#include <string>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

constexpr std::size_t communication = 0;  // indices of the lexicon's skills
constexpr std::size_t empathy = 1;

Draft resume(const std::string& name = "cv.txt") {
  Draft draft(name, DocumentKind::resume);
  draft.section(SectionKind::experience, "Experience");
  return draft;
}

Application assessed(const Draft& draft) {
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

Application saying(const std::string& text, Level level, const std::string& span) {
  return assessed(resume().unit(text).evidence(communication, level, span));
}

const LevelStep& step_of(const Diff& diff, std::size_t skill) {
  return diff.skills.at(skill);
}

Finding finding(const std::string& id, const std::string& message) {
  Finding result;
  result.id = id;
  result.message = message;
  return result;
}

}  // namespace

TEST_CASE("a draft differs in nothing from itself") {
  const Diff same = diff(sample_application(), sample_application());
  CHECK(same.units.empty());
  CHECK(same.done.empty());
  CHECK(same.solved.empty());
  CHECK(same.appeared.empty());
  CHECK_FALSE(has_loss(same));
}

TEST_CASE("levels gained and lost are told for every skill") {
  const Application none = assessed(resume().unit("Sold shoes"));
  const Application some = saying("Answered calls", Level::demonstrated, "Answered");
  const Diff gain = diff(none, some);
  REQUIRE(gain.skills.size() == 4);
  CHECK(step_of(gain, 0).before == Level::none);
  CHECK(step_of(gain, 0).after == Level::demonstrated);
  CHECK_FALSE(has_loss(gain));
  REQUIRE(gain.units.size() == 1);
  CHECK(gain.units[0].kind == UnitChange::Kind::added);
  CHECK_FALSE(gain.units[0].before.has_value());

  const Diff loss = diff(some, none);
  CHECK(has_loss(loss));
  REQUIRE(loss.units.size() == 1);
  CHECK(loss.units[0].kind == UnitChange::Kind::removed);
}

TEST_CASE("a sentence under another section is moved, whatever its case and punctuation") {
  Draft moved("cv.txt", DocumentKind::resume);
  moved.section(SectionKind::summary, "Summary")
      .unit("answered calls.")
      .evidence(communication, Level::demonstrated, "answered");
  const Diff found =
      diff(saying("Answered calls", Level::demonstrated, "Answered"), assessed(moved));
  REQUIRE(found.units.size() == 1);
  CHECK(found.units[0].kind == UnitChange::Kind::moved);
  CHECK(found.units[0].before->unit == found.units[0].after->unit);
}

TEST_CASE("a section that was renamed moves nothing") {
  Draft renamed("other-name.txt", DocumentKind::resume);
  renamed.section(SectionKind::experience, "Work history")
      .unit("Answered calls")
      .evidence(communication, Level::demonstrated, "Answered");
  CHECK(diff(saying("Answered calls", Level::demonstrated, "Answered"), assessed(renamed))
            .units.empty());
}

TEST_CASE("a bullet that was rewritten is changed, with the levels of before and after") {
  const Diff found =
      diff(saying("Answered calls about bills", Level::demonstrated, "Answered"),
           saying("Answered 60 calls a day about bills", Level::quantified, "Answered 60"));
  REQUIRE(found.units.size() == 1);
  CHECK(found.units[0].kind == UnitChange::Kind::changed);
  REQUIRE(found.units[0].skills.size() == 1);
  CHECK(found.units[0].skills[0].before == Level::demonstrated);
  CHECK(found.units[0].skills[0].after == Level::quantified);
}

TEST_CASE("sentences with little in common are one removed and one added") {
  const Diff found = diff(saying("Answered calls about bills", Level::demonstrated, "Answered"),
                          saying("Wrote letters to guests", Level::demonstrated, "Wrote"));
  REQUIRE(found.units.size() == 2);
  CHECK(found.units[0].kind == UnitChange::Kind::added);
  CHECK(found.units[1].kind == UnitChange::Kind::removed);
}

TEST_CASE("the same words that count for less are changed, not moved") {
  const Diff found = diff(saying("Answered calls", Level::demonstrated, "Answered"),
                          saying("Answered calls", Level::claimed, "Answered"));
  REQUIRE(found.units.size() == 1);
  CHECK(found.units[0].kind == UnitChange::Kind::changed);
  CHECK(has_loss(found));
}

TEST_CASE("a sentence that stands twice and then once was removed once") {
  const auto twice = resume()
                         .unit("Answered calls")
                         .evidence(communication, Level::demonstrated, "Answered")
                         .unit("Answered calls")
                         .evidence(communication, Level::demonstrated, "Answered");
  const Diff found =
      diff(assessed(twice), saying("Answered calls", Level::demonstrated, "Answered"));
  REQUIRE(found.units.size() == 1);
  CHECK(found.units[0].kind == UnitChange::Kind::removed);
  CHECK(found.units[0].before->unit != 0);
}

TEST_CASE("a gap that is closed has its most fitting suggestion done") {
  const Application before = assessed(resume().unit("Sold shoes"));
  const Application after =
      assessed(resume()
                   .unit("Comforted visitors during a power cut")
                   .evidence(empathy, Level::demonstrated, "Comforted visitors"));
  const Diff found = diff(before, after);
  REQUIRE(found.done.size() == 1);
  const SkillAssessment& skill = before.assessment.skills[found.done[0].skill];
  CHECK(skill.entry.skill == "empathy");
  CHECK(skill.proposals[found.done[0].proposal].text.starts_with("Comforted"));
  CHECK(found.done[0].by == UnitRef{.reading = 0, .unit = 1});
}

TEST_CASE("a claim is no suggestion that is done") {
  const Diff found =
      diff(assessed(resume().unit("Sold shoes")),
           assessed(resume().unit("Empathetic").evidence(empathy, Level::claimed, "Empathetic")));
  CHECK(found.done.empty());
}

TEST_CASE("a bullet that was to be quantified, and now is, has its suggestion done") {
  Application before = saying("Answered calls about bills", Level::demonstrated, "Answered");
  before.assessment.skills[0].proposals = {
      {.aim = Proposal::Aim::quantify, .improves = Cited{}, .text = "Answered [N] calls"}};
  CHECK(diff(before, saying("Answered 60 calls about bills", Level::quantified, "Answered 60"))
            .done.size() == 1);
  CHECK(diff(before, saying("Answered all calls about bills", Level::demonstrated, "Answered all"))
            .done.empty());
}

TEST_CASE("findings are the same by what they are, not by file, place or count") {
  const auto with = [](const std::string& name, const std::vector<Finding>& findings) {
    Draft draft = resume(name);
    draft.unit("Sold shoes");
    for (const Finding& one : findings) draft.finding(one);
    return assessed(draft);
  };
  const Application before =
      with("old.txt", {finding("box", "3 words stand"), finding("comments", "has comments")});
  const Application after =
      with("new.txt", {finding("box", "2 words stand"), finding("hidden", "has hidden text")});
  const Diff found = diff(before, after);
  REQUIRE(found.solved.size() == 1);
  CHECK(found.solved[0].id == "comments");
  REQUIRE(found.appeared.size() == 1);
  CHECK(found.appeared[0].id == "hidden");
}

TEST_CASE("of three findings of a kind two are solved when one is left") {
  const auto with = [](const std::vector<std::string>& messages) {
    Draft draft = resume();
    draft.unit("Sold shoes");
    for (const std::string& message : messages) draft.finding(finding("cliche", message));
    return assessed(draft);
  };
  const Diff found = diff(with({"a", "b", "c"}), with({"b"}));
  REQUIRE(found.solved.size() == 2);
  CHECK(found.solved[0].message == "a");
  CHECK(found.solved[1].message == "c");
  CHECK(found.appeared.empty());
}
