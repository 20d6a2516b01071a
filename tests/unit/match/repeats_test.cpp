#include "match/repeats.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

// The first words of each repeat, and in how many units they stand.
std::vector<std::pair<std::string, std::size_t>> found(const std::vector<std::string>& texts) {
  std::vector<Folded> units;
  std::vector<std::string_view> sources;
  for (const std::string& text : texts) {
    units.push_back(fold(text));
    sources.push_back(text);
  }
  std::vector<std::pair<std::string, std::size_t>> result;
  for (const Repeat& repeat : repeats(units, sources)) {
    const RepeatedIn& first = repeat.front();
    result.emplace_back(
        units[first.unit].text.substr(first.span.begin, first.span.end - first.span.begin),
        repeat.size());
  }
  return result;
}

using Found = std::vector<std::pair<std::string, std::size_t>>;

}  // namespace

TEST_CASE("two opening words that stand in three bullets are told, in two they are not") {
  CHECK(found({"Assisted guests with luggage", "Assisted guests at the door",
               "Assisted guests by telephone"}) == Found{{"assisted guests", 3}});
  CHECK(found({"Assisted guests with luggage", "Assisted guests at the door"}).empty());
}

TEST_CASE("small words do not count as opening words") {
  CHECK(found({"Managed the desk", "Managed the bar", "Managed the pool"}).empty());
  CHECK(found({"Worked with guests in June", "Worked with guests at sea",
               "Worked with guests on tour"}) == Found{{"worked with guests", 3}});
}

TEST_CASE("titles and names are no phrases") {
  CHECK(
      found({"Vice President of Sales", "Vice President of Marketing", "Vice President of Support"})
          .empty());
  CHECK(found({"Sold at the Harbor Inn Spring Fair", "Cooked at the Harbor Inn Spring Fair"})
            .empty());
}

TEST_CASE("a run of five words in two bullets is told as far as they share it") {
  CHECK(found({"Cleaned the bar in a quick and tidy manner daily",
               "Stocked shelves in a quick and tidy manner and alone"}) ==
        Found{{"in a quick and tidy manner", 2}});
  CHECK(found({"Cleaned the bar with care", "Stocked shelves with care"}).empty());
}

TEST_CASE("a bullet that stands there twice is told once") {
  const std::string bullet = "Greeted every guest warmly and carried luggage upstairs";
  CHECK(found({bullet, bullet}).size() == 1);
}

TEST_CASE("a run that stands there many times takes no more than moments") {
  std::vector<std::string> many(3000, "Greeted every guest warmly and carried luggage upstairs");
  CHECK(found(many).size() == 1);
}
