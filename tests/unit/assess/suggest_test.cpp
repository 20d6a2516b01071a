#include "assess/suggest.hpp"

#include <doctest/doctest.h>

#include "../draft.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

const Lexicon lexicon = small_lexicon();
const Skill& empathy = lexicon.skills[1];
const Skill& humor = lexicon.skills[2];

std::vector<DocumentKind> kinds(const std::vector<Suggestion>& suggestions) {
  std::vector<DocumentKind> result;
  for (const Suggestion& suggestion : suggestions) result.push_back(suggestion.kind);
  return result;
}

std::vector<Reading> resume_saying(const std::string& sentence) {
  Draft draft("cv.txt", DocumentKind::resume);
  return {draft.section(SectionKind::summary, "").unit(sentence).reading()};
}

constexpr auto resume = DocumentKind::resume;
constexpr auto letter = DocumentKind::cover_letter;
using Kinds = std::vector<DocumentKind>;

}  // namespace

TEST_CASE("a resume gets two sentences for a resume, as the lexicon wrote them") {
  const auto suggestions = suggest(empathy, {.resume = true}, SaidAlready({}));
  CHECK(kinds(suggestions) == Kinds{resume, resume});
  CHECK(suggestions[0].text == "Reassured [upset customers], bringing [N]% of them back");
  CHECK(suggestions[0].plain == "Reassured [upset customers] until [they were at ease]");
}

TEST_CASE("a letter gets sentences for a letter") {
  CHECK(kinds(suggest(empathy, {.letter = true}, SaidAlready({}))) == Kinds{letter});
}

TEST_CASE("with both documents each gets its own, three at most") {
  CHECK(kinds(suggest(empathy, {.resume = true, .letter = true}, SaidAlready({}))) ==
        Kinds{resume, resume, letter});
}

TEST_CASE("a skill better shown in a letter gets a letter idea even for a resume alone") {
  CHECK(kinds(suggest(humor, {.resume = true}, SaidAlready({}))) == Kinds{resume, letter});
  CHECK(kinds(suggest(humor, {.resume = true, .letter = true}, SaidAlready({}))) ==
        Kinds{resume, letter, letter});
}

TEST_CASE("a skill without a phrasing for the document at hand offers one for the other") {
  Skill only_letter = empathy;
  only_letter.suggestions.erase(only_letter.suggestions.begin(),
                                only_letter.suggestions.begin() + 3);
  CHECK(kinds(suggest(only_letter, {.resume = true}, SaidAlready({}))) == Kinds{letter});
}

TEST_CASE("what the document already says is not suggested again") {
  const SaidAlready said(resume_saying("CALMED a caller in distress, and stayed long with them."));
  CHECK(said("Calmed [callers in distress] and stayed with them"));
  CHECK_FALSE(said("Comforted [families] during [a hard time] for [N] months"));
  Skill one = empathy;
  one.suggestions.erase(one.suggestions.begin(), one.suggestions.begin() + 2);
  CHECK(kinds(suggest(one, {.resume = true}, said)) == Kinds{letter});
}

TEST_CASE("words spread over several sentences do not make a phrasing said") {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::summary, "").unit("Calmed and stayed").unit("with them");
  const std::vector<Reading> readings = {draft.reading()};
  CHECK_FALSE(SaidAlready(readings)("Calmed [callers] and stayed with them until closing"));
}

TEST_CASE("a phrasing that is nearly all blanks is never taken as said") {
  CHECK_FALSE(SaidAlready(resume_saying("I made them laugh"))("[You] made [them] laugh"));
}

TEST_CASE("a posting does not count as said") {
  Draft posting("job.txt", DocumentKind::posting);
  posting.section(SectionKind::other, "").unit("Calmed and stayed with them");
  const std::vector<Reading> readings = {posting.reading()};
  CHECK_FALSE(SaidAlready(readings)("Calmed [callers] and stayed with them"));
}
