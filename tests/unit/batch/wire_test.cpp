#include "batch/wire.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace rapport;

namespace {

Extracted sample() {
  Extracted extracted;
  extracted.format = "pdf";
  extracted.text = "Ann Example\nCalmed callers";
  extracted.blocks = {{.begin = 0, .end = 11, .heading_level = 1, .emphasised = true},
                      {.begin = 12,
                       .end = 26,
                       .role = BlockRole::list_item,
                       .place = {.page = 2, .line = 7, .box = Box{1, 2, 3.5, 4}},
                       .may_wrap = true,
                       .starts_paragraph = true}};
  extracted.words = {{.begin = 0, .end = 3, .page = 1, .box = {.left = 9.25}}};
  extracted.pages = {{.width = 612, .height = 792}};
  extracted.images = {{.width = 2, .height = 1, .png = std::string("\x89PNG\0", 5)}};
  extracted.hidden = {{.text = "hush", .place = {.part = "header"}, .by = HiddenBy::ink}};
  extracted.prompts = {{.begin = 4, .end = 11}};
  extracted.naive = NaiveOrder{.text = "Calmed", .blocks = {{.begin = 0, .end = 6}}};
  extracted.findings = {{.id = "columns",
                         .severity = Severity::note,
                         .message = "has columns",
                         .quotes = {{.document = "cv", .begin = 1, .end = 2, .text = "n"}}}};
  return extracted;
}

std::string packed() {
  return pack(sample());
}

}  // namespace

TEST_CASE("what was read arrives whole") {
  const auto arrived = unpack(packed());
  REQUIRE(arrived);
  CHECK(arrived->format == "pdf");
  CHECK(arrived->text == sample().text);
  REQUIRE(arrived->blocks.size() == 2);
  CHECK(arrived->blocks[0].emphasised);
  CHECK(arrived->blocks[0].heading_level == 1);
  CHECK(arrived->blocks[1].role == BlockRole::list_item);
  CHECK(arrived->blocks[1].place == sample().blocks[1].place);
  CHECK(arrived->words.at(0).box.left == 9.25);
  CHECK(arrived->pages.at(0).height == 792);
  CHECK(arrived->images.at(0).png.size() == 5);
  CHECK(arrived->hidden.at(0).by == HiddenBy::ink);
  CHECK(arrived->hidden.at(0).place.part == "header");
  CHECK(arrived->prompts.at(0).end == 11);
  CHECK(arrived->naive->blocks.at(0).end == 6);
  CHECK(arrived->findings.at(0).quotes.at(0).text == "n");
  // The rest is the same when it packs to the same bytes.
  CHECK(pack(*arrived) == packed());
}

TEST_CASE("an error arrives as that error") {
  const auto arrived =
      unpack(pack(fail({.kind = ErrorKind::input, .subject = "cv.pdf", .message = "is empty"})));
  REQUIRE_FALSE(arrived);
  CHECK(arrived.error().to_string() == "cv.pdf: is empty");
}

TEST_CASE("an answer cut short, or with something after it, is nonsense") {
  const std::string whole = packed();
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(unpack(std::string_view(whole).substr(0, size)));
  CHECK_FALSE(unpack(whole + 'x'));
}

TEST_CASE("no answer makes a place outside its text, whatever bytes it is made of") {
  std::mt19937 random(11);
  const std::string whole = packed();
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = whole;
    for (int change = 0; change < 3; ++change)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto arrived = unpack(bytes);
    if (!arrived) continue;
    for (const Block& block : arrived->blocks) {
      REQUIRE(block.begin <= block.end);
      REQUIRE(block.end <= arrived->text.size());
    }
    for (const Word& word : arrived->words) REQUIRE(word.end <= arrived->text.size());
  }
}
