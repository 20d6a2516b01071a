#include "text/letter_spacing.hpp"

#include <doctest/doctest.h>

#include <string>

#include "make.hpp"
#include "rapport/document.hpp"

using namespace rapport;

namespace {

std::string joined(std::string line) {
  const auto blanks = letter_spaces(line);
  for (auto blank = blanks.rbegin(); blank != blanks.rend(); ++blank) {
    line.erase(blank->begin, blank->end - blank->begin);
  }
  return line;
}

}  // namespace

TEST_CASE("a heading spaced out with blanks is put together") {
  CHECK(joined("E X P E R I E N C E") == "EXPERIENCE");
  CHECK(joined("  S k i l l s ") == "  Skills ");
  CHECK(joined("É D U C A T I O N") == "ÉDUCATION");
}

TEST_CASE("wider gaps part words") {
  CHECK(joined("W O R K   H I S T O R Y") == "WORK   HISTORY");
  CHECK(joined("S  K  I  L  L  S    &    T  O  O  L  S") == "SKILLS    &    TOOLS");
}

TEST_CASE("words, grades and figures stay as they are") {
  CHECK(joined("Plan B was a success") == "Plan B was a success");
  CHECK(joined("A B A A") == "A B A A");
  CHECK(joined("1 2 3 4 5 6 7") == "1 2 3 4 5 6 7");
  CHECK(joined("").empty());
}

TEST_CASE("a spaced heading in a text opens its section, and is told") {
  const Document document = test::document(
      "Jane Example\n\nE X P E R I E N C E\n\nCalmed upset guests at the counter.\n");
  CHECK(document.text.find("EXPERIENCE") != std::string::npos);
  CHECK(document.sections.back().kind == SectionKind::experience);
  REQUIRE(document.source.findings.size() == 1);
  CHECK(document.source.findings[0].id == "letter-spaced-text");
  CHECK(document.source.findings[0].place.line == 3);
  const std::size_t calmed = document.text.find("Calmed");
  CHECK(document.source.text.substr(document.to_source.source(calmed), 6) == "Calmed");
}
