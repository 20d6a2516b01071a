#include "rapport/interview.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "assess/improve.hpp"
#include "assess/story.hpp"

namespace rapport {
namespace {

constexpr std::array told_parts = {StoryPart::situation, StoryPart::action, StoryPart::result};
constexpr std::size_t most_questions = 2;

// What makes one story better than another; the larger the better.
using Value = std::tuple<bool, Level, std::size_t, bool, bool, std::size_t>;

class Rehearser {
 public:
  Rehearser(const Application& application, const Lexicon& lexicon)
      : application_(application), lexicon_(lexicon) {}

  Interview run() {
    Interview interview;
    std::vector<Rehearsal> without;
    for (const SkillAssessment& skill : application_.assessment.skills) {
      Rehearsal rehearsal = rehearse(skill);
      (rehearsal.story ? interview.skills : without).push_back(std::move(rehearsal));
    }
    interview.stories = interview.skills.size();
    std::ranges::move(without, std::back_inserter(interview.skills));
    return interview;
  }

 private:
  Rehearsal rehearse(const SkillAssessment& skill) {
    Rehearsal rehearsal{.entry = skill.entry, .level = skill.level, .story = best_story(skill)};
    rehearsal.questions = skill.questions;
    rehearsal.questions.resize(std::min(rehearsal.questions.size(), most_questions));
    const Skill* known = lexicon_.find(skill.entry.skill);
    if (known) rehearsal.about = known->about;
    if (rehearsal.story) return rehearsal;
    if (!skill.evidence.empty()) rehearsal.claim = skill.evidence.front();
    if (known) rehearsal.outline = outline(*known);
    return rehearsal;
  }

  // The phrasings for letters are told as stories; one for a resume serves where there is none.
  static std::string outline(const Skill& skill) {
    const auto letter =
        std::ranges::find(skill.suggestions, DocumentKind::cover_letter, &Suggestion::kind);
    if (letter != skill.suggestions.end()) return letter->text;
    if (skill.suggestions.empty()) return "";
    const Suggestion& first = skill.suggestions.front();
    return first.plain.empty() ? first.text : first.plain;
  }

  std::optional<Story> best_story(const SkillAssessment& skill) {
    std::optional<Story> best;
    Value best_value;
    for (const Cited& cited : skill.evidence) {
      if (evidence_of(cited).level < Level::demonstrated) continue;
      Story story{.cited = cited, .parts = story_around(reading_of(cited), evidence_of(cited))};
      const Value value = value_of(story);
      if (best && value <= best_value) continue;
      best = std::move(story);
      best_value = value;
    }
    if (!best) return std::nullopt;
    ask_for_missing(*best);
    std::vector<std::string>& users = told_[unit_of(*best)];
    best->same_for = users;
    users.push_back(skill.entry.title);
    return best;
  }

  Value value_of(const Story& story) const {
    const auto found = static_cast<std::size_t>(
        std::ranges::count_if(told_parts, [&](StoryPart part) { return has(story, part); }));
    std::size_t length = 0;
    for (const Part& part : story.parts) length += part.end - part.begin;
    const Reading& reading = reading_of(story.cited);
    const Unit& unit = reading.document.units[evidence_of(story.cited).unit];
    const bool job = reading.document.sections[unit.section].kind == SectionKind::experience;
    return {is_own(story), evidence_of(story.cited).level,
            found,         !told_.contains(unit_of(story)),
            job,           length};
  }

  // A resume speaks of nobody else.
  bool is_own(const Story& story) const {
    const Document& document = reading_of(story.cited).document;
    if (document.kind != DocumentKind::cover_letter) return true;
    const Unit& unit = document.units[evidence_of(story.cited).unit];
    return speaks_of_self(document.slice(unit.begin, unit.end));
  }

  static bool has(const Story& story, StoryPart part) {
    return std::ranges::find(story.parts, part, &Part::part) != story.parts.end();
  }

  void ask_for_missing(Story& story) const {
    for (const StoryPart part : told_parts) {
      if (!has(story, part)) story.missing.push_back(part);
    }
    const Reading& reading = reading_of(story.cited);
    const bool counted = std::ranges::any_of(story.parts, [&](const Part& part) {
      return find_part(reading, part.unit, StoryPart::number) != nullptr;
    });
    if (story.missing.empty() && !counted) story.missing.push_back(StoryPart::number);
    for (const StoryPart part : story.missing) story.prepare.push_back(lexicon_.words(part).ask);
  }

  const Reading& reading_of(const Cited& cited) const {
    return application_.readings[cited.reading];
  }
  const Evidence& evidence_of(const Cited& cited) const {
    return reading_of(cited).evidence[cited.evidence];
  }
  std::pair<std::size_t, std::size_t> unit_of(const Story& story) const {
    return {story.cited.reading, evidence_of(story.cited).unit};
  }

  const Application& application_;
  const Lexicon& lexicon_;
  // By reading and unit: the titles of the skills whose story it is.
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>> told_{};
};

}  // namespace

Interview prepare_interview(const Application& application, const Lexicon& lexicon) {
  return Rehearser(application, lexicon).run();
}

}  // namespace rapport
