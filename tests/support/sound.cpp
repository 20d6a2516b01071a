#include "support/sound.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/utf8.hpp"

namespace rapport::sound {

namespace {

// Keeps the first thing that does not hold.
class Checked {
 public:
  void require(bool holds, std::string_view what, std::size_t at = 0) {
    if (!holds && fault_.empty()) fault_ = fmt::format("{} (at {})", what, at);
  }
  [[nodiscard]] std::string fault() const { return fault_; }
  [[nodiscard]] bool holds() const { return fault_.empty(); }

 private:
  std::string fault_{};
};

bool starts_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

// The marks of bullets and numbers may hold letters, "(iv)"; no mark is as long as this.
constexpr std::size_t longest_mark = 12;

// A letter outside all units that is of no mark; the text's size where there is none.
std::size_t letter_outside(const Document& document) {
  const std::string& text = document.text;
  std::size_t at = 0;
  const auto search = [&](std::size_t end) {
    for (std::size_t run = 0; at < end; ++at) {
      run = is_blank(text[at]) ? 0 : run + 1;
      if (run > longest_mark && std::isalpha(static_cast<unsigned char>(text[at])) != 0)
        return true;
    }
    return false;
  };
  for (const Unit& unit : document.units) {
    if (search(unit.begin)) return at;
    at = unit.end;
  }
  return search(text.size()) ? at : text.size();
}

void check_units(const Document& document, Checked& all) {
  const std::string& text = document.text;
  std::size_t last = 0;
  for (const Unit& unit : document.units) {
    all.require(last <= unit.begin, "units do not overlap, and stand in order", unit.begin);
    all.require(unit.begin < unit.end && unit.end <= text.size(), "a unit is in the text",
                unit.begin);
    all.require(unit.section < document.sections.size(), "a unit has a section", unit.begin);
    all.require(starts_character(text, unit.begin) && starts_character(text, unit.end),
                "a unit is of whole characters", unit.begin);
    last = unit.end;
  }
  if (!all.holds()) return;
  const std::size_t outside = letter_outside(document);
  all.require(outside == text.size(), "units cover the text", outside);
}

void check_sections(const Document& document, Checked& all) {
  std::size_t last = 0;
  for (const Section& section : document.sections) {
    all.require(last <= section.begin, "sections do not overlap, and stand in order",
                section.begin);
    all.require(section.begin <= section.end && section.end <= document.text.size(),
                "a section is in the text", section.begin);
    last = section.end;
  }
}

// An ASCII character comes from itself, or from a character that stands for it, as a ligature does.
void check_way_back(const Document& document, Checked& all) {
  const std::string& source = document.source.text;
  for (std::size_t at = 0; at < document.text.size(); ++at) {
    const std::size_t from = document.to_source.source(at);
    all.require(from <= source.size(), "every byte has a place in the source", at);
    const char c = document.text[at];
    if (from >= source.size() || is_blank(c) || static_cast<unsigned char>(c) >= 0x80) continue;
    all.require(source[from] == c || static_cast<unsigned char>(source[from]) >= 0x80,
                "a character comes from itself", at);
  }
}

template <class Found>
void check_places(const Document& document, const std::vector<Found>& all_found, Checked& all) {
  for (const Found& found : all_found) {
    all.require(found.unit < document.units.size(), "what was found has a unit", found.begin);
    if (!all.holds()) return;
    const Unit& unit = document.units[found.unit];
    all.require(unit.begin <= found.begin && found.begin <= found.end && found.end <= unit.end,
                "what was found stands in its unit", found.begin);
    (void)document.place(found.begin, found.end);
  }
}

}  // namespace

std::string fault_in(const Extracted& extracted) {
  Checked all;
  all.require(utf8::is_valid(extracted.text), "extracted text is UTF-8");
  std::size_t last = 0;
  for (const Block& block : extracted.blocks) {
    all.require(last <= block.begin, "blocks do not overlap, and stand in order", block.begin);
    all.require(block.begin <= block.end && block.end <= extracted.text.size(),
                "a block is in the text", block.begin);
    last = block.end;
  }
  for (const Word& word : extracted.words)
    all.require(word.begin <= word.end && word.end <= extracted.text.size(),
                "a word is in the text", word.begin);
  return all.fault();
}

std::string fault_in(const Document& document) {
  Checked all;
  all.require(utf8::is_valid(document.text), "a document's text is UTF-8");
  check_sections(document, all);
  check_units(document, all);
  check_way_back(document, all);
  for (const Unit& unit : document.units) {
    if (all.holds()) (void)document.place(unit.begin, unit.end);
  }
  return all.fault();
}

std::string fault_in(const Reading& reading) {
  Checked all;
  check_places(reading.document, reading.evidence, all);
  check_places(reading.document, reading.parts, all);
  check_places(reading.document, reading.remarks, all);
  for (const Remark& remark : reading.remarks) check_places(reading.document, remark.again, all);
  for (const Slot& slot : reading.slots)
    all.require(slot.unit < reading.document.units.size(), "a slot has a unit");
  return all.fault();
}

}  // namespace rapport::sound
