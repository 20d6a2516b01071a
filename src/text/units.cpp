#include "text/units.hpp"

#include <algorithm>

#include "base/bounds.hpp"
#include "text/paragraphs.hpp"
#include "text/sentences.hpp"

namespace rapport {
namespace {

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  // A heading's bytes without blanks and marks around them.
  void heading(std::size_t begin, std::size_t end, std::size_t section) {
    while (begin < end && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
    if (begin < end) out_.push_back({UnitKind::heading, begin, end, section});
  }

  void paragraph(const Paragraph& paragraph) {
    const auto kind = paragraph.bullet ? UnitKind::bullet : UnitKind::sentence;
    const auto text = text_.substr(paragraph.begin, paragraph.end - paragraph.begin);
    for (const ByteRange& sentence : split_sentences(text)) {
      bounded({kind, paragraph.begin + sentence.begin, paragraph.begin + sentence.end,
               paragraph.section});
    }
  }

  std::vector<Unit> finish() {
    std::ranges::stable_sort(out_, {}, &Unit::begin);
    return std::move(out_);
  }

 private:
  void bounded(Unit unit) {
    while (unit.end - unit.begin > max_unit) {
      Unit head = unit;
      head.end = cut_before(unit.begin + max_unit, unit.begin);
      unit.begin = head.end;
      while (unit.begin < unit.end && is_blank(unit.begin)) ++unit.begin;
      out_.push_back(head);
    }
    if (unit.begin < unit.end) out_.push_back(unit);
  }

  // The last blank before `limit`, or the last whole character when there is none.
  [[nodiscard]] std::size_t cut_before(std::size_t limit, std::size_t begin) const {
    std::size_t at = limit;
    while (at > begin && !is_blank(at)) --at;
    while (at > begin && is_blank(at - 1)) --at;
    if (at > begin) return at;
    for (at = limit; at > begin + 1 && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;)
      --at;
    return at;
  }

  [[nodiscard]] bool is_blank(std::size_t at) const {
    return text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\t';
  }

  std::string_view text_;
  std::vector<Unit> out_{};
};

}  // namespace

std::vector<Unit> find_units(std::string_view text, const std::vector<Line>& lines,
                             const Sections& sections) {
  Cutter cutter(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Placed& placed = sections.placed[i];
    if (placed.heading_end > lines[i].begin) {
      cutter.heading(lines[i].begin, placed.heading_end, placed.section);
    }
  }
  for (const Paragraph& paragraph : find_paragraphs(text, lines, sections.placed)) {
    cutter.paragraph(paragraph);
  }
  return cutter.finish();
}

}  // namespace rapport
