// A heading is a short line in a known wording that also looks like one: it stands apart, or in
// capitals, or the format says so. A false heading costs a whole section and its evidence, so
// doubt keeps a line as text. A text of one line has no heading at all.
#include "text/sections.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "input/bullet.hpp"
#include "text/letter.hpp"
#include "text/posting_headings.hpp"
#include "text/section_headings.hpp"

namespace rapport {
namespace {

constexpr std::size_t max_heading = 60;  // bytes
constexpr int max_words = 6;

int count_words(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

// Prose has many of them, an address has none.
int count_small_words(std::string_view text) {
  int words = 0;
  char before = ' ';
  for (const char c : text) {
    if (before == ' ' && c >= 'a' && c <= 'z') ++words;
    before = c;
  }
  return words;
}

bool all_capitals(std::string_view text) {
  int upper = 0;
  int lower = 0;
  utf8::for_each(text, [&](utf8::Decoded next, std::size_t) {
    if (utf8::is_upper(next.code)) ++upper;
    if (utf8::is_lower(next.code)) ++lower;
  });
  return upper > 1 && lower == 0;
}

// The last word of a line that goes on: "experience in", "and", "skills,".
bool runs_on(std::string_view line) {
  constexpr auto open_words = std::to_array<std::string_view>(
      {"a", "an", "and", "as", "at", "by", "for", "from", "in", "my", "of", "on", "or", "our",
       "the", "their", "to", "with", "&"});
  if (line.empty()) return false;
  if (line.back() == ',' || line.back() == '-') return true;
  const std::size_t blank = line.find_last_of(" \t");
  const auto last = blank == std::string_view::npos ? line : line.substr(blank + 1);
  return std::ranges::find(open_words, utf8::lower(last)) != open_words.end();
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines, DocumentKind kind)
      : text_(text), lines_(lines), kind_(kind) {}

  Sections find() {
    if (lines_.empty()) return {};
    section_level_ = section_level();
    for (std::size_t i = 0; i < lines_.size(); ++i) take(i);
    if (!any_heading_) rename_headless();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view slice(const Line& line) const {
    auto text = text_.substr(line.begin, line.end - line.begin);
    const std::size_t indent = text.find_first_not_of(" \t");
    return text.substr(std::min(indent, text.size()));
  }

  void take(std::size_t i) {
    const Line& line = lines_[i];
    if (out_.sections.empty()) open(first_kind(), "", line.begin);
    out_.placed.push_back({.heading_end = line.begin});
    if (lines_.size() > 1) {
      if (kind_ == DocumentKind::cover_letter && letter_part(i)) {
      } else if (!whole_heading(i)) {
        run_in_heading(i);
      }
    }
    prose_below_contact(i);
    out_.placed[i].section = out_.sections.size() - 1;
    out_.sections.back().end = line.end;
  }

  [[nodiscard]] SectionKind first_kind() const {
    return lines_.size() == 1 ? SectionKind::other : SectionKind::contact;
  }

  void open(SectionKind kind, std::string_view heading, std::size_t begin) {
    if (out_.sections.size() == 1 && out_.sections[0].begin == begin) out_.sections.clear();
    out_.sections.push_back(
        {.kind = kind, .heading = std::string(heading), .begin = begin, .end = begin});
  }

  // The body runs from the salutation to the closing.
  bool letter_part(std::size_t i) {
    const auto line = slice(lines_[i]);
    SectionKind& current = out_.sections.back().kind;
    if (current != SectionKind::letter_body && letter_line(line) == LetterLine::salutation) {
      open(SectionKind::letter_body, "", lines_[i].begin);
      any_heading_ = true;
      return true;
    }
    if (current != SectionKind::letter_body) return false;
    if (i > 0 && out_.sections.back().begin != lines_[i].begin && closed_) {
      open(SectionKind::contact, "", lines_[i].begin);
      closed_ = false;
      return true;
    }
    if (letter_line(line) == LetterLine::closing) closed_ = true;
    // Inside the body only what the format itself calls a heading is one.
    return lines_[i].heading_level == 0;
  }

  static bool stands_out(const Line& line, std::string_view content) {
    return line.heading_level > 0 || line.emphasised || all_capitals(content);
  }

  [[nodiscard]] bool looks_like_heading(std::size_t i, std::string_view content) const {
    const Line& line = lines_[i];
    if (line.role == BlockRole::list_item && line.heading_level == 0) return false;
    if (content.empty() || content.size() > max_heading || count_words(content) > max_words) {
      return false;
    }
    if (content.back() == '.' || content.back() == ',' || content.back() == ';') return false;
    if (stands_out(line, content)) return true;
    if (line.starts_paragraph || i == 0) return true;
    if (!utf8::is_upper(utf8::decode(content, 0).code)) return false;
    return !line.may_wrap || !runs_on(slice(lines_[i - 1]));
  }

  bool whole_heading(std::size_t i) {
    const auto content = slice(lines_[i]);
    if (!looks_like_heading(i, content)) return false;
    const std::string key = heading_key(content);
    if (kind_ == DocumentKind::posting && heads_posting_part(key)) {
      return start(i, SectionKind::other, content);
    }
    if (is_subheading(key) && inside_job()) return mark(i);
    if (const auto known = section_of(key); known && may_name_section(lines_[i], content))
      return start(i, *known, content);
    if (stands_out(lines_[i], content) && count_words(content) <= 4) {
      if (const auto known = section_by_last_word(key)) return start(i, *known, content);
    }
    return unknown_heading(i, content);
  }

  // In a posting "Customer service experience" is asked for as often as it heads a list.
  [[nodiscard]] bool may_name_section(const Line& line, std::string_view content) const {
    return kind_ != DocumentKind::posting || stands_out(line, content) || content.back() == ':';
  }

  // The format calls it a heading, but its wording is new: a section when it is of the level of
  // sections, otherwise a name, a job's title or the like.
  bool unknown_heading(std::size_t i, std::string_view content) {
    const int level = lines_[i].heading_level;
    if (level == 0) return false;
    const bool title = level < section_level_ && !any_heading_;
    return level <= section_level_ && !title ? start(i, SectionKind::other, content) : mark(i);
  }

  // The level that the headings of sections have: that of the first heading in a known wording;
  // where there is none, the first level that occurs twice.
  [[nodiscard]] int section_level() const {
    std::array<int, 10> seen{};
    int twice = 0;
    for (const Line& line : lines_) {
      if (line.heading_level <= 0 || line.heading_level > 9) continue;
      const auto content = slice(line);
      if (content.size() <= max_heading && section_of(heading_key(content))) {
        return line.heading_level;
      }
      const int times = ++seen.at(static_cast<std::size_t>(line.heading_level));
      if (twice == 0 && times == 2) twice = line.heading_level;
    }
    return twice;
  }

  [[nodiscard]] bool inside_job() const {
    const SectionKind kind = out_.sections.back().kind;
    return kind == SectionKind::experience || kind == SectionKind::projects ||
           kind == SectionKind::volunteering;
  }

  bool mark(std::size_t i) {
    out_.placed[i].heading_end = lines_[i].end;
    return true;
  }

  bool start(std::size_t i, SectionKind kind, std::string_view content) {
    while (!content.empty() && (content.back() == ':' || content.back() == ' ')) {
      content.remove_suffix(1);
    }
    open(kind, content, lines_[i].begin);
    any_heading_ = true;
    return mark(i);
  }

  // "Skills: cash handling, tact"
  bool run_in_heading(std::size_t i) {
    const Line& line = lines_[i];
    const auto content = slice(line);
    const std::size_t colon = content.find(':');
    if (line.role == BlockRole::list_item || bullet_length(content) > 0) return false;
    if (colon > max_heading) return false;  // or there is none
    const auto name = content.substr(0, colon);
    if (count_words(name) > 4 || !utf8::is_upper(utf8::decode(content, 0).code)) return false;
    if (i > 0 && !line.starts_paragraph && runs_on(slice(lines_[i - 1]))) return false;
    const std::string key = heading_key(name);
    const std::size_t end = line.end - content.size() + colon + 1;
    if (is_subheading(key) && inside_job()) {
      out_.placed[i].heading_end = end;
      return true;
    }
    const auto known = section_of(key);
    if (!known) return false;
    open(*known, name, line.begin);
    any_heading_ = true;
    out_.placed[i].heading_end = end;
    return true;
  }

  // A summary often stands below the name without a heading.
  void prose_below_contact(std::size_t i) {
    const Section& current = out_.sections.back();
    if (kind_ != DocumentKind::resume || current.kind != SectionKind::contact ||
        !current.heading.empty() || lines_.size() == 1 ||
        out_.placed[i].heading_end != lines_[i].begin) {
      return;
    }
    const auto content = slice(lines_[i]);
    if (count_words(content) < 8 || count_small_words(content) < 4) return;
    if (content.find_first_of("@|") != std::string_view::npos) return;
    open(SectionKind::summary, "", lines_[i].begin);
  }

  // Nothing divides the text, so nothing is known of its parts.
  void rename_headless() {
    const auto letter = kind_ == DocumentKind::cover_letter;
    for (Section& section : out_.sections) {
      section.kind = letter && lines_.size() > 1 ? SectionKind::letter_body : SectionKind::other;
    }
    if (out_.sections.size() > 1) {
      out_.sections[0].end = out_.sections.back().end;
      out_.sections.resize(1);
      for (Placed& line : out_.placed) line.section = 0;
    }
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  DocumentKind kind_;
  Sections out_{};
  int section_level_ = 0;
  bool any_heading_ = false;
  bool closed_ = false;
};

}  // namespace

Sections find_sections(std::string_view text, const std::vector<Line>& lines, DocumentKind kind) {
  return Finder(text, lines, kind).find();
}

}  // namespace rapport
