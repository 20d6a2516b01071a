#include "assess/keywords.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "../draft.hpp"
#include "rapport/matcher.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    auto result = load_lexicon();
    REQUIRE(result);
    return std::move(*result);
  }();
  return loaded;
}

// One unit a line, all of one part.
Posting posting(const std::vector<std::string>& lines, PostingPart part) {
  Draft draft("job.txt", DocumentKind::posting);
  draft.section(SectionKind::other, "Requirements");
  for (const std::string& line : lines) draft.unit(line);
  Posting result{.reading = draft.reading()};
  result.parts.assign(result.reading.document.units.size(), part);
  return result;
}

std::vector<Keyword> found(const std::vector<std::string>& lines,
                           PostingPart part = PostingPart::required,
                           const std::string& resume = "Nothing of the kind") {
  Draft draft("cv.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Experience").unit(resume);
  const std::vector<Reading> readings = {draft.reading()};
  const Stemmer stemmer;
  const Posting job = posting(lines, part);
  return keywords({&job, 1}, readings, TermIndex(stemmer, readings), stemmer, lexicon(), 40);
}

bool has(const std::vector<Keyword>& keywords, std::string_view term) {
  return std::ranges::find(keywords, term, &Keyword::term) != keywords.end();
}

bool present(const std::string& line, const std::string& term, const std::string& resume) {
  const auto keywords = found({line}, PostingPart::required, resume);
  const auto keyword = std::ranges::find(keywords, term, &Keyword::term);
  REQUIRE(keyword != keywords.end());
  return keyword->present();
}

}  // namespace

TEST_CASE("tools, methods and certificates that are named once are keywords") {
  CHECK(has(found({"Experience with Salesforce"}), "Salesforce"));
  CHECK(has(found({"CPR certification"}), "CPR certification"));
  CHECK(has(found({"Knowledge of medical billing"}), "medical billing"));
  CHECK(has(found({"Excel, Word and Outlook"}), "Excel"));
  CHECK(has(found({"Take orders on a point of sale system"}, PostingPart::duty), "point of sale"));
  CHECK(has(found({"Enter orders into QuickBooks"}, PostingPart::duty), "QuickBooks"));
}

TEST_CASE("the noise of postings is left out") {
  const auto keywords =
      found({"Strong attention to detail and a positive attitude",
             "Ability to work in a fast-paced environment", "Must be able to lift 40 pounds"});
  CHECK(keywords.empty());
}

TEST_CASE("what the employer says of itself holds no keywords") {
  CHECK(found({"We use Salesforce and love it"}, PostingPart::employer).empty());
}

TEST_CASE("a duty's words become keywords when they come back") {
  CHECK_FALSE(has(found({"Weigh parcels"}, PostingPart::duty), "parcels"));
  CHECK(has(found({"Weigh parcels", "Label parcels"}, PostingPart::duty), "parcels"));
}

TEST_CASE("an application has a keyword in any inflection") {
  CHECK(present("Forklift certification", "Forklift certification", "Certified forklift driver"));
  CHECK(present("Knowledge of medical billing", "medical billing", "Sent medical bills"));
  CHECK_FALSE(present("Knowledge of medical billing", "medical billing", "Sent bills"));
}

TEST_CASE("a certificate is there without the word certificate, a software not without software") {
  CHECK(present("CPR certification", "CPR certification", "CPR and first aid, renewed in 2024"));
  CHECK_FALSE(present("Experience with insurance software", "insurance software",
                      "Sold insurance for two years"));
}

TEST_CASE("a heading in capitals within its line is no keyword") {
  CHECK_FALSE(has(found({"REQUIREMENTS: Salesforce and a driver's license"}), "REQUIREMENTS"));
}

TEST_CASE("an application has a keyword under its other name") {
  CHECK(present("POS experience", "POS", "Ran the point-of-sale terminal"));
  CHECK(present("CNA license", "CNA license", "Certified nursing assistant since 2019"));
}

TEST_CASE("Excel is not present because somebody is excellent") {
  CHECK_FALSE(present("Experience with Excel", "Excel", "An excellent typist"));
  CHECK(present("Experience with Excel", "Excel", "Kept stock in Excel"));
}

TEST_CASE("requirements weigh more than duties") {
  const auto weight = [](PostingPart part) {
    return found({"Experience with Salesforce"}, part).front().weight;
  };
  CHECK(weight(PostingPart::required) > weight(PostingPart::preferred));
  CHECK(weight(PostingPart::preferred) > weight(PostingPart::duty));
}
