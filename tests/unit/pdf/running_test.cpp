#include "pdf/running.hpp"

#include <doctest/doctest.h>

using namespace rapport;

namespace {

PrintedLine line(const char* text, double top) {
  return {.text = text, .box = {50, top, 200, top + 12}};
}

}  // namespace

TEST_CASE("lines that pages repeat at their edges are running lines") {
  std::vector<std::vector<PrintedLine>> pages = {
      {line("Jane Example, page 1", 20), line("Trained staff", 300), line("1", 770)},
      {line("Jane Example, page 2", 20), line("Trained staff", 300), line("2", 770)}};
  mark_running_lines(pages, {{612, 792}, {612, 792}});
  CHECK(pages[0][0].edge == PageEdge::top);
  CHECK(pages[1][0].edge == PageEdge::top);
  CHECK(pages[0][1].edge == PageEdge::none);
  CHECK(pages[1][2].edge == PageEdge::bottom);
}

TEST_CASE("a name at the top of a single page is text") {
  std::vector<std::vector<PrintedLine>> pages = {{line("Jane Example", 20)}};
  mark_running_lines(pages, {{612, 792}});
  CHECK(pages[0][0].edge == PageEdge::none);
}

TEST_CASE("page numbers are told from years and phone numbers") {
  for (const char* text : {"2", "- 2 -", "Page 2 of 3", "2/3", "– 12 –"}) {
    CAPTURE(text);
    CHECK(is_page_number(text));
  }
  for (const char* text : {"(555) 010-0199", "Page", "2 jobs", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_page_number(text));
  }
}
