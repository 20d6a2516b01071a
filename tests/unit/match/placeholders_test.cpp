#include "match/placeholders.hpp"

#include <doctest/doctest.h>

#include "rapport/matcher.hpp"
#include "rapport/proofreader.hpp"

using namespace rapport;

namespace {

const Lexicon& lexicon() {
  static const Lexicon lexicon = load_lexicon().value();
  return lexicon;
}

Document bullet(const std::string& text, bool is_template = false) {
  Document document{};
  document.text = text;
  document.sections = {{.kind = SectionKind::experience, .end = text.size()}};
  document.units = {{.kind = UnitKind::bullet, .end = text.size()}};
  document.is_template = is_template;
  return document;
}

std::string found(const std::string& text, bool is_template = false) {
  static const PlaceholderFinder finder(lexicon());
  const Document document = bullet(text, is_template);
  std::string all;
  for (const Placeholder& each : finder.find(document, 0))
    all += (all.empty() ? "" : " | ") + std::string(document.slice(each.begin, each.end));
  return all;
}

std::string in_template(const std::string& text) {
  return found(text, true);
}

}  // namespace

TEST_CASE("placeholders are found in an application by their shape and their words") {
  CHECK(found("Clerk at [Company Name], [City, State]") == "[Company Name] | [City, State]");
  CHECK(found("Answered [number] calls a day") == "[number]");
  CHECK(found("Cut waiting by [N]% for [Job Title]") == "[N] | [Job Title]");
  CHECK(found("I bring [insert your strongest trait] to it") == "[insert your strongest trait]");
  CHECK(found("Dear [Hiring Manager],") == "[Hiring Manager]");
  CHECK(found("Dear “[Name]”") == "[Name]");
  CHECK(found("Dear {{ hiring_manager }}, {first_name}") == "{{ hiring_manager }} | {first_name}");
  CHECK(found("Dear <<Name>>, dear «First_Name», dear <Company Name>") ==
        "<<Name>> | «First_Name» | <Company Name>");
  CHECK(found("Phone: (___) ___-____") == "___) ___-____");
  CHECK(found("Call XXX-XXX-XXXX, since 20XX, at XXXXXX") == "XXX-XXX-XXXX | 20XX | XXXXXX");
  CHECK(found("Raised sales by X%, or $XXK, %FIRST_NAME%") == "X% | $XXK | %FIRST_NAME%");
  CHECK(found("[A time when you showed patience] here") == "[A time when you showed patience]");
  CHECK(found("Clerk (Company Name), (insert dates)") == "(Company Name) | (insert dates)");
}

TEST_CASE("a blank of our own suggestions that was left in is found whatever its words") {
  REQUIRE(lexicon().find("empathy") != nullptr);
  bool any = false;
  for (const Suggestion& suggestion : lexicon().find("empathy")->suggestions) {
    CAPTURE(suggestion.text);
    CHECK_FALSE(found(suggestion.text).empty());
    any = true;
  }
  CHECK(any);
}

TEST_CASE("what people write in brackets is no placeholder") {
  for (const char* text : {
           "As shown in [1] and [2, 3], and [12]",
           "Call me at (555) 010-0199",
           "Calls answered in <5 min, > 90% of the time; 3 < 5 > 2",
           "C++ templates such as vector<int>, std::map<string, int> and unique_ptr<T>",
           "#include <iostream> and <b>bold</b>, <title> and <div>",
           "The sign read “No exit” [sic]",
           "Kim Sample <kim@example.com>, <https://example.com>",
           "See [my page](https://example.com) and [the other][1]",
           "[X] Willing to travel",
           "[ ] Part time [x] Full time",
           "Clerk [Remote], Clerk [Contract], Clerk [part time]",
           "Degree [in progress], [expected 2026]",
           "Used snake_case, a___b and __init__",
           "________________________________",
           "Super Bowl XXX, size XXL, Xerox, Linux, X-ray, Mac OS X",
           "int a[i] = b[n]; word[s]",
           "cout << name >> other",
           "Wrote \\textbf{bold} and { return x; }",
           "Sold 50% more, 10% off, 5%-10% less",
           "« Le Monde », «La vie en rose»",
           "Trained staff (five people) (part time) (Project Manager) (State University)",
           "[She] told me [that the work] was good",
           "Wired the XLR, the XX chromosome",
           "Handled {curly} braces",
       }) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
}

TEST_CASE("in a template brackets are placeholders whatever their words, but for a few") {
  CHECK(in_template("Calmed [kind of upset people] by [listening]") ==
        "[kind of upset people] | [listening]");
  CHECK(in_template("Dear «Anrede», {salutation line}") == "«Anrede» | {salutation line}");
  CHECK(in_template("As [1] says [sic], [x] yes, vector<int>").empty());
}

TEST_CASE("no evidence is read in a placeholder, nor across one") {
  const auto matcher = Matcher::make(lexicon());
  REQUIRE(matcher.has_value());
  CHECK_FALSE(matcher->match(bullet("Calmed upset callers every day")).empty());
  CHECK(matcher->match(bullet("{{Calmed upset callers every day}}")).empty());
  CHECK(matcher->match(bullet("Calmed [N] upset [kind of customer]")).empty());
  CHECK_FALSE(matcher->match(bullet("Calmed upset callers at [Company Name]")).empty());
}

TEST_CASE("placeholders are told of an application and listed of a template") {
  const auto proofreader = Proofreader::make(lexicon());
  REQUIRE(proofreader.has_value());
  const auto ids = [&](const Document& document) {
    std::string all;
    for (const Remark& remark : proofreader->read(document))
      all += (all.empty() ? "" : " ") + lexicon().faults[remark.fault].id;
    return all;
  };
  CHECK(ids(bullet("Clerk at [Company Name]")) == "placeholder-left");
  CHECK(ids(bullet("Clerk at [Company Name]", true)) == "placeholder");
  CHECK(ids(bullet("Lorem ipsum dolor sit amet")) == "placeholder-left");
  CHECK(ids(bullet("[Insert company name here]")) == "placeholder-left");
  Document contact = bullet("Your Name Here");
  contact.sections[0].kind = SectionKind::contact;
  CHECK(ids(contact) == "placeholder-left");
}

TEST_CASE("words that the format marks as a prompt are a placeholder") {
  Document document = bullet("Calmed upset callers every day");
  document.source.text = document.text;
  document.source.prompts = {{0, 20}};
  static const PlaceholderFinder finder(lexicon());
  const auto placeholders = finder.find(document, 0);
  REQUIRE(placeholders.size() == 1);
  CHECK(placeholders[0].words == "Calmed upset callers");
  const auto matcher = Matcher::make(lexicon());
  CHECK(matcher->match(document).empty());
}
