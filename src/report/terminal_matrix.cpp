// Where each skill stands, as a table that fits the terminal:
//
//                           resume
//                           Profile  Work Experience  Skills  letter
//     Communication         ●○○      ●●●              ·       ●●○
//
// Where the headings are too wide for the line, letters stand for them, with a legend.
#include <fmt/format.h>

#include <algorithm>

#include "report/display.hpp"
#include "report/matrix.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

constexpr int glyph_width = 3;
constexpr int gap = 2;
constexpr int indent = 2;

struct Layout {
  int name_width = 0;
  std::vector<std::string> heads{};  // of the columns
  std::vector<int> widths{};
  bool lettered = false;
};

int name_width(const Assessment& assessment) {
  int widest = 0;
  for (const SkillAssessment& skill : assessment.skills)
    widest = std::max(widest, display_width(printable(skill.entry.title)));
  return std::min(widest, 24);
}

int total(const Layout& layout) {
  int columns = indent + layout.name_width;
  for (const int width : layout.widths) columns += gap + width;
  return columns;
}

std::string letter(std::size_t column) {
  const std::string last(1, static_cast<char>('A' + column % 26));
  return column < 26 ? last : static_cast<char>('A' + column / 26 - 1) + last;
}

Layout layout_of(const Matrix& matrix, const Assessment& assessment, int width) {
  Layout layout{.name_width = name_width(assessment)};
  for (const int longest : {24, 12, 0}) {
    layout.heads.clear();
    layout.widths.clear();
    layout.lettered = longest == 0;
    for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
      layout.heads.push_back(longest == 0 ? letter(i)
                                          : shortened(matrix.columns[i].title, longest));
      layout.widths.push_back(std::max(glyph_width, display_width(layout.heads.back())));
    }
    if (total(layout) <= width) break;
  }
  return layout;
}

// The names of the documents, each above its first column, where there is more than one.
void write_documents(const Matrix& matrix, const Layout& layout, Page& page) {
  std::string line(static_cast<std::size_t>(indent + layout.name_width), ' ');
  int column = indent + layout.name_width;
  int used = column;
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    column += gap;
    const bool first = i == 0 || matrix.columns[i].reading != matrix.columns[i - 1].reading;
    if (first && !matrix.columns[i].document.empty() && column > used) {
      line.append(static_cast<std::size_t>(column - used), ' ');
      line += matrix.columns[i].document;
      used = column + display_width(matrix.columns[i].document);
    }
    column += layout.widths[i];
  }
  if (used > indent + layout.name_width && used <= page.width())
    page.paragraph({{line, Style::faint}}, {}, 0);
}

void write_head(const Layout& layout, Page& page) {
  std::string line(static_cast<std::size_t>(indent + layout.name_width), ' ');
  for (std::size_t i = 0; i < layout.heads.size(); ++i) {
    const bool last = i + 1 == layout.heads.size();
    line += "  " + (last ? layout.heads[i] : padded(layout.heads[i], layout.widths[i]));
  }
  page.paragraph({{line, Style::strong}}, {}, 0);
}

void write_row(const SkillAssessment& skill, const std::vector<Level>& levels, const Layout& layout,
               Page& page) {
  const std::string name = shortened(printable(skill.entry.title), layout.name_width);
  Runs row = {{"  " + padded(name, layout.name_width)}};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool last = i + 1 == levels.size();
    const std::string rest(static_cast<std::size_t>(last ? 0 : layout.widths[i] - glyph_width),
                           ' ');
    if (levels[i] == Level::none) {
      row.push_back({last ? "  ·" : "  ·  " + rest, Style::faint});
    } else {
      row.push_back({level_glyph(levels[i]).text + rest, style_of(levels[i])});
    }
  }
  page.paragraph(row, {}, 0);
}

void write_legend(const Matrix& matrix, const Layout& layout, Page& page) {
  std::string text;
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    const MatrixColumn& column = matrix.columns[i];
    const bool named =
        !column.document.empty() && (i == 0 || matrix.columns[i - 1].reading != column.reading);
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", layout.heads[i],
                        named ? column.document + ": " : "", column.title);
  }
  page.paragraph({}, {{text, Style::faint}}, indent);
}

// For terminals too narrow for a table.
void write_list(const Matrix& matrix, const Assessment& assessment, Page& page) {
  for (std::size_t i = 0; i < assessment.skills.size(); ++i) {
    std::string places;
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
      if (matrix.levels[i][c] == Level::none) continue;
      const MatrixColumn& column = matrix.columns[c];
      places += fmt::format("{}{} {}{}", places.empty() ? "" : ", ",
                            level_glyph(matrix.levels[i][c]).text.substr(indent),
                            column.document.empty() ? "" : column.document + ": ", column.title);
    }
    page.paragraph({},
                   {{printable(assessment.skills[i].entry.title) + ": ", Style::strong},
                    {places.empty() ? "nowhere" : places}},
                   indent);
  }
}

}  // namespace

void write_matrix(const Application& application, Page& page) {
  const Matrix matrix = matrix_of(application);
  if (matrix.columns.empty()) return;
  const Assessment& assessment = application.assessment;
  const Layout layout = layout_of(matrix, assessment, page.width());
  page.heading("Where each skill stands");
  if (total(layout) > page.width()) {
    write_list(matrix, assessment, page);
  } else {
    write_documents(matrix, layout, page);
    write_head(layout, page);
    for (std::size_t i = 0; i < assessment.skills.size(); ++i)
      write_row(assessment.skills[i], matrix.levels[i], layout, page);
    if (layout.lettered) write_legend(matrix, layout, page);
  }
  page.blank();
}

}  // namespace rapport
