#include "text/sections.hpp"

#include <doctest/doctest.h>

#include "make.hpp"
#include "text/section_headings.hpp"

using namespace rapport;
using enum SectionKind;

namespace {

std::vector<SectionKind> kinds(const Document& document) {
  std::vector<SectionKind> all;
  for (const Section& section : document.sections) all.push_back(section.kind);
  return all;
}

SectionKind kind_of(const Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  REQUIRE(at != std::string::npos);
  for (const Unit& unit : document.units) {
    if (unit.begin <= at && at < unit.end) return document.sections.at(unit.section).kind;
  }
  FAIL("no unit holds the words");
  return other;
}

}  // namespace

TEST_CASE("headings are known in their common wordings") {
  const auto is = [](std::string_view heading, SectionKind kind) {
    CAPTURE(heading);
    const auto found = section_of(heading_key(heading));
    CHECK(found == kind);
  };
  is("Professional Experience", experience);
  is("WORK HISTORY", experience);
  is("Employment:", experience);
  is("Relevant Work Experience", experience);
  is("Core Competencies", skills);
  is("Skills & Abilities", skills);
  is("Technical Skills", skills);
  is("Key Strengths", skills);
  is("Volunteer Work", volunteering);
  is("Volunteer Experience", volunteering);
  is("Objective", summary);
  is("PROFESSIONAL SUMMARY", summary);
  is("Summary of Qualifications", summary);
  is("Profile", summary);
  is("About me", summary);
  is("Education and Training", education);
  is("Academic Background", education);
  is("Licenses/Certifications", certifications);
  is("Honors & Awards", awards);
  is("Hobbies and Interests", interests);
  is("Languages", languages);
  is("References", references);
  is("Selected Projects", projects);
  is("— Skills —", skills);
}

TEST_CASE("names of soft skills and ordinary phrases are no headings") {
  for (const std::string_view line :
       {"Communication Skills", "Listening Skills", "Customer Service", "Acme Education Center",
        "Five years of experience", "Time Management"}) {
    CAPTURE(line);
    CHECK_FALSE(section_of(heading_key(line)).has_value());
  }
}

TEST_CASE("a resume is cut at its headings") {
  const Document resume = test::document(
      "Jordan Example\n(555) 010-0199\n\nEXPERIENCE\nCashier, Sample Mart\n- Calmed callers\n"
      "Responsibilities:\n- Sold shoes\n\nSkills: tact, patience\nEducation\nB.A., 2015\n");
  CHECK(kinds(resume) == std::vector{contact, experience, skills, education});
  CHECK(resume.sections[1].heading == "EXPERIENCE");
  CHECK(kind_of(resume, "Sold shoes") == experience);
  CHECK(kind_of(resume, "tact") == skills);
  CHECK(test::units(resume) ==
        std::vector<std::string>{"Jordan Example", "(555) 010-0199", "Cashier, Sample Mart",
                                 "Calmed callers", "Sold shoes", "tact, patience", "B.A., 2015"});
}

TEST_CASE("the tail of a sentence is not taken for a heading") {
  const Document resume = test::document(
      "EXPERIENCE\nCashier\nBrought to every team I joined ten years of\nExperience\nand tact");
  CHECK(kinds(resume) == std::vector{experience});
}

TEST_CASE("a list item is no heading") {
  const Document resume = test::document("STRENGTHS\n- Skills\n- Languages\n- Tact");
  CHECK(kinds(resume) == std::vector{skills});
}

TEST_CASE("a summary below the name needs no heading") {
  const Document resume = test::document(
      "Jordan Example\n\nFriendly cashier who stays calm when the shop is full.\n\nSKILLS\nTact");
  CHECK(kinds(resume) == std::vector{contact, summary, skills});
}

TEST_CASE("a letter has a head, a body and a signature") {
  const Document letter = test::document(
      "Jordan Example\nSpringfield\n\nDear Ms. Sample,\nI am writing to apply for the job.\n"
      "I listen.\n\nSincerely,\nJordan Example\n");
  CHECK(letter.kind == DocumentKind::cover_letter);
  CHECK(kinds(letter) == std::vector{contact, letter_body, contact});
  CHECK(kind_of(letter, "I listen") == letter_body);
  CHECK(test::units(letter).at(2) == "Dear Ms. Sample,");
}

TEST_CASE("an unknown heading of the document's own format opens a section of its level only") {
  const Document resume = test::document(
      "# Jordan Example\n\n## Experience\n\n### Cashier\n\n- Sold shoes\n\n## Stage work\n\nPlayed "
      "the fool in three plays.\n");
  CHECK(kinds(resume) == std::vector{contact, experience, other});
  CHECK(kind_of(resume, "Sold shoes") == experience);
  CHECK(resume.sections[2].heading == "Stage work");
}

TEST_CASE("sections follow one another and hold their units") {
  const Document resume = test::document("Jordan\n\nSKILLS\nTact\n\nEDUCATION\nB.A.\n");
  std::size_t end = 0;
  for (const Section& section : resume.sections) {
    CHECK(section.begin >= end);
    CHECK(section.end > section.begin);
    end = section.end;
  }
  for (const Unit& unit : resume.units) {
    CHECK(unit.begin >= resume.sections.at(unit.section).begin);
    CHECK(unit.end <= resume.sections.at(unit.section).end);
  }
}

TEST_CASE("a heading with an unknown word before a telling one must stand out") {
  const Document loud =
      test::document("Jo Example\n\nHOSPITALITY EXPERIENCE\nSold rooms\n\nSkills\nTact\n");
  CHECK(kinds(loud) == std::vector{contact, experience, skills});
  const Document quiet = test::document("Jo Example\n\nSKILLS\nTact\nHotel experience\n");
  CHECK(kinds(quiet) == std::vector{contact, skills});
}

TEST_CASE("an address below the name is no summary") {
  const Document resume = test::document(
      "Jo Example\n27 Ferry Lane, Apt. 5, North Portland, Maine 04101\n\nSKILLS\nTact\n");
  CHECK(kinds(resume) == std::vector{contact, skills});
}
