#include "text/normalise.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <random>

#include "base/utf8.hpp"
#include "make.hpp"

using namespace rapport;

namespace {

std::string clean(std::string text) {
  return normalise(extract_text(std::move(text))).text;
}

Extracted pdf_of(std::string text) {
  Extracted pdf = extract_text(std::move(text));
  pdf.format = "pdf";
  return pdf;
}

std::string nfc(const std::string& text) {
  utf8proc_uint8_t* composed =
      utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
  REQUIRE(composed != nullptr);
  std::string out(reinterpret_cast<const char*>(composed));
  std::free(composed);
  return out;
}

// Texts of the pieces that normalisation, sections and units care about, in random order.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"calm",
                                                  "Managed",
                                                  "the",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  "\n",
                                                  "\n\n",
                                                  "\r\n",
                                                  "- ",
                                                  "• ",
                                                  ". ",
                                                  ".",
                                                  "e.g. ",
                                                  "Inc. ",
                                                  "-\n",
                                                  "é",
                                                  "e\xCC\x81",
                                                  "ﬃ",
                                                  "\xEF\x82\xB7 ",
                                                  "\xC2\x92",
                                                  "\xE2\x80\x8B",
                                                  "\xC2\xA0",
                                                  "\xC2\xAD",
                                                  "**",
                                                  "_",
                                                  "# ",
                                                  "Skills",
                                                  "EXPERIENCE",
                                                  ":",
                                                  "\t",
                                                  "[a](b)",
                                                  "漢字",
                                                  "\xEF\xBF\xBD",
                                                  "\x01",
                                                  "\xC2\xAD\n",
                                                  "3.5",
                                                  "! ",
                                                  "a\xCC\xA3\xCC\x81",
                                                  "\xEF\x80\xA0",
                                                  "\xE2\x84\xAB",
                                                  "Dear Jo,\n",
                                                  "Sincerely,\n",
                                                  "\f",
                                                  "(",
                                                  ")"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 60);
  std::string text;
  for (int n = length(random); n > 0; --n) text += pieces[piece(random)];
  return text;
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

TEST_CASE("marks are composed, ligatures spelt out") {
  CHECK(clean("re\xCC\x81sume\xCC\x81") == "résumé");
  CHECK(clean("o\xEF\xAC\x83"
              "ce, \xEF\xAC\x81rm, \xEF\xAC\x82ow") == "office, firm, flow");
}

TEST_CASE("the codes that documents use for bullets and quotes become the real ones") {
  for (const std::string code :
       {"\xEF\x82\xB7", "\xEF\x83\x98", "\xEF\x81\xB6", "\xEF\x82\xA7", "\xEF\x83\xBC"}) {
    CHECK(clean(code + " Calm") == "• Calm");
  }
  CHECK(clean("a\xEF\x80\xA0"
              "b") == "a b");
  CHECK(clean("Jo\xC2\x92s \xC2\x93shop\xC2\x94 \xC2\x96") == "Jo’s “shop” –");
}

TEST_CASE("what cannot be seen is dropped, exotic blanks become blanks") {
  CHECK(clean("ca\xE2\x80\x8Blm\xE2\x80\xAE \xEF\xBB\xBFki\xC2\xADnd") == "calm kind");
  CHECK(clean("a\xC2\xA0"
              "b\xE2\x80\x83"
              "c\xE3\x80\x80"
              "d") == "a b c d");
}

TEST_CASE("nothing that could drive a terminal survives") {
  CHECK(clean("a\x1B[31mb\x07\x7F\xC2\x9B"
              "c") == "a[31mb›c");
}

TEST_CASE("an unreadable character stays visible") {
  CHECK(clean("ca\xEF\xBF\xBDm") == "ca\xEF\xBF\xBDm");
}

TEST_CASE("a soft hyphen is printed in a PDF and invisible elsewhere") {
  CHECK(clean("self\xC2\xAD"
              "employed") == "selfemployed");
  CHECK(normalise(pdf_of("self\xC2\xAD"
                         "employed"))
            .text == "self-employed");
  CHECK(clean("every cus\xC2\xAD\ntomer calls") == "every customer calls");
}

TEST_CASE("hyphens that only look different are hyphens") {
  CHECK(clean("self\xE2\x80\x91"
              "employed, co\xE2\x80\x90op") == "self-employed, co-op");
}

TEST_CASE("lines are separated by newlines, paragraphs by a blank line") {
  CHECK(clean("a\r\nb\r\n\r\n\r\nc\rd") == "a\nb\n\nc\nd");
}

TEST_CASE("Markdown's marks are left alone in a PDF") {
  CHECK(clean("**Calm**") == "Calm");
  CHECK(normalise(pdf_of("**Calm**")).text == "**Calm**");
}

TEST_CASE("a block that lies outside its text does no harm") {
  Extracted broken{.format = "pdf", .text = "calm"};
  broken.blocks = {{.begin = 2, .end = 99}, {.begin = 50, .end = 60}, {.begin = 3, .end = 1}};
  CHECK(normalise(broken).text == "lm");
}

TEST_CASE("any text: the result is valid NFC and the map rises, on whole characters") {
  std::mt19937 random(20260101);
  for (int i = 0; i < 3000; ++i) {
    const Extracted source =
        i % 3 == 0 ? pdf_of(random_text(random)) : extract_text(random_text(random));
    CAPTURE(source.text);
    const Normalised result = normalise(source);
    REQUIRE(utf8::is_valid(result.text));
    REQUIRE(nfc(result.text) == result.text);
    std::size_t last = 0;
    for (std::size_t at = 0; at < result.text.size(); ++at) {
      CAPTURE(at);
      const std::size_t from = result.to_source.source(at);
      REQUIRE(from >= last);
      REQUIRE(from <= source.text.size());
      if (is_boundary(result.text, at)) REQUIRE(is_boundary(source.text, from));
      // A plain letter comes from itself.
      const char c = result.text[at];
      const bool composed = at + 1 < result.text.size() && result.text[at + 1] < 0;
      if (c >= 'j' && c <= 'r' && !composed) REQUIRE(source.text.at(from) == c);
      last = from;
    }
  }
}

TEST_CASE("any text: units rise, hold no blank ends and cover all words but heading marks") {
  std::mt19937 random(42);
  for (int i = 0; i < 3000; ++i) {
    const Document document = test::document(random_text(random));
    CAPTURE(document.text);
    std::size_t end = 0;
    std::string uncovered;
    for (const Unit& unit : document.units) {
      REQUIRE(unit.begin >= end);
      REQUIRE(unit.end > unit.begin);
      REQUIRE(unit.end <= document.text.size());
      REQUIRE(unit.section < document.sections.size());
      REQUIRE(document.text[unit.begin] != ' ');
      REQUIRE(document.text[unit.end - 1] != '\n');
      uncovered += document.slice(end, unit.begin);
      end = unit.end;
    }
    uncovered += document.slice(end, document.text.size());
    // A lone "a)" is a list's mark, two letters are a word.
    bool words = false;
    bool letter = false;
    utf8::for_each(uncovered, [&](utf8::Decoded next, std::size_t) {
      words = words || (letter && utf8::is_letter(next.code));
      letter = utf8::is_letter(next.code);
    });
    CAPTURE(uncovered);
    REQUIRE_FALSE(words);
  }
}

TEST_CASE("a unit of twenty thousand bytes and more is cut at a blank") {
  std::string text;
  while (text.size() < 50'000) text += "calm ";
  const Document document = test::document(text);
  REQUIRE(document.units.size() == 3);
  for (const Unit& unit : document.units) {
    CHECK(unit.end - unit.begin <= 20'000);
    CHECK(document.slice(unit.begin, unit.begin + 4) == "calm");
  }
}
