// Page: fills styled text into the columns of a terminal.
//
//   page.paragraph({{"  ●●○  ", Style::good}}, {{"Conflict resolution", Style::strong}}, 7);
//
// prints a lead, then the body, wrapped at the page's width with a hanging indent of 7 columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapport/place.hpp"

namespace rapport {

enum class Style {
  plain,
  strong,  // what is most to be seen
  mark,    // the words that count
  faint,   // places, counts
  good,
  fair,
  bad,
};

struct Run {
  std::string text{};
  Style style = Style::plain;
  std::string link{};  // where a click leads; a URI in plain ASCII, or empty
};

using Runs = std::vector<Run>;

class Page {
 public:
  // Narrow terminals are taken as 40 columns wide; text is never set wider than 100, which is hard
  // to read. Without colour, marked words stand between asterisks and every other style is plain.
  Page(bool color, int width);

  void blank();
  // With a rule to the right edge.
  void heading(std::string_view text);
  // The lead is padded to `indent`, and is part of the first line. Words that are wider than a line
  // are cut.
  void paragraph(const Runs& lead, const Runs& body, int indent);

  // From now on link() leads to documents, whose names are relative to the folder.
  void link_from(std::string folder) { folder_ = std::move(folder); }
  // Of a document and a place in it, for Run::link; empty unless links are wanted.
  [[nodiscard]] std::string link(const std::string& document, const Place& place = {}) const;

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void print(const Run& run);

  bool color_;
  int width_;
  std::optional<std::string> folder_{};
  std::string out_{};
};

}  // namespace rapport
