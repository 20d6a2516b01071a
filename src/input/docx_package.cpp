#include "input/docx_package.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rapport::docx {
namespace {

// Enough for a picture a line; each entry costs memory.
constexpr std::size_t max_relations = 10'000;

class RelationList : public XmlHandler {
 public:
  explicit RelationList(std::string_view folder) : folder_(folder) {}

  bool start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.local != "Relationship") return true;
    const std::string_view type = attributes.find("Type").value_or("");
    const std::string_view target = attributes.find("Target").value_or("");
    if (target.empty() || attributes.find("TargetMode") == "External") return true;
    relations.push_back({.id = std::string(attributes.find("Id").value_or("")),
                         .type = std::string(type.substr(type.rfind('/') + 1)),
                         .part = resolve(folder_, target)});
    return relations.size() < max_relations;
  }
  bool end(const XmlName&) override { return true; }
  bool text(std::string_view) override { return true; }

  std::vector<Relation> relations{};

 private:
  std::string_view folder_;
};

// "word/" of "word/document.xml".
std::string_view folder_of(std::string_view part) {
  return part.substr(0, part.rfind('/') + 1);
}

}  // namespace

Vocabulary vocabulary(std::string_view uri) {
  struct Row {
    std::string_view uri;
    Vocabulary vocabulary;
  };
  static constexpr std::array<Row, 5> table = {{
      {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Vocabulary::word},
      {"http://purl.oclc.org/ooxml/wordprocessingml/main", Vocabulary::word},
      {"http://schemas.openxmlformats.org/markup-compatibility/2006", Vocabulary::compatibility},
      {"http://schemas.openxmlformats.org/officeDocument/2006/math", Vocabulary::math},
      {"http://purl.oclc.org/ooxml/officeDocument/math", Vocabulary::math},
  }};
  const auto* row = std::ranges::find(table, uri, &Row::uri);
  return row == table.end() ? Vocabulary::other : row->vocabulary;
}

std::string resolve(std::string_view folder, std::string_view target) {
  std::string path(target);
  std::ranges::replace(path, '\\', '/');
  if (!path.starts_with('/')) path.insert(0, folder);

  std::vector<std::string_view> steps;
  const std::string_view whole(path);
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t slash = std::min(whole.find('/', at), whole.size());
    const std::string_view step = whole.substr(at, slash - at);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = slash + 1;
  }
  std::string result;
  for (const std::string_view step : steps) {
    if (!result.empty()) result += '/';
    result += step;
  }
  return result;
}

std::vector<Relation> relations_of(ZipArchive& archive, std::string_view part) {
  const std::string_view folder = folder_of(part);
  std::string name(folder);
  name.append("_rels/").append(part.substr(folder.size())).append(".rels");
  RelationList list(folder);
  // Whatever the end: a document without its relations still has its text.
  static_cast<void>(read_part(archive, name, list));
  return std::move(list.relations);
}

std::string main_part(ZipArchive& archive) {
  for (const Relation& relation : relations_of(archive, "")) {
    if (relation.type == "officeDocument" && archive.has(relation.part)) return relation.part;
  }
  return "word/document.xml";
}

}  // namespace rapport::docx
