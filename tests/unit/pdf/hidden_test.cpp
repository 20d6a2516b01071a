// Hidden words in whole files: what is found, and what must not be.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "input/pdf.hpp"
#include "pdf_builder.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Extracted read_page(const std::string& content) {
  auto read = pdf_reader().read({.name = "cv.pdf", .bytes = pdf_of({content})});
  REQUIRE(read);
  return std::move(*read);
}

// The hidden words of the resume with `content` added, in one string.
std::string hidden_in(const std::string& content) {
  const Extracted extracted = read_page(resume_page + content);
  std::string words;
  for (const HiddenText& text : extracted.hidden) words += (words.empty() ? "" : " ") + text.text;
  // What is hidden is told, and is no part of the text.
  const bool told = std::ranges::find(extracted.findings, "hidden-text", &Finding::id) !=
                    extracted.findings.end();
  CHECK(told == !words.empty());
  if (!words.empty()) CHECK(extracted.text.find(words) == std::string::npos);
  CHECK(extracted.text.find("Calmed upset guests") != std::string::npos);
  return words;
}

const std::string planted = at(50, 600, "empathy and patience");

}  // namespace

TEST_CASE("white words on white paper are hidden") {
  CHECK(hidden_in("1 g\n" + planted) == "empathy and patience");
  CHECK(hidden_in("1 1 1 rg\n" + planted) == "empathy and patience");
  CHECK(hidden_in("0 0 0 0 k\n" + planted) == "empathy and patience");
  CHECK(hidden_in("/DeviceRGB cs 1 1 1 sc\n" + planted) == "empathy and patience");
}

TEST_CASE("nearly white words are hidden, light grey ones are not") {
  CHECK(hidden_in("0.97 g\n" + planted) == "empathy and patience");
  CHECK(hidden_in("0.98 0.96 0.97 rg\n" + planted) == "empathy and patience");
  CHECK(hidden_in("0.8 g\n" + planted).empty());
  CHECK(hidden_in("0.6 0.75 0.9 rg\n" + planted).empty());
}

TEST_CASE("white words on a dark area are seen, dark ones in its colour are not") {
  const std::string bar = "0.1 0.2 0.4 rg 40 590 300 30 re f\n";
  CHECK(hidden_in(bar + "1 g\n" + planted).empty());
  CHECK(hidden_in(bar + planted) == "empathy and patience");
  CHECK(hidden_in("0 g 40 590 300 30 re f\n" + planted) == "empathy and patience");
}

TEST_CASE("white words that a rule crosses are hidden all the same") {
  CHECK(hidden_in("1 g\n" + planted + "0 G 1 w 40 603 m 300 603 l S\n") == "empathy and patience");
  CHECK(hidden_in("1 g\n" + planted + "0 G 0.5 w 60 580 m 60 640 l S\n") == "empathy and patience");
}

TEST_CASE("white words close to visible lines are hidden, and the lines are not") {
  CHECK(hidden_in("1 g\n" + at(50, 662, "empathy and patience")) == "empathy and patience");
  CHECK(hidden_in("1 g BT /F 3 Tf 60 669 Td (empathy and patience) Tj ET\n") ==
        "empathy and patience");
}

TEST_CASE("words are hidden by their mode, their transparency, a clip or what lies over them") {
  CHECK(hidden_in("BT 3 Tr /F 10 Tf 50 600 Td (empathy and patience) Tj ET\n") ==
        "empathy and patience");
  CHECK(hidden_in("q /T gs\n" + planted + "Q\n") == "empathy and patience");
  CHECK(hidden_in("q 0 0 1 1 re W n\n" + planted + "Q\n") == "empathy and patience");
  CHECK(hidden_in(planted + "q 1 g 40 590 300 30 re f Q\n") == "empathy and patience");
}

TEST_CASE("a colour that a page sets is known in the next operators, and forgotten with Q") {
  CHECK(hidden_in("q 1 g Q\n" + planted).empty());
  CHECK(hidden_in("q 1 g\n" + at(50, 500, "calm") + "Q\n" + planted) == "calm");
}

TEST_CASE("tiny words are hidden, small print is not") {
  CHECK(hidden_in(at(50, 600, "empathy and patience", "F 1.5")) == "empathy and patience");
  CHECK(hidden_in(at(50, 600, "empathy and patience", "F 5")).empty());
}

TEST_CASE("a hidden-text finding quotes the first words and says how many there are") {
  const Extracted extracted = read_page(
      resume_page + "1 g\n" + at(50, 600, "one two three four five six seven eight nine"));
  REQUIRE(extracted.findings.size() == 1);
  const Finding& finding = extracted.findings.front();
  CHECK(finding.message.find("9 words") != std::string::npos);
  CHECK(finding.message.find("“one two three four five six …”") != std::string::npos);
  CHECK(finding.place.page == 1);
  REQUIRE(finding.place.box);
  CHECK(finding.place.box->left == doctest::Approx(50).epsilon(0.05));
}

// What OCR makes of a scan: a picture of the words, and the words over it without ink of their own.
TEST_CASE("words that OCR laid over the picture of themselves are not hidden") {
  const std::string picture =
      "q 500 0 0 700 50 50 cm BI /W 64 /H 1 /BPC 1 /CS /G ID \xAA\x55\xAA\x55\xAA\x55\xAA\x55 EI "
      "Q\n";
  std::string layer = picture + "BT 3 Tr /F 10 Tf 60 700 Td 14 TL\n";
  for (int i = 0; i < 40; ++i) layer += "(Calmed upset guests at the counter) ' \n";
  const Extracted extracted = read_page(layer + "ET\n");
  CHECK(extracted.hidden.empty());
  CHECK(extracted.text.find("Calmed upset guests") != std::string::npos);
}

TEST_CASE("where no word at all can be seen, the words are kept and that is told") {
  const Extracted extracted = read_page("3 Tr\n" + resume_page);
  CHECK(extracted.text.find("Calmed upset guests") != std::string::npos);
  CHECK(extracted.hidden.empty());
  REQUIRE_FALSE(extracted.findings.empty());
  CHECK(extracted.findings.front().id == "hidden-text");
}

TEST_CASE("a page that is mostly drawing, with few words, is told; a small picture is not") {
  std::string strokes = "0 G 1 w\n";
  for (int y = 100; y < 600; y += 8) strokes += fmt::format("60 {} m 550 {} l S\n", y, y);
  const Extracted drawn = read_page(at(50, 740, "Jane Example") + strokes);
  REQUIRE(drawn.findings.size() == 1);
  CHECK(drawn.findings.front().id == "text-in-picture");
  std::string portrait = "0 G 1 w\n";
  for (int y = 640; y < 740; y += 4) portrait += fmt::format("450 {} m 540 {} l S\n", y, y);
  CHECK(read_page(resume_page + portrait).findings.empty());
}

TEST_CASE("columns give a second text that is read straight across, one column gives none") {
  std::string columns;
  for (int i = 0; i < 12; ++i) {
    columns += at(50, 700 - 14 * i, fmt::format("Patience with guests {}", i));
    columns += at(330, 693 - 14 * i, fmt::format("Calmed upset callers {}", i));
  }
  const Extracted read = read_page(columns);
  REQUIRE(read.naive);
  CHECK(read.naive->text.find("guests 3\nCalmed upset callers 3") != std::string::npos);
  CHECK(read.text.find("guests 3\nPatience with guests 4") != std::string::npos);
  CHECK(read.naive->blocks.size() == 24);
  CHECK(std::ranges::find(read.findings, "columns", &Finding::id) != read.findings.end());
  CHECK_FALSE(read_page(resume_page).naive);
}
