#include "batch/record.hpp"

#include <doctest/doctest.h>

#include "../draft.hpp"
#include "batch/phrases.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

Application application_of(std::vector<Reading> readings) {
  return assess(std::move(readings), small_profile(), small_lexicon());
}

ApplicationRecord sample() {
  const Application application = sample_application();
  std::vector<DocumentRecord> documents;
  for (const Reading& reading : application.readings)
    documents.push_back({.path = reading.document.name, .sha256 = "aa", .bytes = 5});
  documents.push_back({.path = "a-damaged.pdf", .trouble = Trouble{.cause = "is damaged"}});
  return make_record("smith", std::move(documents), application, small_lexicon());
}

}  // namespace

TEST_CASE("a record has every document, by path, with what was read of it") {
  const ApplicationRecord record = sample();
  REQUIRE(record.documents.size() == 3);
  CHECK(record.documents[0].path == "a-damaged.pdf");
  CHECK(record.documents[0].kind.empty());
  CHECK(record.documents[0].trouble->cause == "is damaged");
  CHECK_FALSE(record.documents[1].trouble);
  CHECK(record.documents[1].bytes == 5);
  CHECK(record.documents[1].path < record.documents[2].path);
  CHECK(record.was_read());
}

TEST_CASE("a record's evidence stands in its own documents and quotes its sentence") {
  const Application application = sample_application();
  const ApplicationRecord record = sample();
  REQUIRE(record.skills.size() == application.assessment.skills.size());
  CHECK(record.covered == application.assessment.covered);
  CHECK(record.demonstrated == application.assessment.demonstrated);
  std::size_t seen = 0;
  for (std::size_t i = 0; i < record.skills.size(); ++i) {
    const SkillAssessment& skill = application.assessment.skills[i];
    CHECK(record.skills[i].level == skill.level);
    REQUIRE(record.skills[i].evidence.size() == skill.evidence.size());
    for (std::size_t n = 0; n < skill.evidence.size(); ++n) {
      const EvidenceRecord& piece = record.skills[i].evidence[n];
      const Document& document = application.readings[skill.evidence[n].reading].document;
      CHECK(record.documents[piece.document].path == document.name);
      CHECK(record.documents[piece.document].kind == name_of(document.kind));
      CHECK(piece.unit.find(piece.text) != std::string::npos);
      CHECK(document.text.find(piece.text) == piece.start);
      CHECK(piece.end - piece.start == piece.text.size());
      ++seen;
    }
  }
  CHECK(seen > 2);
}

TEST_CASE("an application of which nothing was read has its documents and no skills") {
  const auto record = make_record("smith", {unreadable_document("b.pdf", {.message = "is locked"}),
                                            unreadable_document("a.pdf", {})});
  CHECK_FALSE(record.was_read());
  CHECK(record.documents[0].path == "a.pdf");
  CHECK(record.documents[0].trouble->cause == "could not be read");
  CHECK(record.documents[1].trouble->cause == "is locked");
}

TEST_CASE("two resumes in one application are told") {
  std::vector<Reading> readings;
  for (const char* name : {"b.pdf", "a.docx"})
    readings.push_back(Draft(name, DocumentKind::resume)
                           .section(SectionKind::experience, "Work")
                           .unit("Answered calls.")
                           .reading());
  const auto record =
      make_record("smith", {}, application_of(std::move(readings)), small_lexicon());
  REQUIRE_FALSE(record.findings.empty());
  CHECK(record.findings[0].id == "several-resumes");
  CHECK(record.findings[0].message == "holds 2 resumes, and all of them count: a.docx, b.pdf");
}

TEST_CASE("a sentence without an end is cut around its evidence, at whole characters") {
  std::string endless;
  for (int i = 0; i < 3000; ++i) endless += "é ";
  const Reading reading = Draft("a.txt", DocumentKind::resume)
                              .section(SectionKind::experience, "Work")
                              .unit(endless + "calmed callers " + endless)
                              .evidence(1, Level::demonstrated, "calmed callers")
                              .reading();
  const auto record = make_record("smith", {}, application_of({reading}), small_lexicon());
  const auto& piece = record.skills[2].evidence.at(0);
  CHECK(piece.text == "calmed callers");
  CHECK(piece.unit.size() < longest_sentence + 10);
  CHECK(piece.unit.find("calmed callers") != std::string::npos);
  CHECK(piece.unit.starts_with("…"));
  CHECK(piece.unit.ends_with("…"));
  CHECK(piece.start == 6005);
}

TEST_CASE("phrases are the same whatever their case and punctuation, and only long ones count") {
  const auto phrases = [](SectionKind section, const std::string& unit) {
    const Reading reading =
        Draft("a.txt", DocumentKind::resume).section(section, "Heading").unit(unit).reading();
    return phrases_of(application_of({reading}));
  };
  const auto one = phrases(SectionKind::experience, "Answered 60 calls a day, in two languages.");
  REQUIRE(one.size() == 1);
  CHECK(one[0].text == "answered 60 calls a day in two languages");
  CHECK(one[0].words == 8);
  CHECK(one == phrases(SectionKind::projects, "ANSWERED 60 calls a day in two languages"));
  CHECK(phrases(SectionKind::experience, "Answered 60 calls a day").empty());
  CHECK(phrases(SectionKind::education, "Bachelor of Science in Business Administration").empty());
}
