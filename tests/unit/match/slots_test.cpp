#include "match/slots.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapport;

namespace {

const Matcher& matcher() {
  static const Lexicon lexicon = load_lexicon().value();
  static const Matcher matcher = Matcher::make(lexicon).value();
  return matcher;
}

std::vector<Slot> slots(const std::string& text, UnitKind kind = UnitKind::bullet) {
  Document document{};
  document.text = text;
  document.sections = {{.kind = SectionKind::experience, .end = text.size()}};
  document.units = {{.kind = kind, .end = text.size()}};
  document.is_template = true;
  return find_slots(document, matcher());
}

bool has(const std::vector<Slot>& slots, std::string_view skill) {
  return std::ranges::find(slots, skill, &Slot::skill) != slots.end();
}

}  // namespace

TEST_CASE("a phrasing with placeholders is a slot for its skill, a plain one is none") {
  CHECK(has(slots("Reassured [N] anxious patients by [what you did]"), "empathy"));
  CHECK(has(slots("Reassured anxious {{customer_type}} every {{period}}"), "empathy"));
  CHECK(slots("Reassured anxious patients every day").empty());
  CHECK_FALSE(has(slots("Sold [N] [products] a day"), "empathy"));
}

TEST_CASE("every suggested phrasing is a slot for its skill") {
  for (const Skill& skill : matcher().lexicon().skills) {
    for (const Suggestion& suggestion : skill.suggestions) {
      CAPTURE(skill.id);
      CAPTURE(suggestion.text);
      CHECK(has(slots(suggestion.text), skill.id));
    }
  }
}

TEST_CASE("a heading or a placeholder that names the skill is a slot") {
  CHECK(has(slots("Empathy", UnitKind::heading), "empathy"));
  CHECK(has(slots("[Tell of a time when you showed patience]"), "patience"));
  CHECK(has(slots("{{conflict_resolution_example}}"), "conflict-resolution"));
  CHECK_FALSE(has(slots("Experience", UnitKind::heading), "empathy"));
}
