#include "report/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "report/display.hpp"

namespace rapport {

std::vector<CitedUnit> asking_units(const Comparison& comparison, const DemandedSkill& skill) {
  std::vector<Demand> demands = skill.demands;
  // What is required says more than what would be nice to have.
  std::ranges::stable_sort(demands, std::greater<>(), &Demand::wish);
  std::vector<CitedUnit> units;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> seen;
  for (const Demand& demand : demands) {
    const Reading& posting = comparison.postings[demand.posting];
    const Evidence& evidence = posting.evidence[demand.evidence];
    const auto [entry, fresh] = seen.try_emplace({demand.posting, evidence.unit}, units.size());
    if (fresh) {
      units.push_back(
          {.document = &posting.document, .unit = evidence.unit, .level = evidence.level});
    }
    units[entry->second].spans.push_back({evidence.begin, evidence.end});
  }
  return units;
}

CitedUnit carrying_unit(const Application& application, Cited cited) {
  const Evidence& evidence = evidence_of(application, cited);
  return {.document = &application.readings[cited.reading].document,
          .unit = evidence.unit,
          .level = evidence.level,
          .spans = {{evidence.begin, evidence.end}}};
}

std::string wish_text(const Comparison& comparison, const DemandedSkill& skill) {
  std::string text = skill.wish == Wish::required ? "required" : "preferred";
  const std::size_t all = comparison.postings.size();
  if (all > 1) text += fmt::format(", in {} of {} postings", skill.postings, all);
  return text;
}

std::string posting_label(const Comparison& comparison, const Document& posting) {
  return comparison.postings.size() < 2 ? "" : shortened(base_name(posting.name), 40);
}

std::string posting_summary(const Comparison& comparison, std::size_t posting) {
  std::size_t asked = 0;
  std::size_t shown = 0;
  std::size_t named = 0;
  for (const DemandedSkill& skill : comparison.skills) {
    const bool here = std::ranges::any_of(
        skill.demands, [&](const Demand& demand) { return demand.posting == posting; });
    if (!here) continue;
    ++asked;
    if (skill.level >= Level::demonstrated) ++shown;
    if (skill.level == Level::claimed) ++named;
  }
  if (asked == 0) return "asks for none of the skills that Rapport knows";
  std::string parts;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, what);
  };
  add(shown, "shown");
  add(named, "only named");
  add(asked - shown - named, "missing");
  return fmt::format("asks for {} skill{}: {}", asked, asked == 1 ? "" : "s", parts);
}

std::vector<std::string> keyword_terms(const Comparison& comparison, bool present) {
  std::vector<std::string> terms;
  for (const Keyword& keyword : comparison.keywords) {
    if (keyword.present() == present) terms.push_back(printable(keyword.term));
  }
  return terms;
}

}  // namespace rapport
