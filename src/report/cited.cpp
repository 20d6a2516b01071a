#include "report/cited.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "report/display.hpp"
#include "report/place_text.hpp"

namespace rapport {

Quote CitedUnit::quote(int columns) const {
  const Unit& cited = document->units[unit];
  return rapport::quote(document->text, {cited.begin, cited.end}, spans, columns);
}

std::string CitedUnit::place(std::string_view label) const {
  const Unit& cited = document->units[unit];
  std::string text(label);
  const std::string where = place_text(document->place(spans.front().begin, spans.front().end));
  if (!where.empty()) text += (text.empty() ? "" : ", ") + where;
  if (cited.section >= document->sections.size()) return text;
  const Section& section = document->sections[cited.section];
  if (section.heading.empty()) return text;
  return fmt::format("{}{}under “{}”", text, text.empty() ? "" : ", ", section_title(section));
}

const Evidence& evidence_of(const Application& application, Cited cited) {
  return application.readings[cited.reading].evidence[cited.evidence];
}

std::vector<CitedUnit> cited_units(const Application& application, const SkillAssessment& skill) {
  std::vector<CitedUnit> units;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> seen;
  for (const Cited& cited : skill.evidence) {
    const Evidence& evidence = evidence_of(application, cited);
    const auto [entry, fresh] = seen.try_emplace({cited.reading, evidence.unit}, units.size());
    if (fresh) {
      units.push_back({.document = &application.readings[cited.reading].document,
                       .unit = evidence.unit,
                       .level = evidence.level});
    }
    units[entry->second].spans.push_back({evidence.begin, evidence.end});
  }
  return units;
}

CitedUnit cited_unit(const Application& application, Cited cited) {
  const Evidence& evidence = evidence_of(application, cited);
  return {.document = &application.readings[cited.reading].document,
          .unit = evidence.unit,
          .level = evidence.level,
          .spans = {{evidence.begin, evidence.end}}};
}

std::string_view level_word(Level level) {
  return level == Level::none ? "missing" : name_of(level);
}

std::string_view kind_title(DocumentKind kind) {
  return kind == DocumentKind::cover_letter ? "cover letter" : name_of(kind);
}

std::string document_label(const Application& application, const Document& document) {
  const auto& readings = application.readings;
  if (readings.size() < 2) return "";
  const auto same_kind =
      std::count_if(readings.begin(), readings.end(),
                    [&](const Reading& reading) { return reading.document.kind == document.kind; });
  return same_kind == 1 ? std::string(kind_title(document.kind))
                        : shortened(base_name(document.name), 40);
}

std::string format_text(const Document& document) {
  std::string text = printable(document.source.format);
  if (text != "text") {
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
    std::transform(text.begin(), text.end(), text.begin(), upper);
  }
  const std::size_t pages = document.source.pages.size();
  if (pages > 0) text += fmt::format(", {} page{}", pages, pages == 1 ? "" : "s");
  return text;
}

std::string base_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return printable(slash == std::string::npos ? path : path.substr(slash + 1));
}

}  // namespace rapport
