#include "batch/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "batch/phrases.hpp"
#include "report/code_points.hpp"

namespace rapport {

namespace {

using Indexes = std::map<std::string, std::size_t, std::less<>>;

Place without_box(Place place) {
  place.box.reset();
  return place;
}

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

std::string cut(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  while (longest > 0 && inside_character(text, longest)) --longest;
  return std::string(text.substr(0, longest)) + "…";
}

std::string on_one_line(std::string_view text) {
  std::string line = cut(text, longest_sentence);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

// The sentence, or of a very long one what stands around the evidence.
std::string sentence_of(const Document& document, const Evidence& evidence) {
  const Unit& unit = document.units[evidence.unit];
  std::size_t begin = unit.begin;
  if (unit.end - unit.begin > longest_sentence && evidence.begin > begin + longest_sentence / 2)
    begin = evidence.begin - longest_sentence / 2;
  while (inside_character(document.text, begin)) ++begin;
  const std::string line = on_one_line(document.slice(begin, unit.end));
  return begin == unit.begin ? line : "…" + line;
}

// The readings of an application with what is known of them.
class Source {
 public:
  Source(const Application& application, const Lexicon& lexicon, const Indexes& indexes)
      : application_(application), lexicon_(lexicon) {
    for (const Reading& reading : application.readings) {
      points_.emplace_back(reading.document.text);
      documents_.push_back(indexes.at(reading.document.name));
    }
  }

  [[nodiscard]] EvidenceRecord evidence(const Cited& cited) const {
    const Document& document = application_.readings[cited.reading].document;
    const Evidence& evidence = application_.readings[cited.reading].evidence[cited.evidence];
    const Unit& unit = document.units[evidence.unit];
    EvidenceRecord record{
        .document = documents_[cited.reading],
        .skill = lexicon_.skills[evidence.skill].id,
        .level = evidence.level,
        .text = on_one_line(document.slice(evidence.begin, evidence.end)),
        .unit = sentence_of(document, evidence),
        .place = without_box(document.place(evidence.begin, evidence.end)),
        .start = points_[cited.reading].before(evidence.begin),
        .end = points_[cited.reading].before(evidence.end),
        .pattern = pattern(evidence),
    };
    if (unit.section < document.sections.size()) {
      record.section = name_of(document.sections[unit.section].kind);
      record.heading = cut(document.sections[unit.section].heading, longest_quote);
    }
    return record;
  }

 private:
  [[nodiscard]] std::string pattern(const Evidence& evidence) const {
    const Skill& skill = lexicon_.skills[evidence.skill];
    if (evidence.rule >= skill.evidence.size()) return "";
    const SourceLine& where = skill.evidence[evidence.rule].where;
    return fmt::format("{}:{}", where.file, where.line);
  }

  const Application& application_;
  const Lexicon& lexicon_;
  std::vector<CodePoints> points_{};
  std::vector<std::size_t> documents_{};  // index into the record's, of each reading
};

void sort_by_path(std::vector<DocumentRecord>& documents) {
  std::sort(documents.begin(), documents.end(),
            [](const DocumentRecord& a, const DocumentRecord& b) { return a.path < b.path; });
}

// Fills in what the readings know; a reading of an unknown path gets a document.
Indexes complete(std::vector<DocumentRecord>& documents, const Application& application) {
  std::map<std::string, const Document*, std::less<>> read;
  for (const Reading& reading : application.readings)
    read.emplace(reading.document.name, &reading.document);
  for (DocumentRecord& document : documents) {
    const auto found = read.find(document.path);
    if (found == read.end()) continue;
    document.kind = name_of(found->second->kind);
    document.format = found->second->source.format;
    read.erase(found);
  }
  for (const auto& [path, document] : read)
    documents.push_back({.path = path,
                         .kind = std::string(name_of(document->kind)),
                         .format = document->source.format});
  sort_by_path(documents);
  Indexes indexes;
  for (std::size_t i = 0; i < documents.size(); ++i) indexes.emplace(documents[i].path, i);
  return indexes;
}

std::vector<SkillRecord> skills_of(const Assessment& assessment, const Source& source) {
  std::vector<SkillRecord> records;
  std::set<std::string_view> seen;
  for (const SkillAssessment& skill : assessment.skills) {
    if (!seen.insert(skill.entry.skill).second) continue;
    SkillRecord record{
        .skill = skill.entry.skill, .level = skill.level, .pieces = skill.evidence.size()};
    const std::size_t kept = std::min(skill.evidence.size(), most_evidence);
    for (std::size_t i = 0; i < kept; ++i)
      record.evidence.push_back(source.evidence(skill.evidence[i]));
    records.push_back(std::move(record));
  }
  return records;
}

FindingRecord finding_record(const Finding& finding, const Indexes& indexes) {
  FindingRecord record{.id = finding.id,
                       .severity = finding.severity,
                       .place = without_box(finding.place),
                       .title = finding.title,
                       .subject = cut(finding.subject, longest_quote),
                       .message = cut(finding.message, longest_sentence),
                       .remedy = cut(finding.remedy, longest_sentence)};
  const auto document = indexes.find(finding.document);
  if (document != indexes.end()) record.document = document->second;
  for (const Quotation& quote : finding.quotes) {
    if (record.quotes.size() == most_quotes) break;
    record.quotes.push_back(cut(quote.text, longest_quote));
  }
  return record;
}

// Both count, since nothing is to be lost; whether both are meant only a person can tell.
std::optional<FindingRecord> several_resumes(const std::vector<DocumentRecord>& documents) {
  std::string paths;
  std::size_t count = 0;
  for (const DocumentRecord& document : documents) {
    if (document.kind != name_of(DocumentKind::resume)) continue;
    if (++count <= 3) paths += (paths.empty() ? "" : ", ") + document.path;
  }
  if (count < 2) return std::nullopt;
  return FindingRecord{.id = "several-resumes",
                       .severity = Severity::warning,
                       .title = "More than one resume in an application",
                       .message = fmt::format("holds {} resumes, and all of them count: {}{}",
                                              count, paths, count > 3 ? ", …" : ""),
                       .remedy = "keep one, or choose another --group-by"};
}

std::vector<FindingRecord> findings_of(const Application& application, const Indexes& indexes,
                                       const std::vector<DocumentRecord>& documents) {
  std::vector<FindingRecord> records;
  if (auto several = several_resumes(documents)) records.push_back(std::move(*several));
  for (const Finding& finding : application.findings) {
    if (records.size() == most_findings) break;
    records.push_back(finding_record(finding, indexes));
  }
  return records;
}

void add_comparison(ApplicationRecord& record, const Comparison& comparison) {
  for (const DemandedSkill& skill : comparison.skills)
    record.demands.push_back({.skill = skill.skill,
                              .title = skill.title,
                              .wish = skill.wish,
                              .postings = skill.postings,
                              .term = cut(skill.term, longest_quote),
                              .level = skill.level});
  for (const Keyword& keyword : comparison.keywords)
    record.keywords.push_back(
        {.term = cut(keyword.term, longest_quote), .present = keyword.present()});
}

}  // namespace

ApplicationRecord make_record(std::string name, std::vector<DocumentRecord> documents,
                              const Application& application, const Lexicon& lexicon) {
  ApplicationRecord record = make_record(std::move(name), std::move(documents));
  if (application.readings.empty()) return record;
  const Indexes indexes = complete(record.documents, application);
  const Source source(application, lexicon, indexes);
  record.skills = skills_of(application.assessment, source);
  record.covered = application.assessment.covered;
  record.demonstrated = application.assessment.demonstrated;
  record.findings = findings_of(application, indexes, record.documents);
  if (application.comparison) add_comparison(record, *application.comparison);
  record.phrases = phrases_of(application);
  return record;
}

ApplicationRecord make_record(std::string name, std::vector<DocumentRecord> documents) {
  sort_by_path(documents);
  return {.name = std::move(name), .documents = std::move(documents)};
}

DocumentRecord unreadable_document(std::string path, const Error& error) {
  const std::string cause = error.message.empty() ? "could not be read" : error.message;
  return {.path = std::move(path), .trouble = Trouble{.cause = cause, .remedy = error.remedy}};
}

}  // namespace rapport
