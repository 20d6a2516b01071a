// What a child sends arrives as it was sent, or not at all.
#include <algorithm>

#include "batch/wire.hpp"
#include "property/generators.hpp"
#include "property/holds.hpp"
#include "support/sound.hpp"

using namespace rapport;
using namespace rapport::property;

namespace {

double any_number() {
  return *rc::gen::map(rc::gen::inRange(-100'000, 100'000), [](int n) { return n / 8.0; });
}

Place any_place() {
  Place place{.page = *rc::gen::inRange(0, 99), .line = *rc::gen::inRange(0, 999)};
  place.part = *any_text();
  if (*rc::gen::arbitrary<bool>())
    place.box = Box{any_number(), any_number(), any_number(), any_number()};
  return place;
}

// A range of a text's bytes.
std::pair<std::size_t, std::size_t> any_range(const std::string& text) {
  auto [a, b] = *rc::gen::pair(rc::gen::inRange<std::size_t>(0, text.size() + 1),
                               rc::gen::inRange<std::size_t>(0, text.size() + 1));
  return std::minmax(a, b);
}

std::vector<Block> any_blocks(const std::string& text) {
  std::vector<Block> blocks;
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
    const auto [begin, end] = any_range(text);
    blocks.push_back({.begin = begin, .end = end, .place = any_place()});
    blocks.back().role = *rc::gen::element(BlockRole::body, BlockRole::table_cell, BlockRole::note);
    blocks.back().heading_level = *rc::gen::inRange(0, 10);
    blocks.back().may_wrap = *rc::gen::arbitrary<bool>();
  }
  std::ranges::sort(blocks, {}, &Block::begin);
  return blocks;
}

Extracted any_extracted() {
  Extracted extracted{.format = *any_text(), .text = *any_bytes()};
  extracted.blocks = any_blocks(extracted.text);
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    const auto [begin, end] = any_range(extracted.text);
    extracted.words.push_back({.begin = begin, .end = end, .page = i, .box = {any_number()}});
    extracted.prompts.push_back({.begin = begin, .end = end});
    extracted.pages.push_back({.width = any_number(), .height = any_number()});
    extracted.images.push_back({.width = i, .height = i, .png = *any_bytes()});
    extracted.hidden.push_back({.text = *any_text(), .place = any_place(), .by = HiddenBy::size});
    extracted.findings.push_back({.id = *any_text(),
                                  .severity = Severity::note,
                                  .place = any_place(),
                                  .message = *any_text()});
  }
  if (*rc::gen::arbitrary<bool>()) {
    NaiveOrder& naive = extracted.naive.emplace();
    naive.text = *any_text();
    naive.blocks = any_blocks(naive.text);
  }
  return extracted;
}

}  // namespace

TEST_CASE("anything that a reader can answer arrives whole") {
  holds([] {
    const std::string packed = pack(any_extracted());
    const auto arrived = unpack(packed);
    RC_ASSERT(arrived.has_value());
    RC_ASSERT(pack(arrived) == packed);
  });
}

TEST_CASE("any error arrives whole") {
  holds([] {
    const std::string packed = pack(fail({.kind = ErrorKind::input,
                                          .subject = *any_text(),
                                          .message = *any_text(),
                                          .remedy = *any_text(),
                                          .excerpt = *any_bytes()}));
    const auto arrived = unpack(packed);
    RC_ASSERT(!arrived.has_value());
    RC_ASSERT(pack(arrived) == packed);
  });
}

TEST_CASE("an answer that was cut or changed is refused, or its places are in its text") {
  holds([] {
    std::string bytes = pack(any_extracted());
    if (*rc::gen::arbitrary<bool>()) bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    for (int i = *rc::gen::inRange(0, 4); i > 0 && !bytes.empty(); --i)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    const auto arrived = unpack(bytes);
    if (!arrived) return;
    const auto in_text = [&](const auto& piece) {
      return piece.begin <= piece.end && piece.end <= arrived->text.size();
    };
    RC_ASSERT(std::ranges::all_of(arrived->blocks, in_text));
    RC_ASSERT(std::ranges::all_of(arrived->words, in_text));
    RC_ASSERT(std::ranges::all_of(arrived->prompts, in_text));
    RC_ASSERT(sound::fault_in(make_document("fuzz", *arrived)).find("text") == std::string::npos);
  });
}
