#include "report/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "report/artifact_path.hpp"
#include "report/display.hpp"

namespace rapport {
namespace {

// The sixteen colours that every terminal theme keeps readable; no background is ever set.
std::string_view escape(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
    case Style::mark:
      return "\033[1m";
    case Style::faint:
      return "\033[2m";
    case Style::good:
      return "\033[32m";
    case Style::fair:
      return "\033[33m";
    case Style::bad:
      return "\033[31m";
  }
  return "";
}

// What stands between two blanks, in one or more styles.
struct PageWord {
  Runs runs{};
  int width = 0;
};

// Adds to the last word; what is wider than a line goes on as words of a line each.
void add_piece(std::string_view piece, const Run& run, int line, std::vector<PageWord>& words) {
  while (!piece.empty()) {
    const std::string_view part = fitting(piece, line - words.back().width);
    if (part.empty() && words.back().width == 0) return;
    if (!part.empty()) words.back().runs.push_back({std::string(part), run.style, run.link});
    words.back().width += display_width(part);
    piece.remove_prefix(part.size());
    if (!piece.empty()) words.emplace_back();
  }
}

std::vector<PageWord> words_of(const Runs& runs, int line) {
  std::vector<PageWord> words(1);
  for (const Run& run : runs) {
    std::string_view text = run.text;
    while (!text.empty()) {
      const std::size_t blank = text.find(' ');
      add_piece(text.substr(0, blank), run, line, words);
      if (blank == std::string_view::npos) break;
      if (words.back().width > 0) words.emplace_back();
      text.remove_prefix(blank + 1);
    }
  }
  if (words.back().runs.empty()) words.pop_back();
  return words;
}

// Marked words for a page that has no bold.
Runs asterisked(Runs runs) {
  for (Run& run : runs) {
    if (run.style == Style::mark) run.text = '*' + run.text + '*';
  }
  return runs;
}

}  // namespace

Page::Page(bool color, int width) : color_(color), width_(std::clamp(width, 40, 100)) {}

void Page::blank() {
  out_ += '\n';
}

void Page::heading(std::string_view text) {
  const int used = display_width(text) + 1;
  if (used >= width_) return paragraph({}, {{std::string(text), Style::strong}}, 0);
  print({std::string(text), Style::strong});
  std::string rule = " ";
  for (int column = used; column < width_; ++column) rule += "─";
  print({rule, Style::faint});
  out_ += '\n';
}

void Page::print(const Run& run) {
  const std::string_view start = color_ ? escape(run.style) : "";
  if (!run.link.empty()) out_ += fmt::format("\033]8;;{}\033\\", run.link);
  out_ += start;
  out_ += run.text;
  if (!start.empty()) out_ += "\033[0m";
  if (!run.link.empty()) out_ += "\033]8;;\033\\";
}

// Viewers of PDF take "#page=2", editors "#14"; who takes neither opens the file.
std::string Page::link(const std::string& document, const Place& place) const {
  if (!folder_ || document.empty() || document == "-") return "";
  const std::string uri =
      uri_of((std::filesystem::path(*folder_) / document).lexically_normal().string());
  if (place.page > 0) return fmt::format("{}#page={}", uri, place.page);
  return place.line > 0 ? fmt::format("{}#{}", uri, place.line) : uri;
}

void Page::paragraph(const Runs& lead, const Runs& body, int indent) {
  int column = 0;
  for (const Run& run : lead) {
    print(run);
    column += display_width(run.text);
  }
  int gap = column > indent ? 1 : indent - column;  // printed only ahead of a word
  bool fresh = true;                                // nothing of the body on this line yet
  for (const PageWord& word : words_of(color_ ? body : asterisked(body), width_ - indent)) {
    if (column + gap + word.width > width_ && !(fresh && column <= indent)) {
      out_ += '\n';
      column = 0;
      gap = indent;
    }
    out_.append(static_cast<std::size_t>(gap), ' ');
    for (const Run& run : word.runs) print(run);
    column += gap + word.width;
    gap = 1;
    fresh = false;
  }
  out_ += '\n';
}

}  // namespace rapport
