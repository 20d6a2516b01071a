#include "report/json_evidence.hpp"

#include <nlohmann/json.hpp>

namespace rapport {

namespace {

Json rule_json(const Skill& skill, std::size_t index) {
  if (index >= skill.evidence.size()) return nullptr;
  const EvidenceRule& rule = skill.evidence[index];
  return {{"skill", skill.id},
          {"level", name_of(rule.level)},
          {"pattern", rule.pattern},
          {"file", rule.where.file},
          {"line", rule.where.line}};
}

// The number that made it quantified.
Json number_json(const Lexicon& lexicon, const Document& document, const Evidence& evidence) {
  if (!evidence.measure || evidence.measure->rule >= lexicon.quantities.size()) return nullptr;
  const QuantityRule& rule = lexicon.quantities[evidence.measure->rule];
  return {{"text", document.slice(evidence.measure->begin, evidence.measure->end)},
          {"file", rule.where.file},
          {"line", rule.where.line}};
}

}  // namespace

Json evidence_json(const Reading& reading, std::size_t number, const CodePoints& points,
                   const Lexicon& lexicon) {
  const Document& document = reading.document;
  const Evidence& evidence = reading.evidence[number];
  const Unit& unit = document.units[evidence.unit];
  Json lowered = Json::array();
  for (const Objection& objection : evidence.objections) {
    lowered.push_back({{"rule", objection.rule}, {"why", objection.why}});
  }
  Json section = nullptr;
  if (unit.section < document.sections.size()) {
    section = name_of(document.sections[unit.section].kind);
  }
  return {{"level", name_of(evidence.level)},
          {"text", document.slice(evidence.begin, evidence.end)},
          {"start", points.before(evidence.begin)},
          {"end", points.before(evidence.end)},
          {"unit", document.slice(unit.begin, unit.end)},
          {"unit_start", points.before(unit.begin)},
          {"section", std::move(section)},
          {"place", json_of(document.place(evidence.begin, evidence.end))},
          {"rule", rule_json(lexicon.skills[evidence.skill], evidence.rule)},
          {"number", number_json(lexicon, document, evidence)},
          {"lowered", std::move(lowered)}};
}

}  // namespace rapport
