#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "../draft.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;
using nlohmann::json;

namespace {

json issues_of(std::span<const Report> reports) {
  return json::parse(writer("gitlab")->write(reports, {}));
}

}  // namespace

TEST_CASE("a code quality issue has all that GitLab asks for") {
  const Application sample = sample_application();
  const Lexicon lexicon = small_lexicon();
  const Report one{&sample, &lexicon, unmet({.min_covered = 4}, sample), {}};
  const json issues = issues_of({&one, 1});
  CHECK(issues.size() >= 4);
  for (const json& issue : issues) {
    CHECK_FALSE(issue["description"].get<std::string>().empty());
    CHECK(issue["fingerprint"].get<std::string>().size() == 64);
    CHECK(issue["location"]["lines"]["begin"] >= 1);
    CHECK_FALSE(issue["location"]["path"].get<std::string>().starts_with("./"));
  }
  CHECK(issues[0]["check_name"] == "gate-covered");
  CHECK(issues[0]["severity"] == "major");
}

TEST_CASE("the same gap in two files has two fingerprints, in one file given twice only one") {
  Draft one("a/cv.txt", DocumentKind::resume);
  Draft other("b/cv.txt", DocumentKind::resume);
  const Lexicon lexicon = small_lexicon();
  const Application first = assess({one.reading()}, small_profile(), lexicon);
  const Application second = assess({other.reading()}, small_profile(), lexicon);
  const std::vector<Report> reports = {
      {&first, &lexicon, {}, {}}, {&second, &lexicon, {}, {}}, {&first, &lexicon, {}, {}}};
  const json issues = issues_of(reports);
  CHECK(issues.size() == 8);
  std::set<std::string> prints;
  for (const json& issue : issues) CHECK(prints.insert(issue["fingerprint"]).second);
}
