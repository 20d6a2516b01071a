#include "assess/concordance.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

constexpr std::size_t empathy = 1;  // of small_lexicon()

Draft resume() {
  return Draft("cv.txt", DocumentKind::resume).section(SectionKind::experience, "Work");
}

Draft letter(Level level) {
  return Draft("letter.txt", DocumentKind::cover_letter)
      .section(SectionKind::letter_body, "")
      .unit("I reassured callers.")
      .evidence(empathy, level, "reassured");
}

std::vector<Finding> findings(const std::vector<Draft>& drafts) {
  std::vector<Reading> readings;
  for (const Draft& draft : drafts) readings.push_back(draft.reading());
  return assess(std::move(readings), small_profile(), small_lexicon()).findings;
}

}  // namespace

TEST_CASE("what the letter claims and the resume does not show is told with both sentences") {
  const Draft named = resume().unit("Caring clerk").evidence(empathy, Level::claimed, "Caring");
  const auto found = findings({named, letter(Level::claimed)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "letter-claims");
  CHECK(found[0].document == "letter.txt");
  REQUIRE(found[0].quotes.size() == 2);
  CHECK(found[0].quotes[0].text == "I reassured callers.");
  CHECK(found[0].quotes[1].text == "Caring clerk");
  CHECK(found[0].message == "Empathy: the letter claims it, and the resume only names it");
}

TEST_CASE("what the letter shows and the resume does not is told as that") {
  const auto found = findings({resume().unit("Filed letters"), letter(Level::demonstrated)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "letter-shows");
  CHECK(found[0].quotes.size() == 1);
}

TEST_CASE("what the resume shows needs no word, however the letter puts it") {
  const Draft shown =
      resume().unit("Reassured callers").evidence(empathy, Level::demonstrated, "Reassured");
  CHECK(findings({shown, letter(Level::claimed)}).empty());
  CHECK(findings({shown, letter(Level::demonstrated)}).empty());
}

TEST_CASE("a letter alone is not compared") {
  CHECK(findings({letter(Level::claimed)}).empty());
}

TEST_CASE("a skill that stands in a list alone is told, with the entry") {
  const Draft listed = resume()
                           .unit("Filed letters")
                           .section(SectionKind::skills, "Skills")
                           .unit("Typing, empathy, filing")
                           .evidence(empathy, Level::claimed, "empathy");
  const auto found = findings({listed});
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "only-listed");
  CHECK(found[0].quotes[0].text == "empathy");
  const Draft twice = Draft(listed)
                          .section(SectionKind::summary, "Profile")
                          .unit("Caring clerk")
                          .evidence(empathy, Level::claimed, "Caring");
  CHECK(findings({twice}).empty());
}
