// SARIF 2.1.0, for code scanning and editors: one run, a rule for each gap that the profile could
// have and for each finding and gate, and results that other tools can track by fingerprint.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rapport/writer.hpp"
#include "report/artifact_path.hpp"
#include "report/json_values.hpp"
#include "report/results.hpp"
#include "report/rules.hpp"

namespace rapport {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view root_id = "%SRCROOT%";

// In a SARIF message "[text](target)" is a link. A document must not be able to place one.
std::string without_links(std::string text) {
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1))
    text.insert(at + 1, " ");
  return text;
}

Json message(std::string text) {
  return {{"text", without_links(std::move(text))}};
}

Json rule_json(const RuleText& rule) {
  return {{"id", rule.id},
          {"shortDescription", message(rule.title)},
          {"fullDescription", message(rule.help)},
          {"help", message(rule.help)},
          {"defaultConfiguration", {{"level", name_of(rule.severity)}}},
          {"properties", {{"tags", Json::array({rule.id.substr(0, rule.id.find('/'))})}}}};
}

// The documents of a run, each once, in the order in which they were given.
class Artifacts {
 public:
  Artifacts(std::span<const Report> reports, const ReportOptions& options) : options_(options) {
    for (const Report& report : reports) {
      for (const Reading& reading : report.application->readings) add(reading.document);
    }
  }

  [[nodiscard]] Json location(const std::string& name) const {
    const std::string path = artifact_path(name, options_);
    Json json = uri_json(path);
    const auto found = std::ranges::find(paths_, path);
    if (found != paths_.end()) json["index"] = found - paths_.begin();
    return json;
  }

  [[nodiscard]] const Json& json() const { return artifacts_; }

 private:
  static Json uri_json(const std::string& path) {
    Json json = {{"uri", uri_of(path)}};
    if (!path.starts_with('/')) json["uriBaseId"] = root_id;
    return json;
  }

  void add(const Document& document) {
    const std::string path = artifact_path(document.name, options_);
    if (std::ranges::find(paths_, path) != paths_.end()) return;
    paths_.push_back(path);
    artifacts_.push_back({{"location", uri_json(path)},
                          {"roles", Json::array({"analysisTarget"})},
                          {"properties",
                           {{"kind", name_of(document.kind)},
                            {"format", document.source.format},
                            {"pages", document.source.pages.size()}}}});
  }

  const ReportOptions& options_;
  std::vector<std::string> paths_{};
  Json artifacts_ = Json::array();
};

// Code scanning asks for a line of everything; what has none stands at the top.
Json region_json(const ResultPlace& where) {
  if (!where.region) return {{"startLine", 1}};
  const TextRegion& region = *where.region;
  Json json = {{"startLine", region.start_line}};
  if (region.start_column > 0) json["startColumn"] = region.start_column;
  json["endLine"] = region.end_line;
  if (region.end_column > 0) json["endColumn"] = region.end_column;
  if (region.characters) {
    json["charOffset"] = region.characters->offset;
    json["charLength"] = region.characters->length;
  }
  if (!where.text.empty()) json["snippet"] = {{"text", where.text}};
  return json;
}

// What the source has instead of lines: page, line of the page, box; paragraph and part.
Json source_json(const Place& place) {
  Json json = json_of(place);
  json.erase("column");
  const auto line = json.find("line");
  if (line == json.end()) return json;
  if (place.page > 0) json["lineOfPage"] = place.line;
  json.erase("line");
  return json;
}

Json location_json(const ResultPlace& where, const Artifacts& artifacts) {
  Json json = {
      {"physicalLocation",
       {{"artifactLocation", artifacts.location(where.document)}, {"region", region_json(where)}}}};
  Json properties = source_json(where.place);
  if (!properties.empty()) json["properties"] = std::move(properties);
  return json;
}

// What a baseline accepts is told as suppressed, so that viewers that know no baselines hide it
// too.
void add_state(const ResultItem& item, const std::string& baseline, Json& json) {
  json["baselineState"] = item.known ? "unchanged" : "new";
  if (!item.known) return;
  json["suppressions"] = Json::array({{{"kind", "external"},
                                       {"status", "accepted"},
                                       {"justification", "in the baseline " + baseline}}});
}

Json result_json(const ResultItem& item, std::size_t rule, const Artifacts& artifacts) {
  Json json = {{"ruleId", item.rule},
               {"ruleIndex", rule},
               {"level", name_of(item.severity)},
               {"message", message(prose(item))}};
  if (!item.where.document.empty())
    json["locations"] = Json::array({location_json(item.where, artifacts)});
  for (const ResultPlace& where : item.related)
    json["relatedLocations"].push_back(location_json(where, artifacts));
  // The first is GitHub's own name for one, which it would else take from the bytes of a line.
  json["partialFingerprints"] = {{"primaryLocationLineHash", item.fingerprint + ":1"},
                                 {"rapport/v1", item.fingerprint}};
  return json;
}

Json run_json(std::span<const Report> reports, const ReportOptions& options) {
  const auto items = results_of(reports);
  const auto rules = rules_of(reports, items);
  const Artifacts artifacts(reports, options);
  Json rules_json = Json::array();
  for (const RuleText& rule : rules) rules_json.push_back(rule_json(rule));
  Json results = Json::array();
  const bool has_baseline = !reports.empty() && reports.front().accepted.has_value();
  for (const ResultItem& item : items) {
    const auto rule = std::ranges::lower_bound(rules, item.rule, {}, &RuleText::id);
    results.push_back(result_json(item, static_cast<std::size_t>(rule - rules.begin()), artifacts));
    if (has_baseline && !is_listing(item))
      add_state(item, reports.front().accepted->file, results.back());
  }
  return {{"tool",
           {{"driver",
             {{"name", "Rapport"},
              {"semanticVersion", RAPPORT_VERSION},
              {"version", RAPPORT_VERSION},
              {"rules", std::move(rules_json)}}}}},
          {"columnKind", "unicodeCodePoints"},
          {"originalUriBaseIds",
           {{root_id, {{"description", message("The folder that paths are relative to.")}}}}},
          {"artifacts", artifacts.json()},
          {"results", std::move(results)},
          {"properties",
           {{"text",
             "Of PDF and DOCX, lines, columns and offsets are those of the text that "
             "`rapport extract` prints."}}}};
}

class SarifWriter final : public Writer {
 public:
  std::string_view name() const override { return "sarif"; }
  std::string_view description() const override { return "SARIF 2.1.0, for code scanning"; }

  std::string write(std::span<const Report> reports, const ReportOptions& options) const override {
    return dump({{"$schema", schema},
                 {"version", "2.1.0"},
                 {"runs", Json::array({run_json(reports, options)})}},
                2) +
           '\n';
  }
};

}  // namespace

const Writer& sarif_writer() {
  static const SarifWriter writer;
  return writer;
}

}  // namespace rapport
