#include "rapport/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/bounds.hpp"
#include "base/utf8.hpp"
#include "input/bounded.hpp"
#include "text/kind.hpp"
#include "text/normalise.hpp"
#include "text/sections.hpp"
#include "text/source_range.hpp"
#include "text/units.hpp"

namespace rapport {
namespace {

template <class Enum>
struct Name {
  Enum value;
  std::string_view name;
};

constexpr auto kinds = std::to_array<Name<DocumentKind>>({
    {DocumentKind::resume, "resume"},
    {DocumentKind::cover_letter, "cover-letter"},
    {DocumentKind::posting, "posting"},
});

constexpr auto section_kinds = std::to_array<Name<SectionKind>>({
    {SectionKind::contact, "contact"},
    {SectionKind::summary, "summary"},
    {SectionKind::experience, "experience"},
    {SectionKind::education, "education"},
    {SectionKind::skills, "skills"},
    {SectionKind::projects, "projects"},
    {SectionKind::volunteering, "volunteering"},
    {SectionKind::certifications, "certifications"},
    {SectionKind::awards, "awards"},
    {SectionKind::interests, "interests"},
    {SectionKind::languages, "languages"},
    {SectionKind::references, "references"},
    {SectionKind::letter_body, "letter-body"},
    {SectionKind::other, "other"},
});

constexpr auto unit_kinds = std::to_array<Name<UnitKind>>({
    {UnitKind::sentence, "sentence"},
    {UnitKind::bullet, "bullet"},
    {UnitKind::heading, "heading"},
});

template <class Table, class Enum>
std::string_view find_name(const Table& table, Enum value) {
  for (const auto& row : table) {
    if (row.value == value) return row.name;
  }
  return {};
}

// The block that holds a source offset, or the one before it; null when there are no blocks.
const Block* block_at(const Extracted& source, std::size_t offset) {
  const auto& blocks = source.blocks;
  const auto after = std::ranges::upper_bound(blocks, offset, {}, &Block::begin);
  if (after != blocks.begin()) return &*std::prev(after);
  return blocks.empty() ? nullptr : &blocks.front();
}

// 0 far into a line, where nobody counts columns: counting them for every unit of a line of
// megabytes would be quadratic.
int column(const Extracted& source, const Block& block, std::size_t offset) {
  constexpr std::size_t far = 20000;
  const std::size_t end = std::min(offset, block.end);
  if (end <= block.begin) return block.place.column;
  if (end - block.begin > far) return 0;
  const auto before = std::string_view(source.text).substr(block.begin, end - block.begin);
  return block.place.column + static_cast<int>(utf8::count(before));
}

void enclose(Box& box, const Box& other) {
  box.left = std::min(box.left, other.left);
  box.top = std::min(box.top, other.top);
  box.right = std::max(box.right, other.right);
  box.bottom = std::max(box.bottom, other.bottom);
}

// The words of the first line only: a box over several lines would cover strangers' text.
void place_words(const Extracted& source, const Block& block, SourceRange range, Place& place) {
  const std::size_t end = std::max(std::min(range.end, block.end), range.begin + 1);
  auto word = std::ranges::partition_point(source.words,
                                           [&](const Word& w) { return w.end <= range.begin; });
  if (word == source.words.end() || word->begin >= end) return;
  place.page = word->page;
  Box box = word->box;
  for (; word != source.words.end() && word->begin < end && word->page == place.page; ++word) {
    enclose(box, word->box);
  }
  place.box = box;
}

}  // namespace

SourceRange source_range(const Document& document, std::size_t begin, std::size_t end) {
  const std::string& source = document.source.text;
  SourceRange range{.begin = std::min(document.to_source.source(begin), source.size())};
  range.end = range.begin;
  if (end <= begin || end > document.text.size()) return range;
  const std::size_t last = end - utf8::decode_before(document.text, end).length;
  std::size_t at = std::min(document.to_source.source(last), source.size());
  if (at < source.size()) at += utf8::decode(source, at).length;
  while (at < source.size()) {  // marks that were composed with it
    const auto next = utf8::decode(source, at);
    if (!utf8::is_mark(next.code)) break;
    at += next.length;
  }
  range.end = std::max(range.begin, at);
  return range;
}

Place Document::place(std::size_t begin, std::size_t end) const {
  const SourceRange range = source_range(*this, begin, end);
  const Block* block = block_at(source, range.begin);
  if (block == nullptr) return {};
  Place place = block->place;
  if (place.column > 0) place.column = column(source, *block, range.begin);
  if (!source.words.empty()) place_words(source, *block, range, place);
  return place;
}

namespace {

// Lines are bounded already, but one may hold a thousand sentences of a word each.
void keep_first_units(Document& document) {
  if (document.units.size() <= max_units) return;
  document.units.resize(max_units);
  Finding& finding = document.source.findings.emplace_back();
  finding.id = "text-truncated";
  finding.message = fmt::format("only the first {} sentences were read", max_units);
  finding.remedy = "give a resume or a cover letter alone";
}

}  // namespace

Document make_document(std::string name, Extracted extracted, std::optional<DocumentKind> kind) {
  keep_within_bounds(extracted);
  Normalised normalised = normalise(extracted);
  Document document;
  document.name = std::move(name);
  document.source = std::move(extracted);
  document.text = std::move(normalised.text);
  document.to_source = std::move(normalised.to_source);
  document.kind = kind.value_or(recognise_kind(document.text, normalised.lines));
  Sections sections = find_sections(document.text, normalised.lines, document.kind);
  document.units = find_units(document.text, normalised.lines, sections);
  document.sections = std::move(sections.sections);
  keep_first_units(document);
  auto& findings = document.source.findings;
  findings.insert(findings.end(), normalised.findings.begin(), normalised.findings.end());
  return document;
}

std::string_view name_of(DocumentKind kind) {
  return find_name(kinds, kind);
}
std::string_view name_of(SectionKind kind) {
  return find_name(section_kinds, kind);
}
std::string_view name_of(UnitKind kind) {
  return find_name(unit_kinds, kind);
}

std::optional<DocumentKind> document_kind(std::string_view name) {
  for (const auto& row : kinds) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace rapport
