#include "match/parts.hpp"

#include <doctest/doctest.h>

#include <array>

#include "rapport/matcher.hpp"

using namespace rapport;

namespace {

std::vector<std::string> parts(const std::string& text, StoryPart kind) {
  static const Lexicon lexicon = *load_lexicon();
  static const Matcher matcher = *Matcher::make(lexicon);
  Document document;
  document.text = text;
  document.units.push_back({.end = text.size()});
  std::vector<std::string> found;
  for (const Part& part : matcher.parts(document, std::array<Evidence, 1>{})) {
    if (part.part == kind) found.emplace_back(document.slice(part.begin, part.end));
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a situation ends at a comma or where the person acts") {
  CHECK(parts("When the till went down, I took cash.", StoryPart::situation) ==
        Texts{"When the till went down"});
  CHECK(parts("When I was new I asked the cook", StoryPart::situation) == Texts{"When I was new"});
  CHECK(parts("Kept calm during the ice storm so that all were fed", StoryPart::situation) ==
        Texts{"during the ice storm"});
}

TEST_CASE("a result goes to the end of the sentence, without its stop") {
  CHECK(parts("Asked first, so that the crew came prepared.", StoryPart::result) ==
        Texts{"so that the crew came prepared"});
  CHECK(parts("Set up a board, freeing the nurses.", StoryPart::result) ==
        Texts{"freeing the nurses"});
}

TEST_CASE("a participle that tells how, or a duty, is no result") {
  CHECK(parts("Helped the shop by reducing waste", StoryPart::result).empty());
  CHECK(parts("Responsible for cutting hair", StoryPart::result).empty());
  CHECK(parts("Sorted letters while keeping track of time", StoryPart::result).empty());
}

TEST_CASE("words that take a whole sentence take only the end of one that began long before") {
  CHECK(parts("One guest later thanked me.", StoryPart::result) ==
        Texts{"One guest later thanked me"});
  CHECK(parts("Sat with her and brought her some tea, and she calmed down", StoryPart::result) ==
        Texts{"she calmed down"});
}

TEST_CASE("years and phone numbers are no figures, counts are") {
  CHECK(parts("Worked there since 2015", StoryPart::number).empty());
  CHECK(parts("Answered 60 calls a day", StoryPart::number).size() == 1);
}

TEST_CASE("parts are found in text with accents and curly quotes at the right bytes") {
  CHECK(parts("Café — “so that” no: déjà vu, so that the café opened", StoryPart::result).back() ==
        "so that” no: déjà vu, so that the café opened");
}

TEST_CASE("parts are looked for where evidence is, and in the units beside it") {
  const Lexicon lexicon = *load_lexicon();
  const Matcher matcher = *Matcher::make(lexicon);
  Document document;
  for (int unit = 0; unit < 5; ++unit) {
    const std::size_t begin = document.text.size();
    document.text += "Served 40 guests.";
    document.units.push_back({.begin = begin, .end = document.text.size()});
  }
  const auto units = [&](std::vector<Evidence> evidence) {
    std::vector<std::size_t> found;
    for (const Part& part : matcher.parts(document, evidence)) {
      if (part.part == StoryPart::number) found.push_back(part.unit);
    }
    return found;
  };
  Evidence third;
  third.unit = 3;
  CHECK(units({}).empty());
  CHECK(units({Evidence{}}) == std::vector<std::size_t>{0, 1});
  CHECK(units({third}) == std::vector<std::size_t>{2, 3, 4});
}
