// results.jsonl: an application a line.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "batch/cohort_files.hpp"
#include "report/json_values.hpp"
#include "report/results.hpp"

namespace rapport {

namespace {

// What an anonymous record does not have is left out.
void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

std::string told(const DocumentRecord& document) {
  return Error{.subject = document.path,
               .message = document.trouble->cause,
               .remedy = document.trouble->remedy}
      .to_string();
}

Json documents_json(const ApplicationRecord& record) {
  Json documents = Json::array();
  for (const DocumentRecord& document : record.documents) {
    Json json = {{"path", document.path}};
    put(json, "kind", document.kind);
    put(json, "format", document.format);
    put(json, "sha256", document.sha256);
    json["bytes"] = document.bytes;
    if (document.trouble) json["error"] = told(document);
    documents.push_back(std::move(json));
  }
  return documents;
}

Json evidence_json(const EvidenceRecord& evidence) {
  Json json = Json::object();
  put(json, "text", evidence.text);
  json["level"] = name_of(evidence.level);
  json["start"] = evidence.start;
  json["end"] = evidence.end;
  put(json, "unit", evidence.unit);
  json["document"] = evidence.document;
  put(json, "section", evidence.section);
  json["place"] = json_of(evidence.place);
  put(json, "pattern", evidence.pattern);
  return json;
}

Json skills_json(const ApplicationRecord& record) {
  Json skills = Json::object();
  for (const SkillRecord& skill : record.skills) {
    if (skill.evidence.empty()) continue;
    Json evidence = Json::array();
    for (const EvidenceRecord& piece : skill.evidence) evidence.push_back(evidence_json(piece));
    skills[skill.skill] = {{"level", name_of(skill.level)}, {"evidence", std::move(evidence)}};
  }
  return skills;
}

Json findings_json(const ApplicationRecord& record) {
  Json findings = Json::array();
  for (const FindingRecord& finding : record.findings) {
    Json json = {{"id", finding.id}, {"severity", name_of(finding.severity)}};
    if (finding.document) json["document"] = *finding.document;
    json["place"] = json_of(finding.place);
    put(json, "title", finding.title);
    put(json, "subject", finding.subject);
    put(json, "message", finding.message);
    put(json, "remedy", finding.remedy);
    if (!finding.quotes.empty()) json["quotes"] = finding.quotes;
    findings.push_back(std::move(json));
  }
  return findings;
}

Json posting_json(const ApplicationRecord& record) {
  Json skills = Json::array();
  for (const DemandRecord& demand : record.demands) {
    skills.push_back({{"skill", demand.skill},
                      {"wish", demand.wish == Wish::required ? "required" : "preferred"},
                      {"level", name_of(demand.level)}});
    put(skills.back(), "term", demand.term);
  }
  Json present = Json::array();
  Json missing = Json::array();
  for (const KeywordRecord& keyword : record.keywords)
    (keyword.present ? present : missing).push_back(keyword.term);
  return {{"skills", std::move(skills)},
          {"present", std::move(present)},
          {"missing", std::move(missing)}};
}

std::string errors_of(const ApplicationRecord& record) {
  std::string errors;
  for (const DocumentRecord& document : record.documents)
    if (document.trouble) errors += (errors.empty() ? "" : "; ") + told(document);
  return errors.empty() ? "holds nothing that could be assessed" : errors;
}

}  // namespace

std::string json_line(const ApplicationRecord& record) {
  Json line = {{"id", record.name}, {"documents", documents_json(record)}};
  if (record.was_read()) {
    line["covered"] = record.covered;
    line["demonstrated"] = record.demonstrated;
    line["of"] = record.skills.size();
    line["skills"] = skills_json(record);
  } else {
    line["error"] = errors_of(record);
  }
  line["findings"] = findings_json(record);
  if (!record.demands.empty() || !record.keywords.empty()) line["posting"] = posting_json(record);
  return dump(line, -1) + '\n';
}

}  // namespace rapport
