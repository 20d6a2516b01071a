// The sheet for other programs: schemas/rapport-interview-1.schema.json.
#include <nlohmann/json.hpp>

#include "report/cited.hpp"
#include "report/code_points.hpp"
#include "report/interview_report.hpp"
#include "report/json_values.hpp"

namespace rapport {
namespace {

constexpr std::string_view schema = "rapport.interview/1";

class SheetJson {
 public:
  explicit SheetJson(const InterviewReport& report) : report_(report) {
    for (const Reading& reading : report.application->readings)
      points_.emplace_back(reading.document.text);
  }

  Json sheet() const {
    const Assessment& assessment = report_.application->assessment;
    Json documents = Json::array();
    for (const Reading& reading : report_.application->readings) {
      documents.push_back(
          {{"file", reading.document.name}, {"kind", name_of(reading.document.kind)}});
    }
    Json skills = Json::array();
    for (const Rehearsal& rehearsal : report_.interview->skills) skills.push_back(skill(rehearsal));
    return {{"schema", schema},
            {"profile",
             {{"id", assessment.profile.id},
              {"title", assessment.profile.title},
              {"source", assessment.profile.source}}},
            {"documents", std::move(documents)},
            {"of", report_.interview->skills.size()},
            {"stories", report_.interview->stories},
            {"skills", std::move(skills)}};
  }

 private:
  Json skill(const Rehearsal& rehearsal) const {
    return {{"id", rehearsal.entry.skill},
            {"title", rehearsal.entry.title},
            {"level", name_of(rehearsal.level)},
            {"story", rehearsal.story ? story(*rehearsal.story) : Json(nullptr)},
            {"claim", rehearsal.claim ? cited(*rehearsal.claim) : Json(nullptr)},
            {"outline", rehearsal.outline},
            {"questions", rehearsal.questions}};
  }

  Json cited(const Cited& cited) const {
    const Document& document = report_.application->readings[cited.reading].document;
    const Evidence& evidence = evidence_of(*report_.application, cited);
    const Unit& unit = document.units[evidence.unit];
    return {{"document", cited.reading},
            {"text", document.slice(evidence.begin, evidence.end)},
            {"start", points_[cited.reading].before(evidence.begin)},
            {"end", points_[cited.reading].before(evidence.end)},
            {"unit", document.slice(unit.begin, unit.end)},
            {"place", json_of(document.place(evidence.begin, evidence.end))}};
  }

  Json story(const Story& story) const {
    const std::size_t reading = story.cited.reading;
    const Document& document = report_.application->readings[reading].document;
    Json parts = Json::array();
    for (const Part& part : story.parts) {
      parts.push_back({{"part", name_of(part.part)},
                       {"text", document.slice(part.begin, part.end)},
                       {"start", points_[reading].before(part.begin)},
                       {"end", points_[reading].before(part.end)}});
    }
    Json missing = Json::array();
    for (const StoryPart part : story.missing) missing.push_back(name_of(part));
    return {{"evidence", cited(story.cited)},
            {"parts", std::move(parts)},
            {"missing", std::move(missing)},
            {"prepare", story.prepare},
            {"same_for", story.same_for}};
  }

  const InterviewReport& report_;
  std::vector<CodePoints> points_{};
};

}  // namespace

std::string interview_json(const InterviewReport& report, const ReportOptions& /*options*/) {
  return dump(SheetJson(report).sheet(), 2) + '\n';
}

}  // namespace rapport
