#include "report/extract_writer.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/json_values.hpp"
#include "report/page.hpp"
#include "report/place_text.hpp"

namespace rapport {
namespace {

std::string text_view(const Document& document, const ReportOptions& options) {
  std::string text = options.terminal ? masked(document.text) : document.text;
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

void write_unit(const Document& document, const Unit& unit, Page& page) {
  const std::string_view mark = unit.kind == UnitKind::bullet ? "•" : "¶";
  page.paragraph(
      {{fmt::format("  {}", mark), Style::faint}},
      {{printable(document.slice(unit.begin, unit.end))},
       {fmt::format("  [{}]", place_text(document.place(unit.begin, unit.end))), Style::faint}},
      4);
}

std::string units_view(const Document& document, const ReportOptions& options) {
  Page page(options.color, options.width);
  page.paragraph({},
                 {{fmt::format("{}: {} ({})", base_name(document.name), name_of(document.kind),
                               format_text(document))}},
                 0);
  std::size_t section = document.sections.size();
  for (const Unit& unit : document.units) {
    if (unit.section != section && unit.section < document.sections.size()) {
      section = unit.section;
      const Section& entered = document.sections[section];
      std::string title(name_of(entered.kind));
      if (!entered.heading.empty()) title += fmt::format(": “{}”", section_title(entered));
      page.blank();
      page.heading(title);
    }
    if (unit.kind != UnitKind::heading) write_unit(document, unit, page);
  }
  return std::move(page).take();
}

std::string_view why(HiddenBy by) {
  switch (by) {
    case HiddenBy::mark:
      return "marked";
    case HiddenBy::color:
      return "color";
    case HiddenBy::size:
      return "size";
    case HiddenBy::ink:
      return "no-ink";
  }
  return {};
}

std::string json_view(const Document& document) {
  const CodePoints points(document.text);
  Json sections = Json::array();
  for (const Section& section : document.sections) sections.push_back(json_of(section, points));
  Json units = Json::array();
  for (const Unit& unit : document.units) {
    units.push_back({{"kind", name_of(unit.kind)},
                     {"text", document.slice(unit.begin, unit.end)},
                     {"start", points.before(unit.begin)},
                     {"end", points.before(unit.end)},
                     {"section", unit.section},
                     {"place", json_of(document.place(unit.begin, unit.end))}});
  }
  Json hidden = Json::array();
  for (const HiddenText& text : document.source.hidden) {
    hidden.push_back({{"text", text.text}, {"place", json_of(text.place)}, {"why", why(text.by)}});
  }
  Json findings = Json::array();
  for (const Finding& finding : document.source.findings) findings.push_back(json_of(finding));
  return dump({{"schema", "rapport.extract/1"},
               {"file", document.name},
               {"kind", name_of(document.kind)},
               {"format", document.source.format},
               {"text", document.text},
               {"sections", std::move(sections)},
               {"units", std::move(units)},
               {"hidden", std::move(hidden)},
               {"columns", document.source.naive.has_value()},
               {"findings", std::move(findings)}},
              2) +
         '\n';
}

}  // namespace

std::optional<ExtractAs> extract_as(std::string_view name) {
  if (name == "reading") return ExtractAs::reading;
  if (name == "naive") return ExtractAs::naive;
  if (name == "hidden") return ExtractAs::hidden;
  return std::nullopt;
}

std::optional<ExtractView> extract_view(std::string_view name) {
  if (name == "text") return ExtractView::text;
  if (name == "units") return ExtractView::units;
  if (name == "json") return ExtractView::json;
  return std::nullopt;
}

std::string write_hidden(const Document& document, const ReportOptions& options) {
  std::string text;
  for (const HiddenText& hidden : document.source.hidden) {
    const std::string place = place_text(hidden.place);
    text += fmt::format("{}{}{}\n", place, place.empty() ? "" : ": ",
                        options.terminal ? masked(hidden.text) : hidden.text);
  }
  return text;
}

std::string write_extract(const Document& document, ExtractView view,
                          const ReportOptions& options) {
  switch (view) {
    case ExtractView::text:
      return text_view(document, options);
    case ExtractView::units:
      return units_view(document, options);
    case ExtractView::json:
      return json_view(document);
  }
  return {};
}

}  // namespace rapport
