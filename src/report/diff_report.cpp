#include "report/diff_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/display.hpp"

namespace rapport {

std::span<const DiffFormat> diff_formats() {
  static constexpr std::array<DiffFormat, 3> formats = {{
      {"terminal", "for reading at a terminal", diff_as_text},
      {"json", "for programs, schema rapport.diff/1", diff_as_json},
      {"markdown", "for a comment on a pull request", diff_as_markdown},
  }};
  return formats;
}

CitedUnit cited_unit(const Application& application, UnitRef ref,
                     const std::vector<LevelStep>& skills) {
  CitedUnit cited{.document = &application.readings[ref.reading].document, .unit = ref.unit};
  for (const LevelStep& step : skills) {
    for (const Cited& found : application.assessment.skills[step.skill].evidence) {
      const Evidence& evidence = evidence_of(application, found);
      if (found.reading != ref.reading || evidence.unit != ref.unit) continue;
      cited.level = std::max(cited.level, evidence.level);
      cited.spans.push_back({evidence.begin, evidence.end});
    }
  }
  if (cited.spans.empty()) {
    const Unit& unit = cited.document->units[ref.unit];
    cited.spans.push_back({unit.begin, unit.begin});
  }
  return cited;
}

Level level_after(const UnitChange& change) {
  Level best = Level::none;
  for (const LevelStep& step : change.skills) best = std::max(best, step.after);
  return best;
}

Level level_before(const UnitChange& change) {
  Level best = Level::none;
  for (const LevelStep& step : change.skills) best = std::max(best, step.before);
  return best;
}

std::string skills_text(const UnitChange& change, const Application& application) {
  std::string text;
  for (const LevelStep& step : change.skills) {
    const SkillAssessment& skill = application.assessment.skills[step.skill];
    text += fmt::format("{}{}", text.empty() ? "" : "; ", printable(skill.entry.title));
    if (change.kind == UnitChange::Kind::changed && step.before != step.after) {
      const auto word = [](Level level) {
        return level == Level::none ? std::string_view("nothing") : name_of(level);
      };
      text += fmt::format(", {} → {}", word(step.before), word(step.after));
    }
  }
  return text;
}

std::string_view name_of(UnitChange::Kind kind) {
  switch (kind) {
    case UnitChange::Kind::added:
      return "added";
    case UnitChange::Kind::removed:
      return "removed";
    case UnitChange::Kind::moved:
      return "moved";
    case UnitChange::Kind::changed:
      return "changed";
  }
  return "changed";
}

bool is_same(const Diff& diff) {
  const auto stays = [](const LevelStep& step) { return step.before == step.after; };
  return std::ranges::all_of(diff.skills, stays) && diff.units.empty() && diff.solved.empty() &&
         diff.appeared.empty();
}

}  // namespace rapport
