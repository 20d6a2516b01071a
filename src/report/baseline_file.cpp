// The baseline as JSON: schemas/rapport-baseline-1.schema.json.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/bounds.hpp"
#include "report/baseline.hpp"
#include "report/json_depth.hpp"
#include "report/json_values.hpp"

namespace rapport {
namespace {

constexpr std::string_view schema = "rapport.baseline/1";
constexpr std::string_view family = "rapport.baseline/";

tl::unexpected<Error> refused(const std::string& path, std::string message, std::string remedy) {
  return fail(Error{.kind = ErrorKind::configuration,
                    .subject = path,
                    .message = std::move(message),
                    .remedy = std::move(remedy)});
}

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

// A list below a key; empty when it is none. Never copied: a copy goes as deep into the stack as
// the file is nested.
const Json& list_of(const Json& json, const char* key) {
  static const Json none = Json::array();
  if (!json.is_object()) return none;
  const auto found = json.find(key);
  return found != json.end() && found->is_array() ? *found : none;
}

std::vector<BaselineEntry> entries_in(const Json& application) {
  std::vector<BaselineEntry> entries;
  for (const Json& entry : list_of(application, "entries")) {
    if (!entry.is_object()) continue;
    entries.push_back({.rule = text_of(entry, "rule"),
                       .fingerprint = text_of(entry, "fingerprint"),
                       .message = text_of(entry, "message")});
  }
  std::ranges::sort(entries);
  return entries;
}

std::string line_of(const BaselineEntry& entry) {
  return "        " +
         dump(
             {{"rule", entry.rule}, {"fingerprint", entry.fingerprint}, {"message", entry.message}},
             -1);
}

}  // namespace

Result<Baseline> Baseline::parse(std::string path, std::string_view text) {
  if (nested_deeper(text, max_json_depth))
    return refused(path, "is no baseline of rapport", "name another file");
  const Json json = Json::parse(text, nullptr, false);
  const std::string is = json.is_object() ? text_of(json, "schema") : "";
  if (json.is_discarded() || !is.starts_with(family))
    return refused(path, "is no baseline of rapport", "name another file");
  if (is != schema)
    return refused(path, fmt::format("is of another version, {}", is),
                   "write it anew with --update-baseline, or use the rapport that wrote it");
  Baseline baseline(std::move(path));
  for (const Json& application : list_of(json, "applications")) {
    Documents documents;
    for (const Json& name : list_of(application, "documents")) {
      if (name.is_string()) documents.push_back(name.get<std::string>());
    }
    std::ranges::sort(documents);
    baseline.applications_[documents] = entries_in(application);
  }
  return baseline;
}

std::string Baseline::json() const {
  std::string text = fmt::format("{{\n  \"schema\": \"{}\",\n  \"applications\": [", schema);
  bool first = true;
  for (const auto& [documents, entries] : applications_) {
    text += first ? "\n" : ",\n";
    first = false;
    text += fmt::format("    {{\n      \"documents\": {},\n      \"entries\": [",
                        dump(Json(documents), -1));
    for (const BaselineEntry& entry : entries)
      text += (&entry == entries.data() ? "\n" : ",\n") + line_of(entry);
    text += "\n      ]\n    }";
  }
  return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace rapport
