#include <doctest/doctest.h>

#include <algorithm>

#include "../draft.hpp"
#include "rapport/writer.hpp"
#include "report/csv_cell.hpp"

using namespace rapport;
using namespace rapport_test;

TEST_CASE("no cell starts what a spreadsheet takes for a formula") {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "  =1", "\uFF1D1"}) {
    CAPTURE(text);
    const std::string cell = csv_cell(text);
    CHECK((cell.starts_with('\'') || cell.starts_with("\"'")));
  }
  CHECK(csv_cell("30% more") == "30% more");
  CHECK(csv_cell("") == "");
}

TEST_CASE("a cell is quoted where it must be, and quotes are doubled") {
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_cell("1\n2") == "\"1\n2\"");
  CHECK(csv_cell("plain") == "plain");
}

TEST_CASE("a CSV table has a row for each application and skill below its heading") {
  const Application sample = sample_application();
  const Lexicon lexicon = small_lexicon();
  const std::vector<Report> two = {{&sample, &lexicon, {}, {}}, {&sample, &lexicon, {}, {}}};
  const std::string text = writer("csv")->write(two, {});
  CHECK(std::ranges::count(text, '\n') == 1 + 2 * 4);
  CHECK(std::ranges::count(text, '\r') == 1 + 2 * 4);
  CHECK(text.starts_with("documents,profile,skill,title,level,"));
  CHECK(text.find("\r\njordan-example.txt; jordan-letter.txt,small,communication,Communication,"
                  "quantified,3,Explained billing changes,") != std::string::npos);
}
