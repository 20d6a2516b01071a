#include "text/kind.hpp"

#include <doctest/doctest.h>

#include "make.hpp"

using namespace rapport;

TEST_CASE("a letter is known by its form, with and without line breaks") {
  CHECK(test::document("Dear Hiring Manager,\n\nI look forward to meeting you.\n\nSincerely,\nJo")
            .kind == DocumentKind::cover_letter);
  CHECK(test::document("I am writing to apply for the position. I have enclosed my resume and I "
                       "look forward to hearing from you.")
            .kind == DocumentKind::cover_letter);
}

TEST_CASE("a posting is known by how it speaks to its readers") {
  CHECK(test::document("Cashier\n\nWe are looking for a cashier. You will sell shoes.\n\n"
                       "Requirements\n- Tact\n\nBenefits\n- Paid time off\n")
            .kind == DocumentKind::posting);
}

TEST_CASE("anything else is a resume") {
  CHECK(test::document("Calmed angry callers").kind == DocumentKind::resume);
  CHECK(test::document("Jo Example\n\nSummary\nI am calm, and I listen.\n\nExperience\nCashier\n")
            .kind == DocumentKind::resume);
}
