#include "batch/wire.hpp"

#include <algorithm>
#include <vector>

#include "base/packing.hpp"

namespace rapport {

// Every type names its members once, for both directions.
auto members(auto& wire, auto& value, const Box* /*of*/) {
  return wire(value.left, value.top, value.right, value.bottom);
}

auto members(auto& wire, auto& value, const Place* /*of*/) {
  return wire(value.page, value.line, value.column, value.paragraph, value.part, value.box);
}

auto members(auto& wire, auto& value, const Block* /*of*/) {
  return wire(value.begin, value.end, value.role, value.place, value.may_wrap,
              value.starts_paragraph, value.heading_level, value.emphasised);
}

auto members(auto& wire, auto& value, const Word* /*of*/) {
  return wire(value.begin, value.end, value.page, value.box);
}

auto members(auto& wire, auto& value, const PageSize* /*of*/) {
  return wire(value.width, value.height);
}

auto members(auto& wire, auto& value, const PageImage* /*of*/) {
  return wire(value.width, value.height, value.png);
}

auto members(auto& wire, auto& value, const HiddenText* /*of*/) {
  return wire(value.text, value.place, value.by);
}

auto members(auto& wire, auto& value, const Prompt* /*of*/) {
  return wire(value.begin, value.end);
}

auto members(auto& wire, auto& value, const NaiveOrder* /*of*/) {
  return wire(value.text, value.blocks);
}

auto members(auto& wire, auto& value, const Quotation* /*of*/) {
  return wire(value.document, value.place, value.begin, value.end, value.text);
}

auto members(auto& wire, auto& value, const Finding* /*of*/) {
  return wire(value.id, value.severity, value.document, value.place, value.message, value.remedy,
              value.title, value.subject, value.quotes);
}

auto members(auto& wire, auto& value, const Extracted* /*of*/) {
  return wire(value.format, value.text, value.blocks, value.words, value.pages, value.images,
              value.hidden, value.prompts, value.naive, value.findings);
}

auto members(auto& wire, auto& value, const Error* /*of*/) {
  return wire(value.kind, value.subject, value.message, value.remedy, value.excerpt);
}

constexpr int last_of(BlockRole /*of*/) {
  return static_cast<int>(BlockRole::note);
}
constexpr int last_of(HiddenBy /*of*/) {
  return static_cast<int>(HiddenBy::ink);
}
constexpr int last_of(Severity /*of*/) {
  return static_cast<int>(Severity::error);
}
constexpr int last_of(ErrorKind /*of*/) {
  return static_cast<int>(ErrorKind::passing);
}

namespace {

bool within(std::string_view text, const auto& pieces) {
  return std::ranges::all_of(pieces, [&](const auto& piece) {
    return piece.begin <= piece.end && piece.end <= text.size();
  });
}

// Blocks stand one after the other.
bool in_order(const std::vector<Block>& blocks) {
  return std::ranges::is_sorted(blocks, {}, &Block::begin);
}

bool sound(const Extracted& extracted) {
  const auto fits = [](std::string_view text, const std::vector<Block>& blocks) {
    return within(text, blocks) && in_order(blocks);
  };
  return fits(extracted.text, extracted.blocks) && within(extracted.text, extracted.words) &&
         within(extracted.text, extracted.prompts) &&
         (!extracted.naive || fits(extracted.naive->text, extracted.naive->blocks));
}

}  // namespace

std::string pack(const Result<Extracted>& result) {
  Packer packer;
  packer(result.has_value());
  result ? packer(*result) : packer(result.error());
  return packer.take();
}

Result<Extracted> unpack(std::string_view bytes) {
  const Error garbled{.message = "made its reader answer with nonsense",
                      .remedy = "open it and save or print it to a new file"};
  Unpacker unpacker(bytes);
  bool success = false;
  unpacker(success);
  Extracted extracted;
  Error error;
  success ? unpacker(extracted) : unpacker(error);
  if (!unpacker.whole() || !sound(extracted)) return fail(garbled);
  if (!success) return fail(std::move(error));
  return extracted;
}

}  // namespace rapport
