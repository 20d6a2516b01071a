// Two passes: clean() turns each line of the source into clean text with its own anchors, then
// Assembler puts the lines together, merging those that a hyphen cuts, and lays the offset map.
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "text/compose.hpp"
#include "text/hyphens.hpp"
#include "text/letter_spacing.hpp"
#include "text/markdown.hpp"

namespace rapport {
namespace {

struct Anchor {
  std::size_t to;
  std::size_t from;
};

struct CleanLine {
  std::string text{};
  std::vector<Anchor> anchors{};  // `to` counts in `text`, `from` in Extracted::text
  std::size_t source_end = 0;
  const Block* block = nullptr;
  bool continues_block = false;  // after a line break inside its block
  bool soft_hyphen = false;      // its final '-' was a soft hyphen
  bool letter_spaced = false;    // its words were put together from single letters
};

// Collects the clean text of a line.
class Cleaner {
 public:
  Cleaner(const Extracted& source, CleanLine& out)
      : source_(source.text), map_(source.format == "pdf"), out_(out) {}

  // Takes the characters of [begin, end) of the source, but for the given ranges.
  void take(std::size_t begin, std::size_t end, const std::vector<ByteRange>& skipped) {
    auto skip = skipped.begin();
    for (std::size_t at = begin; at < end;) {
      while (skip != skipped.end() && begin + skip->end <= at) ++skip;
      if (skip != skipped.end() && begin + skip->begin <= at) {
        at = begin + skip->end;
        continue;
      }
      const auto next = utf8::decode(source_.substr(0, end), at);
      for (const char32_t code : map_.replace(next.code)) {
        codes_.push_back(code);
        from_.push_back(at);
      }
      at += next.length;
    }
    note_soft_hyphen(begin, end);
  }

  void finish() {
    const std::span<const char32_t> all(codes_);
    for (std::size_t at = 0; at < codes_.size();) {
      if (stands_alone(at)) {
        put(codes_[at], from_[at]);
        ++at;
        continue;
      }
      const std::size_t length = cluster_length(all.subspan(at));
      emit(all.subspan(at, length), at);
      at += length;
    }
    while (!out_.text.empty() && (out_.text.back() == ' ' || out_.text.back() == '\t')) {
      out_.text.pop_back();
    }
  }

 private:
  // Below U+0300 nothing combines, and every character is its own NFC.
  [[nodiscard]] bool stands_alone(std::size_t at) const {
    constexpr char32_t first_combining = 0x300;
    return codes_[at] < first_combining &&
           (at + 1 == codes_.size() || codes_[at + 1] < first_combining);
  }

  void emit(std::span<const char32_t> cluster, std::size_t at) {
    const auto composed = compose(cluster);
    const bool same = std::ranges::equal(composed, cluster);
    for (std::size_t i = 0; i < composed.size(); ++i)
      put(composed[i], same ? from_[at + i] : from_[at]);
  }

  void put(char32_t code, std::size_t from) {
    anchor(from);
    const std::size_t before = out_.text.size();
    utf8::append(out_.text, code);
    expected_ += out_.text.size() - before;
  }

  void anchor(std::size_t from) {
    if (out_.anchors.empty() || from != expected_) out_.anchors.push_back({out_.text.size(), from});
    expected_ = from;
  }

  // An invisible soft hyphen shows where it cuts a word at the line's end.
  void note_soft_hyphen(std::size_t begin, std::size_t end) {
    const auto line = source_.substr(begin, end - begin);
    const std::size_t last = line.find_last_not_of(" \t");
    if (last == std::string_view::npos || last == 0) return;
    if (line.substr(last - 1, 2) != "\xC2\xAD") return;
    out_.soft_hyphen = true;
    if (!codes_.empty() && codes_.back() == '-') return;
    const std::size_t hyphen = begin + last - 1;
    while (!from_.empty() && from_.back() > hyphen) {  // the blanks after it
      from_.pop_back();
      codes_.pop_back();
    }
    codes_.push_back('-');
    from_.push_back(hyphen);
  }

  std::string_view source_;
  CharacterMap map_;
  CleanLine& out_;
  std::vector<char32_t> codes_{};
  std::vector<std::size_t> from_{};
  std::size_t expected_ = 0;
};

CleanLine clean(const Extracted& source, const Block& block, std::size_t begin, std::size_t end) {
  CleanLine line{.source_end = end, .block = &block, .continues_block = begin != block.begin};
  std::vector<ByteRange> marks;
  if (source.format == "text") {
    marks = markdown_marks(std::string_view(source.text).substr(begin, end - begin));
  }
  if (marks.empty()) {
    marks = letter_spaces(std::string_view(source.text).substr(begin, end - begin));
    line.letter_spaced = !marks.empty();
  }
  Cleaner cleaner(source, line);
  cleaner.take(begin, end, marks);
  cleaner.finish();
  return line;
}

// A paragraph may hold line breaks of its own (DOCX).
void clean_block(const Extracted& source, const Block& block, std::size_t end,
                 std::vector<CleanLine>& lines) {
  const auto text = std::string_view(source.text).substr(0, end);
  for (std::size_t begin = block.begin; begin <= end;) {
    const std::size_t newline = std::min(text.find('\n', begin), end);
    lines.push_back(clean(source, block, begin, newline));
    begin = newline + 1;
  }
}

double leading_columns(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  return static_cast<double>(first == std::string_view::npos ? 0 : first);
}

Extent extent_of(const CleanLine& line) {
  const auto columns = static_cast<double>(utf8::width(line.text));
  const auto& place = line.block->place;
  if (!place.box || place.box->width() <= 0) {
    return {.page = place.page, .left = leading_columns(line.text), .right = columns};
  }
  return {.page = place.page,
          .left = place.box->left,
          .right = place.box->right,
          .per_character = place.box->width() / std::max(columns, 1.0)};
}

class Assembler {
 public:
  Assembler(const Hyphens& hyphens, Normalised& out) : hyphens_(hyphens), out_(out) {}

  void add(const CleanLine& line) {
    if (line.text.empty()) {
      blank_ = true;
      return;
    }
    const bool starts = blank_ || (line.block->starts_paragraph && !line.continues_block);
    if (!out_.lines.empty()) {
      const LineEnd end = starts ? LineEnd::whole : cut(line);
      if (end != LineEnd::whole) return merge(line, end);
      separate(starts);
    }
    append(line, starts);
  }

  // Nothing of the text lies behind its source, even where its last character became longer.
  void finish() { out_.to_source.add(out_.text.size(), source_end_); }

 private:
  [[nodiscard]] LineEnd cut(const CleanLine& line) const {
    const Line& above = out_.lines.back();
    if (out_.text.back() != '-' || !above.may_wrap || line.block->role == BlockRole::list_item) {
      return LineEnd::whole;
    }
    const auto text = std::string_view(out_.text).substr(above.begin, above.end - above.begin);
    const std::size_t indent = line.text.find_first_not_of(" \t");
    return hyphens_.decide(text, std::string_view(line.text).substr(indent), soft_hyphen_);
  }

  void separate(bool blank_line) {
    for (int i = 0; i < (blank_line ? 2 : 1); ++i) {
      out_.to_source.add(out_.text.size(), source_end_);
      out_.text += '\n';
    }
  }

  void append(const CleanLine& line, bool starts) {
    const Block& block = *line.block;
    out_.lines.push_back({.begin = out_.text.size(),
                          .role = block.role,
                          .may_wrap = block.may_wrap || line.continues_block,
                          .starts_paragraph = starts,
                          .heading_level = block.heading_level,
                          .emphasised = block.emphasised});
    put(line, 0);
  }

  void merge(const CleanLine& line, LineEnd end) {
    if (end == LineEnd::word) out_.text.pop_back();
    put(line, line.text.find_first_not_of(" \t"));
  }

  void put(const CleanLine& line, std::size_t skip) {
    const std::size_t base = out_.text.size();
    // The anchor in force where the line begins.
    std::size_t from = line.anchors.front().from;
    for (const Anchor& anchor : line.anchors) {
      if (anchor.to <= skip) from = anchor.from + (skip - anchor.to);
    }
    out_.to_source.add(base, from);
    for (const Anchor& anchor : line.anchors) {
      if (anchor.to > skip && anchor.to < line.text.size()) {
        out_.to_source.add(base + anchor.to - skip, anchor.from);
      }
    }
    out_.text.append(line.text, skip);
    Line& last = out_.lines.back();
    last.end = out_.text.size();
    last.extent = extent_of(line);
    source_end_ = line.source_end;
    soft_hyphen_ = line.soft_hyphen;
    blank_ = false;
  }

  const Hyphens& hyphens_;
  Normalised& out_;
  std::size_t source_end_ = 0;
  bool soft_hyphen_ = false;
  bool blank_ = false;
};

std::size_t usable_end(const std::string& text, std::size_t end) {
  end = std::min(end, text.size());
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return end;
}

void tell_of_letter_spacing(const std::vector<CleanLine>& lines, std::vector<Finding>& findings) {
  const auto spaced = std::ranges::find(lines, true, &CleanLine::letter_spaced);
  if (spaced == lines.end()) return;
  Finding& finding = findings.emplace_back();
  finding.id = "letter-spaced-text";
  finding.place = spaced->block->place;
  finding.message = fmt::format(
      "words are typed with blanks between their letters (“{}”), and many systems read them as "
      "single letters",
      spaced->text);
  finding.remedy = "use the font's letter spacing in place of blanks";
}

}  // namespace

Normalised normalise(const Extracted& extracted) {
  Normalised out;
  std::vector<CleanLine> lines;
  for (const Block& block : extracted.blocks) {
    const std::size_t end = usable_end(extracted.text, block.end);
    if (block.begin <= end) clean_block(extracted, block, end, lines);
  }
  tell_of_letter_spacing(lines, out.findings);
  Hyphens hyphens;
  for (const CleanLine& line : lines) hyphens.learn(line.text);
  Assembler assembler(hyphens, out);
  for (const CleanLine& line : lines) assembler.add(line);
  assembler.finish();
  return out;
}

}  // namespace rapport
