#include "batch/stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "base/bounds.hpp"
#include "base/suggest.hpp"
#include "input/text.hpp"
#include "report/code_points.hpp"
#include "report/json_depth.hpp"
#include "report/json_values.hpp"
#include "text/source_range.hpp"

namespace rapport {

namespace {

// A line that asks for something, checked.
struct Question {
  std::string text{};
  std::string path{};
  bool has_text = false;
  std::optional<DocumentKind> kind{};
};

tl::unexpected<Error> wrong(std::string message, std::string remedy = "") {
  return fail(Error{.message = std::move(message), .remedy = std::move(remedy)});
}

Result<std::optional<DocumentKind>> kind_of(const Json& object) {
  const auto found = object.find("kind");
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) return wrong("kind is not a string");
  const auto name = found->get<std::string>();
  if (auto kind = document_kind(name)) return kind;
  return wrong("kind: no such kind of document: " + name,
               did_you_mean(name, {"resume", "cover-letter", "posting"}));
}

Result<Question> question(const Json& object) {
  if (!object.is_object()) return wrong("not a JSON object", "give {\"id\": …, \"text\": …}");
  Question asked;
  const bool has_path = object.contains("path");
  asked.has_text = object.contains("text");
  if (asked.has_text == has_path)
    return wrong(has_path ? "has both a text and a path" : "has neither a text nor a path",
                 "give one of them");
  const char* key = has_path ? "path" : "text";
  if (!object[key].is_string()) return wrong(std::string(key) + " is not a string");
  (has_path ? asked.path : asked.text) = object[key].get<std::string>();
  auto kind = kind_of(object);
  if (!kind) return fail(std::move(kind.error()));
  asked.kind = *kind;
  return asked;
}

// The text in which a caller counts: the one that was given or, for a file, the extracted one.
class Counted {
 public:
  Counted(const Document& document, bool in_source)
      : document_(document),
        in_source_(in_source),
        text_(in_source ? document.source.text : document.text),
        points_(text_) {}

  [[nodiscard]] Json span(const Evidence& evidence) const {
    const SourceRange range = in_source_
                                  ? source_range(document_, evidence.begin, evidence.end)
                                  : SourceRange{.begin = evidence.begin, .end = evidence.end};
    return Json{{"text", text_.substr(range.begin, range.end - range.begin)},
                {"level", name_of(evidence.level)},
                {"start", points_.before(range.begin)},
                {"end", points_.before(range.end)}};
  }

 private:
  const Document& document_;
  bool in_source_;
  std::string_view text_;
  CodePoints points_;
};

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

Json skills_of(const Reading& reading, bool in_source, const Lexicon& lexicon,
               const Profile& profile) {
  const Assessment assessment = assess_levels({&reading, 1}, profile, lexicon);
  const Document& document = reading.document;
  const Counted counted(document, in_source);
  Json skills = Json::object();
  for (const SkillAssessment& skill : assessment.skills) {
    if (skill.evidence.empty()) continue;
    Json pieces = Json::array();
    for (const Cited& cited : skill.evidence) {
      const Evidence& evidence = reading.evidence[cited.evidence];
      const Unit& unit = document.units[evidence.unit];
      Json piece = counted.span(evidence);
      piece["unit"] = one_line(document.slice(unit.begin, unit.end));
      pieces.push_back(std::move(piece));
    }
    skills[skill.entry.skill] =
        Json{{"level", name_of(skill.level)}, {"evidence", std::move(pieces)}};
  }
  return skills;
}

Answer told(Json id, const char* key, Json value, bool failed) {
  Json line = Json::object();
  line["id"] = std::move(id);
  line[key] = std::move(value);
  return {.line = dump(line, -1) + '\n', .failed = failed};
}

Answer error_answer(Json id, const Error& error) {
  return told(std::move(id), "error", error.to_string(), true);
}

Answer file_answer(Json id, const std::string& path, std::optional<DocumentKind> kind,
                   const Pipeline& pipeline, const Profile& profile) {
  const auto reading = pipeline.match(path, kind);
  if (!reading) return error_answer(std::move(id), reading.error());
  return told(std::move(id), "skills", skills_of(*reading, false, pipeline.lexicon(), profile),
              false);
}

Answer text_answer(Json id, Question asked, const Pipeline& pipeline, const Profile& profile) {
  if (asked.text.size() > max_text)
    return error_answer(std::move(id),
                        {.message = fmt::format("the text is larger than {} MiB", max_text >> 20U),
                         .remedy = "give one document a line"});
  Document document = make_document("text", extract_text(std::move(asked.text)), asked.kind);
  return told(std::move(id), "skills",
              skills_of(pipeline.match(std::move(document)), true, pipeline.lexicon(), profile),
              false);
}

}  // namespace

Answer refusal(std::size_t number, std::string_view why) {
  Json line = Json::object();
  line["id"] = nullptr;
  line["line"] = number;
  line["error"] = why;
  return {.line = dump(line, -1) + '\n', .failed = true};
}

Answer answer(std::string_view line, std::size_t number, const Pipeline& pipeline,
              const Profile& profile) {
  if (nested_deeper(line, max_json_depth))
    return refusal(number, fmt::format("nested deeper than {} levels", max_json_depth));
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) return refusal(number, "not valid JSON (one object a line, in UTF-8)");
  auto asked = question(object);
  Json id = object.is_object() && object.contains("id") ? object["id"] : Json(nullptr);
  if (!asked && id.is_null()) return refusal(number, asked.error().to_string());
  if (!asked) return error_answer(std::move(id), asked.error());
  if (asked->has_text) return text_answer(std::move(id), std::move(*asked), pipeline, profile);
  return file_answer(std::move(id), asked->path, asked->kind, pipeline, profile);
}

Answer answer_file(const std::string& path, const Pipeline& pipeline, const Profile& profile) {
  return file_answer(path, path, std::nullopt, pipeline, profile);
}

}  // namespace rapport
