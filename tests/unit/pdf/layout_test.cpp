#include "pdf/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace rapport;

namespace {

// Prints like a typewriter: every character is half a font size wide.
class Paper {
 public:
  Paper& at(double left, double baseline, std::string_view text, double size = 10) {
    double x = left;
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = text.find(' ', begin);
      if (end == std::string_view::npos) end = text.size();
      if (end > begin) put(x, baseline, std::string(text.substr(begin, end - begin)), size);
      x += static_cast<double>(end - begin + 1) * size / 2;
      begin = end + 1;
    }
    return *this;
  }

  Paper& put(double left, double baseline, std::string text, double size = 10) {
    double count = 0;
    for (const char c : text) count += (c & 0xC0) != 0x80 ? 1 : 0;
    const Box box{left, baseline - 0.9 * size, left + count * size / 2, baseline + 0.25 * size};
    words.push_back({.text = std::move(text), .box = box, .size = size, .bold = bold});
    return *this;
  }

  // Lines of a column from `top` on, 12 points apart; an empty one is a gap.
  Paper& column(double left, double top, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      at(left, top, line);
      top += 12;
    }
    return *this;
  }

  [[nodiscard]] std::string read() const {
    std::string text;
    for (const PrintedLine& line : lay_out(words)) text += line.text + '\n';
    return text;
  }

  std::vector<PrintedWord> words{};
  bool bold = false;
};

const std::vector<std::string> prose = {
    "Resolved guest complaints by listening and", "offered a fix before they left the counter.",
    "Trained new baristas in opening routines,",  "cash handling and questions on allergies.",
    "Kept the queue short in the morning rush.",  "Wrote the rota with colleagues from three",
    "sites and swapped shifts when it was fair."};

}  // namespace

TEST_CASE("words on one baseline form a line whatever their order in the file") {
  Paper paper;
  paper.at(105, 50, "later").at(50, 50, "Sooner and").at(50, 62, "below");
  CHECK(paper.read() == "Sooner and later\nbelow\n");
}

TEST_CASE("two columns are read one after the other") {
  Paper paper;
  paper.column(50, 100, prose).column(300, 104, {"Patience", "Spanish", "Teamwork", "Listening"});
  const std::string text = paper.read();
  CHECK(text.starts_with("Resolved guest complaints by listening and\noffered a fix"));
  CHECK(text.ends_with("Patience\nSpanish\nTeamwork\nListening\n"));
}

TEST_CASE("two columns of prose on one grid are read one after the other") {
  Paper paper;
  paper.column(50, 100, prose).column(300, 100, prose);
  const std::string text = paper.read();
  CHECK(text.find('\t') == std::string::npos);
  CHECK(text.find("sites and swapped shifts when it was fair.\nResolved guest") !=
        std::string::npos);
}

TEST_CASE("lines across the page stand above, between and below its columns") {
  Paper paper;
  const std::string across(90, 'x');
  paper.at(50, 70, across).column(50, 100, prose).column(300, 104, prose);
  paper.at(50, 200, across).column(50, 230, prose).column(300, 234, prose).at(50, 330, across);
  const std::vector<PrintedLine> lines = lay_out(paper.words);
  REQUIRE(lines.size() == 31);
  CHECK(lines[0].text == across);
  CHECK(lines[15].text == across);
  CHECK(lines[30].text == across);
  CHECK(lines[7].text == prose[6]);
  CHECK(lines[8].text == prose[0]);
  CHECK(lines[8].starts_paragraph);
}

TEST_CASE("a date at the right stays on the line of its job") {
  Paper paper;
  for (const double top : {100.0, 160.0, 220.0}) {
    paper.at(50, top, "Harbor Coffee").at(480, top, "2016 - 2019");
    paper.column(60, top + 12, {prose[0], prose[1], prose[4]});
  }
  const std::string text = paper.read();
  CHECK(text.starts_with("Harbor Coffee\t2016 - 2019\nResolved"));
}

TEST_CASE("a date at the left stands before what it dates, on a line of its own") {
  Paper paper;
  for (const double top : {100.0, 160.0, 220.0}) {
    paper.at(50, top, "2016 - 2019").at(150, top, "Harbor Coffee");
    paper.column(150, top + 12, {prose[0], prose[1], prose[4]});
  }
  CHECK(paper.read().starts_with("2016 - 2019\nHarbor Coffee\nResolved"));
}

TEST_CASE("a table of two short columns is read row by row") {
  Paper paper;
  paper.column(50, 100, {"Spanish", "Scheduling", "Teamwork", "Cash desk"});
  paper.column(200, 100, {"Fluent", "Good", "Expert", "Expert"});
  CHECK(paper.read() == "Spanish\tFluent\nScheduling\tGood\nTeamwork\tExpert\nCash desk\tExpert\n");
}

TEST_CASE("a sidebar on the grid of the text beside it is a column all the same") {
  Paper paper;
  paper.column(50, 100, {"Patience", "Spanish", "Teamwork", "Listening", "Scheduling"});
  paper.column(200, 100, prose);
  CHECK(paper.read().starts_with("Patience\nSpanish\nTeamwork\nListening\nScheduling\nResolved"));
}

TEST_CASE("a one-column part with dates below two columns is no part of them") {
  Paper paper;
  paper.column(50, 100, prose).column(300, 104, prose);
  paper.at(50, 210, "Experience", 13).at(50, 226, "Harbor Coffee").at(500, 226, "2016");
  const std::string text = paper.read();
  CHECK(text.ends_with(prose[6] + "\nExperience\nHarbor Coffee\t2016\n"));
}

TEST_CASE("a name over the right column comes before the left one") {
  Paper paper;
  paper.at(200, 60, "Jane Example", 20);
  paper.column(50, 100, {"Patience", "Spanish", "Teamwork", "Listening"}).column(200, 104, prose);
  CHECK(paper.read().starts_with("Jane Example\nPatience\n"));
}

TEST_CASE("a name in large print is a line of its own, even with an address beside it") {
  Paper paper;
  paper.at(50, 60, "Jane Example", 20).at(400, 60, "jane@example.com").column(50, 100, prose);
  CHECK(paper.read().starts_with("Jane Example\njane@example.com\nResolved"));
}

TEST_CASE("a page number in the gutter does not close it") {
  Paper paper;
  paper.column(50, 100, prose).column(280, 104, prose).put(268, 300, "1");
  const std::string text = paper.read();
  CHECK(text.find('\t') == std::string::npos);
  CHECK(text.starts_with(prose[0] + "\n" + prose[1]));
}

TEST_CASE("a bullet far from its text and off its baseline belongs to it") {
  Paper paper;
  paper.at(70, 100, "Trained new staff").put(50, 102, "\xEF\x82\xB7", 8);
  const auto lines = lay_out(paper.words);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].text == "\xEF\x82\xB7 Trained new staff");
  CHECK(lines[0].list_item);
}

TEST_CASE("letters spaced out on purpose are put together, and words are kept apart") {
  Paper paper;
  double x = 50;
  for (const char letter : std::string_view("WORK EXPERIENCE")) {
    if (letter != ' ') paper.put(x, 100, std::string(1, letter));
    x += letter == ' ' ? 8 : 9;
  }
  const auto lines = lay_out(paper.words);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].text == "WORK EXPERIENCE");
  CHECK(lines[0].words.size() == 2);
  CHECK(lines[0].letter_spaced);
}

TEST_CASE("pieces of a word without a gap are glued, pieces with a gap are not") {
  Paper paper;
  paper.put(50, 100, "custo").put(75.2, 100, "mer").put(95, 100, "care");
  const auto lines = lay_out(paper.words);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].text == "customer care");
  CHECK(lines[0].words[0].box.right == doctest::Approx(90.2));
}

TEST_CASE("a gap clearly above the usual pitch starts a paragraph") {
  Paper paper;
  paper.column(50, 100, {prose[0], prose[1], prose[0]}).column(50, 142, {prose[2], prose[3]});
  const auto lines = lay_out(paper.words);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].starts_paragraph);
  CHECK_FALSE(lines[1].starts_paragraph);
  CHECK(lines[3].starts_paragraph);
  CHECK_FALSE(lines[4].starts_paragraph);
}

TEST_CASE("a line that ends early on purpose is followed by a paragraph") {
  Paper paper;
  paper.column(50, 100, {prose[0], "left.", prose[2], prose[3]});
  const auto lines = lay_out(paper.words);
  REQUIRE(lines.size() == 4);
  CHECK_FALSE(lines[1].starts_paragraph);
  CHECK(lines[2].starts_paragraph);
}

TEST_CASE("text along the margin comes last, in one piece") {
  Paper paper;
  paper.column(100, 100, prose);
  for (const double y : {100.0, 140.0, 180.0}) {
    paper.words.push_back(
        {.text = "up", .box = {20, 300 - y, 32, 330 - y}, .size = 10, .rotation = 3});
  }
  CHECK(paper.read().ends_with(prose[6] + "\nup up up\n"));
}

TEST_CASE("bold lines are emphasised unless all are") {
  Paper paper;
  paper.column(50, 112, prose);
  paper.bold = true;
  paper.at(50, 100, "Experience");
  std::vector<std::vector<PrintedLine>> pages = {lay_out(paper.words)};
  mark_emphasised(pages);
  CHECK(pages[0][0].emphasised);
  CHECK_FALSE(pages[0][1].emphasised);

  for (PrintedWord& word : paper.words) word.bold = true;
  pages = {lay_out(paper.words)};
  mark_emphasised(pages);
  CHECK_FALSE(pages[0][0].emphasised);
}

TEST_CASE("larger lines are emphasised") {
  Paper paper;
  paper.at(50, 90, "Experience", 14).column(50, 112, prose);
  std::vector<std::vector<PrintedLine>> pages = {lay_out(paper.words)};
  mark_emphasised(pages);
  CHECK(pages[0][0].emphasised);
  CHECK_FALSE(pages[0][1].emphasised);
}

TEST_CASE("bullet marks are known in the encodings that PDFs carry them in") {
  for (const char* line : {"• Sold", "•Sold", "\xEF\x82\xA7 Sold", "\xEF\x83\xBC Sold", "- Sold",
                           "o Sold", "§ Sold", "Ø Sold", "▪ Sold"}) {
    CAPTURE(line);
    CHECK(starts_with_bullet(line));
  }
  for (const char* line : {"Sold", "of Sold", "-5 %", "§5 of the act", ""}) {
    CAPTURE(line);
    CHECK_FALSE(starts_with_bullet(line));
  }
}

TEST_CASE("words heaped on one spot and words without a size do no harm") {
  std::vector<PrintedWord> words(3000, {.text = "x", .box = {10, 10, 10, 10}});
  CHECK_FALSE(lay_out(words).empty());
  CHECK(lay_out({}).empty());
}
