#include "report/matrix.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "report/cited.hpp"
#include "report/place_text.hpp"

namespace rapport {
namespace {

std::string column_title(const Document& document, std::size_t section) {
  const Section& found = document.sections[section];
  if (found.kind == SectionKind::letter_body && found.heading.empty()) return "letter";
  return section_title(found);
}

using Key = std::pair<std::size_t, std::size_t>;  // reading, section

}  // namespace

Matrix matrix_of(const Application& application) {
  std::map<Key, std::size_t> used;  // the column of a section
  for (const SkillAssessment& skill : application.assessment.skills) {
    for (const Cell& cell : skill.cells) used.try_emplace({cell.reading, cell.section}, 0);
  }
  Matrix matrix;
  for (auto& [key, number] : used) {
    const Document& document = application.readings[key.first].document;
    MatrixColumn column{.reading = key.first, .title = column_title(document, key.second)};
    if (column.title != "letter") column.document = document_label(application, document);
    const auto known = std::ranges::find_if(matrix.columns, [&](const MatrixColumn& other) {
      return other.reading == column.reading && other.title == column.title;
    });
    number = static_cast<std::size_t>(known - matrix.columns.begin());
    if (known == matrix.columns.end()) matrix.columns.push_back(std::move(column));
  }
  for (const SkillAssessment& skill : application.assessment.skills) {
    auto& row = matrix.levels.emplace_back(matrix.columns.size(), Level::none);
    for (const Cell& cell : skill.cells) {
      Level& level = row[used.at({cell.reading, cell.section})];
      level = std::max(level, cell.level);
    }
  }
  return matrix;
}

}  // namespace rapport
