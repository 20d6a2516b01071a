#include "rapport/proofreader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "rapport/reader.hpp"

using namespace rapport;

namespace {

Phrase phrase(const char* pattern, Phrase::Where where = Phrase::Where::anywhere) {
  Phrase result;
  result.pattern = pattern;
  result.position = where;
  return result;
}

// Faults: 0 duty (opening), 1 passive (predicate), 2 cliché, 3 row of skills, 4 repeated.
Lexicon lexicon() {
  Lexicon lexicon;
  lexicon.verbs = {"answer", "ship/shipped/shipping", "ensure"};
  WritingFault duty{.id = "duty", .rewrite = "{did}"};
  duty.phrases = {phrase("responsible for", Phrase::Where::opening)};
  WritingFault passive{.id = "passive", .bullets = true};
  passive.phrases = {phrase("were (answered|shipped|painted)", Phrase::Where::predicate)};
  WritingFault cliche{.id = "cliche", .context = true};
  cliche.phrases = {phrase("team player"), phrase("team player award")};
  cliche.phrases.back().counts = false;
  WritingFault row{.id = "row"};
  row.phrases = {phrase("(tact|patience|calm)", Phrase::Where::entry)};
  lexicon.faults = {duty, passive, cliche, row, {.id = "repeated-phrase"}};
  ContextRule negated;
  negated.id = "negation";
  negated.pattern = "not";
  negated.within = 2;
  lexicon.contexts = {negated};
  return lexicon;
}

struct Found {
  std::size_t fault;
  std::string words;
  std::string did;
  std::string subject;
};

std::vector<Found> in(const std::string& body, DocumentKind kind = DocumentKind::resume,
                      const char* heading = "Experience") {
  auto extracted = read({.name = "a.txt", .bytes = std::string(heading) + "\n\n" + body + "\n"});
  REQUIRE(extracted);
  const Document document = make_document("a.txt", std::move(*extracted), kind);
  const Lexicon rules = lexicon();
  const auto proofreader = Proofreader::make(rules);
  REQUIRE(proofreader);
  std::vector<Found> found;
  for (const Remark& remark : proofreader->read(document)) {
    found.push_back({remark.fault, std::string(document.slice(remark.begin, remark.end)),
                     remark.did, remark.subject});
  }
  return found;
}

}  // namespace

TEST_CASE("a phrase for the opening is a fault there and nowhere else") {
  const auto found = in("- Responsible for the desk");
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == "Responsible for");
  CHECK(found[0].did.empty());
  CHECK(in("- Trained those responsible for the desk").empty());
}

TEST_CASE("the verb behind a duty is offered in the past tense, where it is known") {
  const auto found = in("- Responsible for answering the phone");
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == "Responsible for answering");
  CHECK(found[0].did == "Answered");
  CHECK(in("- Responsible for juggling clubs").front().did.empty());
  CHECK(in("- Responsible for the answering machine").front().did.empty());
}

TEST_CASE("the passive is told of a bullet's own verb, with who it was done to") {
  const auto found = in("- All calls were answered within a minute");
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == "All calls were answered");
  CHECK(found[0].did == "Answered");
  CHECK(found[0].subject == "all calls");
}

TEST_CASE("the passive of a clause below another verb is no fault") {
  CHECK(in("- Ensured orders were shipped on time").empty());
  CHECK(in("- Ensures orders were shipped on time").empty());
  CHECK(in("- Once orders were shipped").empty());
  CHECK(in("- Walls were painted").empty());  // by whom is not known
}

TEST_CASE("what is for bullets is not told of a sentence") {
  CHECK(in("Calls were answered within a minute.", DocumentKind::cover_letter).empty());
}

TEST_CASE("context rules speak against a fault that heeds them, and exceptions against all") {
  CHECK(in("- A team player").size() == 1);
  CHECK(in("- Was not a team player").empty());
  CHECK(in("- Won the team player award").empty());
}

TEST_CASE("a row of skills is a fault among work, not under a heading for lists") {
  CHECK(in("- Tact, patience and calm").size() == 1);
  CHECK(in("- Tact, patience and calm", DocumentKind::resume, "Skills").empty());
  CHECK(in("- Tact and patience").empty());
}

TEST_CASE("words that repeat are told once, unless they are told as another fault") {
  const std::string ending = " guests at the front door of the house\n";
  CHECK(in("- Greeted" + ending + "- Waved to" + ending).size() == 1);
  CHECK(in("- Responsible for luggage\n- Responsible for luggage tags\n- Responsible for luggage "
           "carts")
            .size() == 3);
}

TEST_CASE("a posting has no writing faults") {
  CHECK(in("- Responsible for the desk", DocumentKind::posting).empty());
}
