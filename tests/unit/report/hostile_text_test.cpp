// Every format against documents that are made of bytes which could go wrong.
#include <doctest/doctest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "../draft.hpp"
#include "base/utf8.hpp"
#include "rapport/writer.hpp"
#include "report/display.hpp"
#include "report/extract_writer.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

// Nearly always broken UTF-8, full of controls, wide characters, marks and markup.
std::string hostile(std::mt19937& random) {
  static const std::array<std::string, 16> pieces = {
      "word",   " ", "\n",    "\033[31m", "\xFF",     "\xE2\x80",     "日本語", "e\u0301\u0301",
      "\u202E", "|", "@team", "<b>",      "\xC2\x9B", "https://x.yz", "*",      "\u00AD"};
  std::string text;
  for (std::size_t i = random() % 120; i > 0; --i) text += pieces[random() % pieces.size()];
  return text;
}

Application application(std::mt19937& random) {
  Draft draft(hostile(random), DocumentKind::resume);
  draft.section(SectionKind::experience, hostile(random));
  for (int i = 0; i < 4; ++i) {
    draft.unit("x" + hostile(random)).evidence(random() % 5, Level::demonstrated, "x");
  }
  draft.finding({.id = "odd", .message = hostile(random), .remedy = hostile(random)});
  return assess({draft.reading()}, small_profile(), small_lexicon());
}

void check_terminal(const std::string& text, int width) {
  CHECK(text.find('\033') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
  CHECK(text.find("\xC2\x9B") == std::string::npos);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(display_width(line) <= width);
  }
}

// The formats that are made of lines: none may begin as the document likes.
void check_lines(const std::string& text, std::string_view start) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.starts_with(start));
  }
}

void check_service_formats(const Report& one) {
  for (const char* format : {"sarif", "gitlab"})
    CHECK(nlohmann::json::accept(writer(format)->write({&one, 1}, {})));
  check_lines(writer("github")->write({&one, 1}, {}), "::");
  for (const char* format : {"junit", "csv", "gcc", "github"}) {
    const std::string text = writer(format)->write({&one, 1}, {});
    CHECK(text.find('\033') == std::string::npos);
    CHECK(utf8::is_valid(text));
  }
}

}  // namespace

TEST_CASE("no document breaks a report, whatever its bytes") {
  const Lexicon lexicon = small_lexicon();
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Application sample = application(random);
    const Report one{&sample, &lexicon, {}};
    const int width = 40 + static_cast<int>(seed % 60);
    check_terminal(
        writer("terminal")->write({&one, 1}, {.width = width, .explain = true, .verbose = true}),
        width);
    CHECK(nlohmann::json::accept(writer("json")->write({&one, 1}, {})));
    check_service_formats(one);
    const std::string markdown = writer("markdown")->write({&one, 1}, {});
    CHECK(markdown.find("@team") == std::string::npos);
    const std::string html = writer("html")->write({&one, 1}, {});
    CHECK(html.find("<b>word") == std::string::npos);
    CHECK(html.find("\u202E") == std::string::npos);
    CHECK(html.find("\xC2\x9B") == std::string::npos);
    const Document& document = sample.readings[0].document;
    CHECK(nlohmann::json::accept(write_extract(document, ExtractView::json, {})));
    check_terminal(write_extract(document, ExtractView::units, {.width = width}), width);
  }
}
