#include "report/score_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/display.hpp"
#include "report/json_values.hpp"

namespace rapport {

namespace {

std::string_view name_of(Mistake::Kind kind) {
  switch (kind) {
    case Mistake::Kind::false_alarm:
      return "false";
    case Mistake::Kind::miss:
      return "missed";
    case Mistake::Kind::wrong_level:
      return "wrong level";
  }
  return "";
}

std::string row(std::string_view title, const Tally& tally) {
  return fmt::format("{}{:>6}{:>7}{:>8}{:>11.3f}{:>8.3f}{:>8.3f}{:>8.3f}\n",
                     padded(shortened(title, 23), 24), tally.true_positives, tally.false_positives,
                     tally.misses, tally.precision(), tally.recall(), tally.f1(),
                     tally.level_accuracy());
}

// By skill and kind, so that what has one cause stands together.
std::vector<Mistake> sorted(std::vector<Mistake> mistakes) {
  std::ranges::stable_sort(mistakes, {}, [](const Mistake& mistake) {
    return std::pair(std::string_view(mistake.skill), mistake.kind);
  });
  return mistakes;
}

std::string mistake_text(const Mistake& mistake) {
  return fmt::format("{} {}: {}, {}\n  {}\n", mistake.skill, name_of(mistake.kind),
                     printable(mistake.sentence), printable(mistake.explanation),
                     printable(mistake.text));
}

Json json_of(const Tally& tally) {
  return {{"true", tally.true_positives},
          {"false", tally.false_positives},
          {"missed", tally.misses},
          {"precision", tally.precision()},
          {"recall", tally.recall()},
          {"f1", tally.f1()},
          {"level_accuracy", tally.level_accuracy()}};
}

Json json_of(const Mistake& mistake) {
  return {{"skill", mistake.skill},
          {"kind", name_of(mistake.kind)},
          {"sentence", mistake.sentence},
          {"text", mistake.text},
          {"explanation", mistake.explanation}};
}

}  // namespace

std::string score_table(const Score& score, Mistakes mistakes) {
  std::string out = fmt::format("{:<24}{:>6}{:>7}{:>8}{:>11}{:>8}{:>8}{:>8}\n", "skill", "true",
                                "false", "missed", "precision", "recall", "F1", "level");
  for (const auto& [skill, tally] : score.skills) out += row(skill, tally);
  out += '\n' + row("all (micro)", score.micro);
  out += fmt::format("{:<24}{:>48.3f}\n", "mean of skills (macro)", score.macro_f1);
  if (mistakes == Mistakes::left_out || score.mistakes.empty()) return out;
  out += '\n';
  for (const Mistake& mistake : sorted(score.mistakes)) out += mistake_text(mistake);
  return out;
}

std::string score_json(const Score& score, Mistakes mistakes) {
  Json skills = Json::object();
  for (const auto& [skill, tally] : score.skills) skills[skill] = json_of(tally);
  Json json{{"schema", "rapport.score/1"},
            {"skills", std::move(skills)},
            {"micro", json_of(score.micro)},
            {"macro_f1", score.macro_f1}};
  if (mistakes == Mistakes::listed) {
    json["mistakes"] = Json::array();
    for (const Mistake& mistake : sorted(score.mistakes))
      json["mistakes"].push_back(json_of(mistake));
  }
  return dump(json, 2) + '\n';
}

}  // namespace rapport
