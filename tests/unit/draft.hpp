// Draft: writes a small Document and its evidence by hand, so that assessment and reports can be
// tested without readers and a matcher.
#pragma once

#include <string>
#include <string_view>

#include "rapport/assessment.hpp"

namespace rapport_test {

class Draft {
 public:
  Draft(std::string name, rapport::DocumentKind kind, std::string format = "text");

  Draft& section(rapport::SectionKind kind, const std::string& heading);
  // A bullet in experience, a sentence elsewhere.
  Draft& unit(const std::string& text);
  // Evidence in the last unit: `span` is its first occurrence there.
  Draft& evidence(std::size_t skill, rapport::Level level, std::string_view span);
  // What lowered the last evidence, or rejected it.
  Draft& objection(const std::string& rule, const std::string& why);
  Draft& finding(rapport::Finding finding);

  [[nodiscard]] rapport::Reading reading() const { return reading_; }

 private:
  void line(const std::string& text);

  rapport::Reading reading_;
};

// Skills 0 communication, 1 empathy, 2 humor, 3 patience, 4 self-control.
[[nodiscard]] rapport::Lexicon small_lexicon();
// Communication, self-control (counts patience), empathy, humor.
[[nodiscard]] rapport::Profile small_profile();
// A resume and a cover letter: communication quantified, self-control demonstrated, empathy
// claimed, humor missing.
[[nodiscard]] rapport::Application sample_application();

}  // namespace rapport_test
