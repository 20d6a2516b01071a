#include "report/place_text.hpp"

#include <doctest/doctest.h>

using namespace rapport;

TEST_CASE("a place is told in the terms of its format") {
  CHECK(place_text({.page = 2, .line = 14}) == "page 2, line 14");
  CHECK(place_text({.line = 3, .column = 7}) == "line 3");
  CHECK(place_text({.paragraph = 9, .part = "text box"}) == "paragraph 9 (text box)");
  CHECK(place_text({.part = "header"}) == "header");
  CHECK(place_text({}).empty());
}

TEST_CASE("a section is called by its heading, or by its kind when it has none") {
  CHECK(section_title({.kind = SectionKind::experience, .heading = "Work\thistory"}) ==
        "Work history");
  CHECK(section_title({.kind = SectionKind::letter_body}) == "letter body");
}
