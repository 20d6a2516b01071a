#include "assess/improve.hpp"

#include <doctest/doctest.h>

#include "rapport/matcher.hpp"

using namespace rapport;

namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    auto result = load_lexicon();
    REQUIRE(result.has_value());
    return *result;
  }();
  return loaded;
}

const Matcher& matcher() {
  static const Matcher made = [] {
    auto result = Matcher::make(lexicon());
    REQUIRE(result.has_value());
    return std::move(*result);
  }();
  return made;
}

// A document of one line for each unit; the evidence is `span` in the first of them.
struct Sample {
  Reading reading;
  Evidence evidence;
};

Sample sample(const std::vector<std::string>& lines, const std::string& span,
              DocumentKind kind = DocumentKind::resume) {
  Sample sample;
  Document& document = sample.reading.document;
  document.kind = kind;
  for (const std::string& line : lines) {
    document.units.push_back({.kind = UnitKind::bullet,
                              .begin = document.text.size(),
                              .end = document.text.size() + line.size()});
    document.text += line + '\n';
  }
  document.sections.push_back({.kind = SectionKind::experience, .end = document.text.size()});
  const std::size_t begin = document.text.find(span);
  sample.evidence = {.level = Level::demonstrated, .begin = begin, .end = begin + span.size()};
  sample.reading.parts = matcher().parts(document, std::span(&sample.evidence, 1));
  return sample;
}

std::optional<Improved> improved(const std::string& line, const std::string& span) {
  const Sample one = sample({line}, span);
  return improve(one.reading, one.evidence, lexicon());
}

std::string text(const std::string& line, const std::string& span) {
  const auto result = improved(line, span);
  return result ? result->text : "";
}

std::string without_blanks(std::string text) {
  for (std::size_t at = 0; (at = text.find('[')) != std::string::npos;)
    text.erase(at, text.find(']', at) + 1 - at);
  return text;
}

}  // namespace

TEST_CASE("a bullet is kept word for word, with blanks for the figure and the result") {
  CHECK(text("Calmed upset guests at the front desk.", "Calmed upset guests") ==
        "Calmed upset guests ([how many or how often]) at the front desk, so that [what came of "
        "it].");
}

TEST_CASE("work that has no numbers gets a form without the figure") {
  const auto result = improved("Calmed upset guests at the front desk", "Calmed upset guests");
  REQUIRE(result);
  CHECK(result->plain == "Calmed upset guests at the front desk, so that [what came of it]");
  CHECK(result->missing == std::vector{StoryPart::number, StoryPart::result});
}

TEST_CASE("a count goes to the end unless the noun that it counts has certainly ended") {
  const std::string at_end = "([how many or how often]), so that [what came of it]";
  for (const std::string line :
       {"Calmed guests and their children", "Explained bills to tenants who had moved",
        "Helped customers’ families fill in forms", "Calmed callers to the crisis line"}) {
    CHECK(text(line, line.substr(0, line.find(' '))) == line + " " + at_end);
  }
}

TEST_CASE("a result that is told already is not asked for") {
  const auto result =
      improved("Followed up on each complaint until the customer was satisfied", "Followed up");
  REQUIRE(result);
  CHECK(result->missing == std::vector{StoryPart::number});
  CHECK(result->text ==
        "Followed up on each complaint ([how many or how often]) until the customer was satisfied");
}

TEST_CASE("of a change it is asked how large it was") {
  CHECK(text("Explained bills to tenants, reducing disputes", "Explained bills") ==
        "Explained bills to tenants, reducing disputes ([by how much])");
}

TEST_CASE("a figure that is told already is not asked for") {
  const auto result = improved("Calmed about 12 upset callers a day", "Calmed");
  REQUIRE(result);
  CHECK(result->missing == std::vector{StoryPart::result});
  CHECK(result->plain.empty());
}

TEST_CASE("a bullet with who, how many and a result has nothing missing") {
  CHECK_FALSE(improved("Trained 12 new cashiers, cutting till errors by 30%", "Trained"));
}

TEST_CASE("what happened once is not asked how often it did") {
  const auto result = improved("Stayed with a frightened resident all night", "Stayed with");
  REQUIRE(result);
  CHECK(result->missing == std::vector{StoryPart::result});
}

TEST_CASE("whatever ends a bullet, the blanks stand ahead of its stop and no word is lost") {
  const struct {
    std::string line;
    std::string kept;
  } cases[] = {
      {"Answered questions of students;", "Answered questions of students"},
      {"Answered questions of students; and", "Answered questions of students"},
      {"Answered calls, letters, etc.", "Answered calls, letters, etc."},
      {"Served guests at Brown & Co.", "Served guests at Brown & Co."},
      {"Taught students (aged 9)", "Taught students (aged 9)"},
  };
  for (const auto& one : cases) {
    const std::string result = text(one.line, one.line.substr(0, one.line.find(' ')));
    CAPTURE(result);
    CHECK(without_blanks(result).starts_with(one.kept.substr(0, 8)));
    CHECK(result.find(one.kept.substr(one.kept.rfind(' '))) != std::string::npos);
    CHECK(result.find(";") == std::string::npos);
  }
  CHECK(text("Calmed upset guests!", "Calmed").ends_with("[what came of it]!"));
}

TEST_CASE("wrapped lines become one") {
  CHECK(text("Kept order\n   in the hall", "Kept order").starts_with("Kept order in the hall"));
}

TEST_CASE("in a list behind a colon the blanks are bracketed") {
  CHECK(text("I explain things to all who ask: bills, fees and fares.", "explain")
            .ends_with("fares ([how many or how often], [what came of it])."));
}

TEST_CASE("behind a noun phrase the blanks are bracketed, since no clause could follow") {
  CHECK(text("Friendly face at the desk for guests in distress", "guests in distress")
            .ends_with("([how many or how often], [what came of it])"));
}

TEST_CASE("a count never parts a noun from what a pattern took for a result") {
  const std::string line = "Coordinated tours and posted company-wide notices, booked rooms";
  CHECK(text(line, "Coordinated").starts_with(line));
}

TEST_CASE("a question, a fragment and a very long sentence are left alone") {
  CHECK_FALSE(improved("Who calmed the guests?", "calmed"));
  CHECK_FALSE(improved("Calmed guests", "Calmed"));
  CHECK_FALSE(improved("Calmed guests, staff and …", "Calmed"));
  std::string line = "Calmed guests";
  for (int i = 0; i < 40; ++i) line += " again";
  CHECK_FALSE(improved(line, "Calmed"));
}

TEST_CASE("a letter is asked what came of it, unless its next sentence says so") {
  const auto letter = DocumentKind::cover_letter;
  const Sample open = sample({"I calmed the guests.", "I also sang."}, "calmed", letter);
  const auto result = improve(open.reading, open.evidence, lexicon());
  REQUIRE(result);
  CHECK(result->text == "I calmed the guests, so that [what came of it].");
  const Sample told = sample({"I calmed the guests.", "They thanked me."}, "calmed", letter);
  CHECK_FALSE(improve(told.reading, told.evidence, lexicon()));
}

TEST_CASE("a lexicon that asks for no parts improves nothing") {
  const Sample one = sample({"Calmed upset guests at the desk"}, "Calmed");
  CHECK_FALSE(improve(one.reading, one.evidence, Lexicon{}));
}
