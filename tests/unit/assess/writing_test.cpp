#include "assess/writing.hpp"

#include <doctest/doctest.h>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

constexpr std::size_t empathy = 1;

Lexicon with_cliche(bool unless_shown = true) {
  Lexicon lexicon = small_lexicon();
  WritingFault fault{.id = "cliche", .title = "Said by all"};
  fault.message = "“{words}” stands {times} times";
  fault.remedy = "leave it out";
  fault.rewrite = "“{did} {subject}” for “{words}”";
  fault.unless_shown = unless_shown;
  lexicon.faults = {fault};
  return lexicon;
}

Reading caring(bool shown) {
  Draft draft = Draft("cv.txt", DocumentKind::resume)
                    .section(SectionKind::experience, "Work")
                    .unit("Caring clerk of the year")
                    .evidence(empathy, Level::claimed, "Caring");
  if (shown) draft.unit("Reassured callers").evidence(empathy, Level::demonstrated, "Reassured");
  return draft.reading();
}

Remark remark_on(const Reading& reading, std::string_view words) {
  const std::size_t at = reading.document.text.find(words);
  REQUIRE(at != std::string::npos);
  Remark remark{.begin = at, .end = at + words.size()};
  for (std::size_t i = 0; i < reading.document.units.size(); ++i) {
    if (reading.document.units[i].begin <= at) remark.unit = i;
  }
  return remark;
}

std::vector<Finding> tell(Reading reading, const std::vector<Remark>& remarks,
                          const Lexicon& lexicon = with_cliche()) {
  reading.remarks = remarks;
  return writing_findings({&reading, 1}, lexicon);
}

}  // namespace

TEST_CASE("a finding carries the words, their place and what the lexicon says of them") {
  const Reading reading = caring(false);
  const auto found = tell(reading, {remark_on(reading, "Caring clerk")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "cliche");
  CHECK(found[0].title == "Said by all");
  CHECK(found[0].message == "“Caring clerk” stands 1 times");
  CHECK(found[0].remedy == "leave it out");
  CHECK(found[0].place.line == 2);
  REQUIRE(found[0].quotes.size() == 1);
  CHECK(found[0].quotes[0].text == "Caring clerk");
}

TEST_CASE("where the verb is known it is offered in place of the remedy") {
  const Reading reading = caring(false);
  Remark remark = remark_on(reading, "Caring clerk");
  remark.did = "Cared for";
  remark.subject = "clerks";
  CHECK(tell(reading, {remark})[0].remedy == "“Cared for clerks” for “Caring clerk”");
}

TEST_CASE("a cliché is not told where its skill is demonstrated elsewhere") {
  const Reading shown = caring(true);
  CHECK(tell(shown, {remark_on(shown, "Caring")}).empty());
  CHECK(tell(shown, {remark_on(shown, "Caring")}, with_cliche(false)).size() == 1);
  // "of the year" is no evidence of any skill.
  CHECK(tell(shown, {remark_on(shown, "of the year")}).size() == 1);
}

TEST_CASE("a cliché is not told where its own sentence shows something") {
  const Reading shown = caring(true);
  CHECK(tell(shown, {remark_on(shown, "callers")}).empty());
}

TEST_CASE("several in one sentence are one finding with several quotes") {
  const Reading reading = caring(false);
  const auto found =
      tell(reading, {remark_on(reading, "Caring"), remark_on(reading, "of the year")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].quotes.size() == 2);
}
