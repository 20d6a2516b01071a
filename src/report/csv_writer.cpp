// A table for spreadsheets (RFC 4180): a row for each application and skill, with its best
// evidence.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/csv_cell.hpp"
#include "report/display.hpp"
#include "report/place_text.hpp"

namespace rapport {
namespace {

using Row = std::vector<std::string>;

const Row heading = {"documents", "profile", "skill",     "title",     "level",   "pieces",
                     "evidence",  "unit",    "document",  "kind",      "section", "page",
                     "line",      "column",  "paragraph", "suggestion"};

std::string line_of(const Row& row) {
  std::vector<std::string> cells;
  for (const std::string& cell : row) cells.push_back(csv_cell(cell));
  return fmt::format("{}\r\n", fmt::join(cells, ","));
}

std::string documents_of(const Application& application) {
  std::string names;
  for (const Reading& reading : application.readings)
    names += (names.empty() ? "" : "; ") + printable(reading.document.name);
  return names;
}

std::string number(int value) {
  return value > 0 ? fmt::format("{}", value) : "";
}

// The columns from "evidence" to "paragraph".
Row place_cells(const Application& application, const SkillAssessment& skill) {
  if (skill.evidence.empty()) return Row(9);
  const Cited best = skill.evidence.front();
  const Document& document = application.readings[best.reading].document;
  const Evidence& evidence = evidence_of(application, best);
  const Unit& unit = document.units[evidence.unit];
  const Place place = document.place(evidence.begin, evidence.end);
  const bool has_section = unit.section < document.sections.size();
  return {printable(document.slice(evidence.begin, evidence.end)),
          printable(document.slice(unit.begin, unit.end)),
          printable(document.name),
          std::string(name_of(document.kind)),
          has_section ? section_title(document.sections[unit.section]) : "",
          number(place.page),
          number(place.line),
          number(place.column),
          number(place.paragraph)};
}

std::string rows_of(const Report& report) {
  const Application& application = *report.application;
  const Assessment& assessment = application.assessment;
  const std::string documents = documents_of(application);
  std::string text;
  for (const SkillAssessment& skill : assessment.skills) {
    Row row = {documents,
               printable(assessment.profile.id),
               printable(skill.entry.skill),
               printable(skill.entry.title),
               std::string(level_word(skill.level)),
               fmt::format("{}", skill.evidence.size())};
    for (std::string& cell : place_cells(application, skill)) row.push_back(std::move(cell));
    row.push_back(skill.proposals.empty() ? "" : printable(skill.proposals.front().text));
    text += line_of(row);
  }
  return text;
}

class CsvWriter final : public Writer {
 public:
  std::string_view name() const override { return "csv"; }
  std::string_view description() const override { return "a table for spreadsheets"; }

  std::string write(std::span<const Report> reports, const ReportOptions&) const override {
    std::string text = line_of(heading);
    for (const Report& report : reports) text += rows_of(report);
    return text;
  }
};

}  // namespace

const Writer& csv_writer() {
  static const CsvWriter writer;
  return writer;
}

}  // namespace rapport
