// Prints how strongly each skill of a profile stands in a document:
//
//     levels resume.pdf
//     communication  quantified
//     …
//
// Build it against the installed library, with CMake (see CMakeLists.txt beside it) or
//     c++ -std=c++20 levels.cpp $(pkg-config --cflags --libs rapport)
#include <iostream>
#include <rapport/assessment.hpp>
#include <rapport/matcher.hpp>
#include <rapport/matching_lexicon.hpp>
#include <rapport/reader.hpp>

namespace {

rapport::Result<rapport::Application> read(const std::string& file) {
  auto lexicon = rapport::load_matching_lexicon();
  if (!lexicon) return rapport::fail(lexicon.error());
  auto profile = rapport::load_profile("customer-service", *lexicon);
  if (!profile) return rapport::fail(profile.error());
  auto matcher = rapport::Matcher::make(*lexicon);
  if (!matcher) return rapport::fail(matcher.error());
  auto input = rapport::load(file);
  if (!input) return rapport::fail(input.error());
  auto extracted = rapport::read(*input);
  if (!extracted) return rapport::fail(extracted.error());
  rapport::Reading reading{.document = rapport::make_document(file, std::move(*extracted))};
  reading.evidence = matcher->match(reading.document);
  std::vector<rapport::Reading> readings;
  readings.push_back(std::move(reading));
  return rapport::assess(std::move(readings), *profile, *lexicon);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: levels FILE\n";
    return 2;
  }
  const auto application = read(argv[1]);
  if (!application) {
    std::cerr << "levels: " << application.error().to_string() << '\n';
    return 2;
  }
  for (const rapport::SkillAssessment& skill : application->assessment.skills)
    std::cout << skill.entry.skill << "  " << rapport::name_of(skill.level) << '\n';
}
