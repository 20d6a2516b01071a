#include "match/joins.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

bool joined(const std::string& text) {
  const Clauses clauses(WordClasses{{"past", {"led"}}});
  const Folded folded = fold(text);
  return holds_join(clauses, {text, folded}, 0, static_cast<std::uint32_t>(folded.text.size()));
}

}  // namespace

TEST_CASE("a verb with a capital behind a small word begins a line of its own") {
  CHECK(joined("Kept the records of 90 tenants Calmed angry callers"));
  CHECK(joined("Filed reports by client Answering phones at night"));
  CHECK(joined("Swept the yard Led tours"));
}

TEST_CASE("capitals in names, behind a stop, or behind small words join nothing") {
  CHECK_FALSE(joined("Calmed angry callers and answered phones"));
  CHECK_FALSE(joined("Swept the yard. Calmed callers"));
  CHECK_FALSE(joined("Head of Training at Hill College"));
  CHECK_FALSE(joined("Customer Service Training"));
  CHECK_FALSE(joined("Worked for the Red Cross"));
}

TEST_CASE("an action ends where another line begins") {
  const Clauses clauses(WordClasses{});
  const std::string text = "Filed 90 reports Calmed callers Sorted 30 parcels";
  const Folded folded = fold(text);
  const auto begin = static_cast<std::uint32_t>(folded.text.find("calmed"));
  const FoldedRange whole{0, static_cast<std::uint32_t>(folded.text.size())};
  // "reports" has no capital, so "Calmed" begins a line; "callers" has none either.
  const FoldedRange line = within_line(clauses, {text, folded}, whole, {begin, begin + 14});
  CHECK(folded.text.substr(line.begin, line.end - line.begin) == "calmed callers ");
}
