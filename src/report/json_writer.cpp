// The report for other programs: schemas/rapport-report-1.schema.json. Additions keep the version;
// anything that could break a reader raises it.
#include <nlohmann/json.hpp>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/code_points.hpp"
#include "report/json_evidence.hpp"
#include "report/json_values.hpp"
#include "report/results.hpp"

namespace rapport {
namespace {

constexpr std::string_view schema = "rapport.report/1";

Json findings_json(const std::vector<Finding>& findings) {
  Json json = Json::array();
  for (const Finding& finding : findings) json.push_back(json_of(finding));
  return json;
}

// Those of one document, or of the application as a whole for an empty name.
Json findings_of(const Application& application, const std::string& document) {
  std::vector<Finding> chosen;
  for (const Finding& finding : application.findings) {
    if (finding.document == document) chosen.push_back(finding);
  }
  return findings_json(chosen);
}

// Of templates; empty for documents that are filled in.
Json slots_json(const Application& application, const std::vector<CodePoints>& points) {
  Json json = Json::array();
  for (std::size_t i = 0; i < application.readings.size(); ++i) {
    const Document& document = application.readings[i].document;
    for (const Slot& slot : application.readings[i].slots) {
      const Unit& unit = document.units[slot.unit];
      json.push_back({{"skill", slot.skill},
                      {"document", i},
                      {"unit", document.slice(unit.begin, unit.end)},
                      {"unit_start", points[i].before(unit.begin)}});
    }
  }
  return json;
}

Json results_json(const std::vector<ResultItem>& items) {
  Json json = Json::array();
  for (const ResultItem& item : items)
    json.push_back({{"rule", item.rule},
                    {"fingerprint", item.fingerprint},
                    {"severity", name_of(item.severity)},
                    {"document", item.where.document},
                    {"place", json_of(item.where.place)},
                    {"message", item.message},
                    {"remedy", item.remedy}});
  return json;
}

Json baseline_json(const Report& report) {
  if (!report.accepted) return nullptr;
  Json stale = Json::array();
  for (const Finding& entry : report.accepted->stale)
    stale.push_back({{"rule", entry.id}, {"message", entry.message}});
  return {{"file", report.accepted->file},
          {"known", report.accepted->keys.size()},
          {"new", results_json(new_results_of(report))},
          {"stale", std::move(stale)},
          {"accepted_gates", findings_json(report.accepted->gates)}};
}

Json document_json(const Application& application, const Document& document,
                   const CodePoints& points) {
  Json sections = Json::array();
  for (const Section& section : document.sections) sections.push_back(json_of(section, points));
  return {{"file", document.name},
          {"kind", name_of(document.kind)},
          {"format", document.source.format},
          {"pages", document.source.pages.size()},
          {"length", points.before(document.text.size())},
          {"sections", std::move(sections)},
          {"findings", findings_of(application, document.name)}};
}

Json cited_json(const Report& report, Cited cited, const CodePoints& points) {
  Json json = {{"document", cited.reading}};
  json.update(evidence_json(report.application->readings[cited.reading], cited.evidence, points,
                            *report.lexicon));
  return json;
}

Json json_of(const Report& report, const Cell& cell) {
  const Document& document = report.application->readings[cell.reading].document;
  return {{"document", cell.reading},
          {"section", cell.section},
          {"kind", name_of(document.sections[cell.section].kind)},
          {"level", name_of(cell.level)},
          {"count", cell.count}};
}

Json proposal_json(const Application& application, const Proposal& proposal,
                   const std::vector<CodePoints>& points) {
  Json improves = nullptr;
  if (proposal.improves) {
    const std::size_t reading = proposal.improves->reading;
    const Document& document = application.readings[reading].document;
    const Unit& unit = document.units[evidence_of(application, *proposal.improves).unit];
    improves = {{"document", reading},
                {"unit", document.slice(unit.begin, unit.end)},
                {"unit_start", points[reading].before(unit.begin)}};
  }
  const bool quantify = proposal.aim == Proposal::Aim::quantify;
  return {{"aim", quantify ? "quantify" : "demonstrate"},
          {"kind", name_of(proposal.kind)},
          {"heading", proposal.heading},
          {"improves", std::move(improves)},
          {"missing", proposal.missing},
          {"text", proposal.text},
          {"plain", proposal.plain}};
}

Json skill_json(const Report& report, const SkillAssessment& skill,
                const std::vector<CodePoints>& points) {
  Json evidence = Json::array();
  for (const Cited& cited : skill.evidence) {
    evidence.push_back(cited_json(report, cited, points[cited.reading]));
  }
  Json suggestions = Json::array();
  for (const Proposal& proposal : skill.proposals) {
    suggestions.push_back(proposal_json(*report.application, proposal, points));
  }
  Json cells = Json::array();
  for (const Cell& cell : skill.cells) cells.push_back(json_of(report, cell));
  return {{"id", skill.entry.skill},
          {"title", skill.entry.title},
          {"also", skill.entry.also},
          {"level", name_of(skill.level)},
          {"cells", std::move(cells)},
          {"evidence", std::move(evidence)},
          {"suggestions", std::move(suggestions)},
          {"advice", skill.advice},
          {"questions", skill.questions}};
}

Json application_json(const Report& report) {
  const Application& application = *report.application;
  const Assessment& assessment = application.assessment;
  std::vector<CodePoints> points;
  Json documents = Json::array();
  for (const Reading& reading : application.readings) {
    points.emplace_back(reading.document.text);
    documents.push_back(document_json(application, reading.document, points.back()));
  }
  Json skills = Json::array();
  for (const SkillAssessment& skill : assessment.skills) {
    skills.push_back(skill_json(report, skill, points));
  }
  return {{"profile",
           {{"id", assessment.profile.id},
            {"title", assessment.profile.title},
            {"source", assessment.profile.source}}},
          {"documents", std::move(documents)},
          {"of", assessment.skills.size()},
          {"covered", assessment.covered},
          {"demonstrated", assessment.demonstrated},
          {"skills", std::move(skills)},
          {"comparison", comparison_json(report, points)},
          {"findings", findings_of(application, "")},
          {"unmet_gates", findings_json(report.unmet_gates)},
          {"slots", slots_json(application, points)},
          {"baseline", baseline_json(report)}};
}

class JsonWriter final : public Writer {
 public:
  std::string_view name() const override { return "json"; }
  std::string_view description() const override { return "for programs, schema rapport.report/1"; }

  std::string write(std::span<const Report> reports, const ReportOptions&) const override {
    Json applications = Json::array();
    for (const Report& report : reports) applications.push_back(application_json(report));
    return dump({{"schema", schema}, {"applications", std::move(applications)}}, 2) + '\n';
  }
};

}  // namespace

const Writer& json_writer() {
  static const JsonWriter writer;
  return writer;
}

}  // namespace rapport
