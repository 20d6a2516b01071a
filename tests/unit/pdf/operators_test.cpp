#include "pdf/operators.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace rapport;

namespace {

class Recorder : public PdfOperators {
 public:
  std::string seen{};

 protected:
  void operate(std::string_view name, const std::vector<double>& numbers, bool named) override {
    seen += name;
    for (const double number : numbers) seen += fmt::format(" {:g}", number);
    seen += named ? " /;" : ";";
  }
};

std::string operators_of(std::string_view content) {
  Recorder recorder;
  recorder.read(content);
  return recorder.seen;
}

}  // namespace

TEST_CASE("operators come with their numbers and whether a name was among the operands") {
  CHECK(operators_of("1 0 .5 rg\n/F1 12 Tf -3 +4.25 Td") == "rg 1 0 0.5;Tf 12 /;Td -3 4.25;");
}

TEST_CASE("what stands in strings, arrays and comments is no operand") {
  CHECK(operators_of("(a (b) \\) 1 g) Tj [(x) -20 <3131>] TJ % 1 g\n0 g") == "Tj;TJ;g 0;");
  CHECK(operators_of("/P <</MCID 0>> BDC") == "BDC 0 /;");
}

TEST_CASE("the bytes of an inline image are skipped") {
  CHECK(operators_of("BI /W 1 ID 1 g EIx\xFF(( EI\n0 g") == "BI;ID 1 /;g 0;");
}

TEST_CASE("whatever is cut off ends the reading") {
  CHECK(operators_of("1 g (never closed").substr(0, 4) == "g 1;");
  CHECK(operators_of("<41").empty());
  CHECK(operators_of("").empty());
}
