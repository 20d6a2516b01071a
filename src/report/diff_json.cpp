// For other programs: schemas/rapport-diff-1.schema.json. Additions keep the version; anything that
// could break a reader raises it.
#include <nlohmann/json.hpp>

#include "report/code_points.hpp"
#include "report/diff_report.hpp"
#include "report/json_values.hpp"

namespace rapport {
namespace {

Json draft_json(const Application& application) {
  Json documents = Json::array();
  for (const Reading& reading : application.readings) {
    documents.push_back({{"file", reading.document.name},
                         {"kind", name_of(reading.document.kind)},
                         {"format", reading.document.source.format}});
  }
  return {{"documents", std::move(documents)},
          {"covered", application.assessment.covered},
          {"demonstrated", application.assessment.demonstrated}};
}

Json unit_json(const Application& application, const std::optional<UnitRef>& ref) {
  if (!ref) return nullptr;
  const Document& document = application.readings[ref->reading].document;
  const Unit& unit = document.units[ref->unit];
  Json section = nullptr;
  if (unit.section < document.sections.size()) {
    section = name_of(document.sections[unit.section].kind);
  }
  return {{"document", ref->reading},
          {"text", document.slice(unit.begin, unit.end)},
          {"section", std::move(section)},
          {"place", json_of(document.place(unit.begin, unit.end))}};
}

Json step_json(const DiffReport& report, const LevelStep& step) {
  const ProfileEntry& entry = report.after->assessment.skills[step.skill].entry;
  return {{"id", entry.skill},
          {"title", entry.title},
          {"before", name_of(step.before)},
          {"after", name_of(step.after)}};
}

Json steps_json(const DiffReport& report, const std::vector<LevelStep>& steps) {
  Json json = Json::array();
  for (const LevelStep& step : steps) json.push_back(step_json(report, step));
  return json;
}

Json units_json(const DiffReport& report) {
  Json json = Json::array();
  for (const UnitChange& change : report.diff.units) {
    json.push_back({{"change", name_of(change.kind)},
                    {"before", unit_json(*report.before, change.before)},
                    {"after", unit_json(*report.after, change.after)},
                    {"skills", steps_json(report, change.skills)}});
  }
  return json;
}

Json done_json(const DiffReport& report) {
  Json json = Json::array();
  for (const DoneProposal& done : report.diff.done) {
    const SkillAssessment& skill = report.before->assessment.skills[done.skill];
    const Proposal& proposal = skill.proposals[done.proposal];
    json.push_back({{"skill", skill.entry.skill},
                    {"aim", proposal.aim == Proposal::Aim::quantify ? "quantify" : "demonstrate"},
                    {"text", proposal.text},
                    {"by", unit_json(*report.after, done.by)}});
  }
  return json;
}

Json findings_json(const std::vector<Finding>& findings) {
  Json json = Json::array();
  for (const Finding& finding : findings) json.push_back(json_of(finding));
  return json;
}

}  // namespace

std::string diff_as_json(const DiffReport& report, const ReportOptions& /*options*/) {
  const Assessment& after = report.after->assessment;
  const Json json = {{"schema", "rapport.diff/1"},
                     {"profile", {{"id", after.profile.id}, {"title", after.profile.title}}},
                     {"of", after.skills.size()},
                     {"old", draft_json(*report.before)},
                     {"new", draft_json(*report.after)},
                     {"lost", has_loss(report.diff)},
                     {"skills", steps_json(report, report.diff.skills)},
                     {"evidence", units_json(report)},
                     {"suggestions_done", done_json(report)},
                     {"findings_solved", findings_json(report.diff.solved)},
                     {"findings_new", findings_json(report.diff.appeared)}};
  return dump(json, 2) + '\n';
}

}  // namespace rapport
