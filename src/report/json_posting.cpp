// The comparison with postings, as schemas/rapport-report-1.schema.json has it.
#include <nlohmann/json.hpp>

#include "report/json_evidence.hpp"

namespace rapport {

namespace {

std::string_view name_of(Wish wish) {
  return wish == Wish::required ? "required" : "preferred";
}

Json posting_json(const Document& document, const CodePoints& points) {
  return {{"file", document.name},
          {"format", document.source.format},
          {"pages", document.source.pages.size()},
          {"length", points.before(document.text.size())}};
}

Json demand_json(const Comparison& comparison, const Demand& demand,
                 const std::vector<CodePoints>& points, const Lexicon& lexicon) {
  Json json = {{"posting", demand.posting}, {"wish", name_of(demand.wish)}};
  json.update(evidence_json(comparison.postings[demand.posting], demand.evidence,
                            points[demand.posting], lexicon));
  json.erase("lowered");
  json.erase("number");
  json.erase("level");  // of a candidate's evidence; a demand has none
  return json;
}

Json could_say_json(const Report& report, const DemandedSkill& skill,
                    const std::vector<CodePoints>& points) {
  if (!skill.could_say) return nullptr;
  const Cited& cited = *skill.could_say;
  Json json = {{"document", cited.reading}};
  json.update(evidence_json(report.application->readings[cited.reading], cited.evidence,
                            points[cited.reading], *report.lexicon));
  return json;
}

Json keyword_json(const Keyword& keyword) {
  return {{"term", keyword.term},
          {"weight", keyword.weight},
          {"count", keyword.count},
          {"present", keyword.present()},
          {"documents", keyword.readings}};
}

}  // namespace

Json comparison_json(const Report& report, const std::vector<CodePoints>& points) {
  if (!report.application->comparison) return nullptr;
  const Comparison& comparison = *report.application->comparison;
  std::vector<CodePoints> posting_points;
  Json postings = Json::array();
  for (const Reading& posting : comparison.postings) {
    posting_points.emplace_back(posting.document.text);
    postings.push_back(posting_json(posting.document, posting_points.back()));
  }
  Json skills = Json::array();
  for (const DemandedSkill& skill : comparison.skills) {
    Json demands = Json::array();
    for (const Demand& demand : skill.demands)
      demands.push_back(demand_json(comparison, demand, posting_points, *report.lexicon));
    skills.push_back({{"id", skill.skill},
                      {"title", skill.title},
                      {"level", name_of(skill.level)},
                      {"wish", name_of(skill.wish)},
                      {"postings", skill.postings},
                      {"demands", std::move(demands)},
                      {"term", skill.term},
                      {"could_say", could_say_json(report, skill, points)}});
  }
  Json keywords = Json::array();
  for (const Keyword& keyword : comparison.keywords) keywords.push_back(keyword_json(keyword));
  return {{"postings", std::move(postings)},
          {"skills", std::move(skills)},
          {"keywords", std::move(keywords)}};
}

}  // namespace rapport
