// Printed lines are of two sorts that look alike: a paragraph wrapped at the margin, and a list of
// short entries without punctuation (skills, addresses, job titles). Gluing a list makes one
// meaningless sentence; cutting a paragraph tears its sentences. What tells them apart: a line that
// was wrapped is *full*, i.e. the next line's first word would not have fitted on it; and the line
// below goes on in the middle of a sentence: "… to angry" / "callers and …".
#include "text/paragraphs.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "input/bullet.hpp"
#include "text/letter.hpp"
#include "text/sentences.hpp"

namespace rapport {
namespace {

constexpr std::size_t window = 12;  // lines either side that tell the margin
constexpr int short_entry_words = 3;
constexpr double min_characters = 45;  // a narrower block is a list as likely as not

// Words that never end a line's sense.
constexpr auto open_words = std::to_array<std::string_view>({
    "&",     "a",     "an",    "and",  "are",   "as",        "at",      "be",    "between",
    "both",  "but",   "by",    "can",  "each",  "for",       "from",    "has",   "have",
    "his",   "her",   "i",     "if",   "in",    "including", "into",    "is",    "its",
    "my",    "nor",   "not",   "of",   "on",    "or",        "our",     "per",   "so",
    "such",  "than",  "that",  "the",  "their", "these",     "this",    "those", "through",
    "to",    "under", "using", "via",  "was",   "were",      "when",    "where", "which",
    "while", "who",   "whose", "will", "with",  "within",    "without", "your",
});

// First words of entries in resumes that have no telling ending.
constexpr auto entry_verbs = std::to_array<std::string_view>({
    "Achieve",   "Act",      "Adapt",       "Address",  "Answer",    "Assist",     "Attend",
    "Balance",   "Began",    "Bring",       "Brought",  "Build",     "Built",      "Calm",
    "Coach",     "Collect",  "Communicate", "Complete", "Conduct",   "Coordinate", "Create",
    "Deal",      "Deliver",  "Develop",     "Drive",    "Drove",     "Ensure",     "Establish",
    "Follow",    "Gave",     "Give",        "Greet",    "Grew",      "Handle",     "Help",
    "Hire",      "Identify", "Implement",   "Interact", "Keep",      "Kept",       "Lead",
    "Learn",     "Led",      "Listen",      "Made",     "Maintain",  "Make",       "Manage",
    "Meet",      "Mentor",   "Met",         "Monitor",  "Negotiate", "Operate",    "Organize",
    "Oversaw",   "Oversee",  "Perform",     "Plan",     "Prepare",   "Process",    "Promote",
    "Provide",   "Ran",      "Receive",     "Resolve",  "Respond",   "Run",        "Schedule",
    "Sell",      "Sent",     "Serve",       "Set",      "Sold",      "Solve",      "Spoke",
    "Supervise", "Support",  "Taught",      "Teach",    "Took",      "Train",      "Won",
    "Work",      "Write",    "Wrote",
});

std::string_view first_word(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_first_of(" \t", begin) - begin);
}

std::string_view last_word(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  if (end == std::string_view::npos) return {};
  const std::size_t blank = line.find_last_of(" \t", end);
  return line.substr(blank + 1, end - blank);  // npos + 1 is 0
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    if (utf8::is_word(next.code)) return true;
    at += next.length;
  }
  return false;
}

bool starts_lower(std::string_view word) {
  return !word.empty() && utf8::is_lower(utf8::decode(word, 0).code);
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.starts_with("http") ||
         word.starts_with("www.") || word.find(".com") != std::string_view::npos;
}

// "Managed", "Resolving", "Ensure": an entry of its own begins.
bool starts_with_verb(std::string_view line) {
  const auto word = first_word(line);
  if (word.size() < 3 || !utf8::is_upper(utf8::decode(word, 0).code)) return false;
  return word.ends_with("ed") || word.ends_with("ing") ||
         std::ranges::find(entry_verbs, word) != entry_verbs.end();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "2019 - 2021", "June 2020", "Present": what stands at the end of a job's line.
bool ends_with_date(std::string_view line) {
  auto word = last_word(line);
  while (!word.empty() && (word.back() == ')' || word.back() == ',')) word.remove_suffix(1);
  if (word == "Present" || word == "present" || word == "Current" || word == "Now") return true;
  return word.size() >= 4 && std::ranges::all_of(word.substr(word.size() - 4), is_digit) &&
         (word.size() == 4 || !is_digit(word[word.size() - 5])) &&
         (word.substr(word.size() - 4, 2) == "19" || word.substr(word.size() - 4, 2) == "20");
}

bool all_capitals(std::string_view line) {
  bool upper = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto next = utf8::decode(line, at);
    if (utf8::is_lower(next.code)) return false;
    upper = upper || utf8::is_upper(next.code);
    at += next.length;
  }
  return upper;
}

bool open_bracket(std::string_view line) {
  return std::ranges::count(line, '(') > std::ranges::count(line, ')');
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == ')' || line.back() == '\'')) {
    line.remove_suffix(1);
  }
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

bool ends_open(std::string_view line) {
  if (line.back() == ',' || line.back() == '-' || line.back() == '/') return true;
  const std::string word = utf8::lower(last_word(line));
  return std::ranges::find(open_words, word) != open_words.end() || open_bracket(line);
}

class Grouper {
 public:
  Grouper(std::string_view text, const std::vector<Line>& lines, const std::vector<Placed>& placed)
      : text_(text), lines_(lines), placed_(placed) {}

  std::vector<Paragraph> group() {
    find_margins();
    find_wrapped();
    for (std::size_t i = 0; i < lines_.size(); ++i) take(i);
    // A text of one line is always a unit, even a lone dash.
    if (out_.empty() && lines_.size() == 1) out_.push_back({lines_[0].begin, lines_[0].end});
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view content(std::size_t i) const {
    const std::size_t begin = placed_[i].heading_end;
    return text_.substr(begin, lines_[i].end - begin);
  }

  // The right margin near each line: the greatest extent of the lines around it that stand in the
  // same column of the same page. A line with an unbreakable address tells nothing.
  void find_margins() {
    margins_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::size_t first = i < window ? 0 : i - window;
      const std::size_t last = std::min(lines_.size(), i + window + 1);
      for (std::size_t j = first; j < last; ++j) {
        if (shares_column(lines_[i], lines_[j])) {
          margins_[i] = std::max(margins_[i], lines_[j].extent.right);
        }
      }
    }
  }

  // Runs of three lines or more that all reach their own margin: surely a wrapped paragraph, even
  // where the lines around it are longer.
  void find_wrapped() {
    wrapped_.resize(lines_.size());
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && same_run(end)) ++end;
      if (end - begin >= 3 && is_wrapped(begin, end)) {
        for (std::size_t i = begin + 1; i < end; ++i) wrapped_[i] = true;
      }
      begin = end;
    }
  }

  [[nodiscard]] bool same_run(std::size_t i) const {
    const Line& line = lines_[i];
    const bool heading =
        placed_[i].heading_end != line.begin || placed_[i - 1].heading_end != lines_[i - 1].begin;
    return !line.starts_paragraph && line.may_wrap && line.role != BlockRole::list_item &&
           !heading && shares_column(line, lines_[i - 1]) && bullet_length(content(i)) == 0;
  }

  [[nodiscard]] bool is_wrapped(std::size_t begin, std::size_t end) const {
    double margin = 0;
    for (std::size_t i = begin; i < end; ++i) margin = std::max(margin, lines_[i].extent.right);
    if (!is_wide(begin, margin)) return false;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!reaches(i, i + 1, margin)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_wide(std::size_t i, double margin) const {
    const Extent& extent = lines_[i].extent;
    return (margin - extent.left) / extent.per_character >= min_characters;
  }

  // The first word of line `b` would not have fitted on line `a`.
  [[nodiscard]] bool reaches(std::size_t a, std::size_t b, double margin) const {
    const Extent& extent = lines_[a].extent;
    const auto word = static_cast<double>(utf8::width(first_word(content(b))) + 1);
    return extent.right + extent.per_character * word > margin - 0.02 * (margin - extent.left);
  }

  static bool shares_column(const Line& a, const Line& b) {
    return a.extent.page == b.extent.page && a.extent.left < b.extent.right &&
           b.extent.left < a.extent.right;
  }

  void take(std::size_t i) {
    const Line& line = lines_[i];
    std::size_t begin = placed_[i].heading_end;
    const bool heads = begin != line.begin;
    if (begin == line.end) {  // a heading of its own
      open_ = false;
      bare_mark_ = false;
      return;
    }
    std::size_t mark = heads ? 0 : bullet_length(content(i));
    if (mark != 0 && goes_on_with_dash(i)) mark = 0;
    if (mark == content(i).size()) {  // its text is on the next line
      open_ = false;
      bare_mark_ = lines_.size() > 1;
      return;
    }
    if (!has_word(content(i))) {
      open_ = false;
      if (lines_.size() > 1) return;
    }
    begin += mark;
    while (begin < line.end && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
    const bool item = mark != 0 || bare_mark_ || line.role == BlockRole::list_item;
    if (open_ && mark == 0 && !heads && !bare_mark_ && continues(i)) {
      out_.back().end = line.end;
    } else {
      out_.push_back({begin, line.end, item, placed_[i].section});
      first_line_ = i;
    }
    bare_mark_ = false;
    open_ = line.may_wrap;
    last_line_ = i;
  }

  // "… our call center" / "- the largest of its kind - to": a dash that begins a line by chance.
  [[nodiscard]] bool goes_on_with_dash(std::size_t i) const {
    if (!open_ || i == 0 || lines_[i].starts_paragraph) return false;
    const auto here = content(i);
    const bool dash = here.starts_with("- ") || here.starts_with("\xE2\x80\x93 ") ||
                      here.starts_with("\xE2\x80\x94 ");
    return dash && starts_lower(first_word(here.substr(here.find(' ')))) && full(last_line_, i) &&
           !ends_sentence(content(last_line_)) && !out_.back().bullet;
  }

  // The break after line `a` may be due to the margin alone.
  [[nodiscard]] bool full(std::size_t a, std::size_t b) const {
    return wrapped_[b] || (is_wide(a, margins_[a]) && reaches(a, b, margins_[a]));
  }

  [[nodiscard]] bool crosses_page(std::size_t i) const {
    const int above = lines_[last_line_].extent.page;
    return above > 0 && lines_[i].extent.page == above + 1;
  }

  // The lower line begins with a small letter, but the upper one was not cut by the margin. Mostly
  // it goes on; not so in a list of small letters, nor below a short entry ("Microsoft Office" /
  // "conflict resolution").
  [[nodiscard]] bool goes_on_small(std::string_view upper, std::string_view lower,
                                   std::size_t i) const {
    if (starts_lower(first_word(content(first_line_)))) return false;
    const auto word = first_word(lower);
    if (std::ranges::find(open_words, word) != open_words.end()) return true;
    if (lines_[i].extent.page > 0 && reaches(last_line_, i, margins_[last_line_])) return true;
    return out_.back().bullet || starts_with_verb(upper) ||
           std::ranges::count(upper, ' ') >= short_entry_words;
  }

  [[nodiscard]] bool continues(std::size_t i) const {
    const Line& here = lines_[i];
    const Line& above = lines_[last_line_];
    if (!here.may_wrap || placed_[i].section != placed_[last_line_].section) return false;
    const auto upper = content(last_line_);
    const auto lower = content(i);
    const bool small = starts_lower(first_word(lower));
    if (here.starts_paragraph) return crosses_page(i) && small && !ends_sentence(upper);
    const bool item = above.role == BlockRole::list_item || here.role == BlockRole::list_item;
    if (!item && here.role != above.role) return false;
    if (here.role == BlockRole::list_item && above.role != BlockRole::list_item) return false;
    if (letter_line(upper) != LetterLine::other) return false;
    return flows(upper, lower, i, small);
  }

  // By wording and width, for two lines that may be one paragraph by their look.
  [[nodiscard]] bool flows(std::string_view upper, std::string_view lower, std::size_t i,
                           bool small) const {
    const bool is_full = full(last_line_, i);
    const bool open = ends_open(upper);
    if (lines_[i].emphasised != lines_[last_line_].emphasised && !open && !is_full) return false;
    if (is_address(first_word(lower)) && !open && !is_full) return false;
    if (ends_sentence(upper)) return is_full || (small && ends_in_abbreviation(upper));
    if (open) return true;
    if (small) return is_full || goes_on_small(upper, lower, i);
    if (ends_with_date(upper) || upper.back() == ':') return false;
    if (all_capitals(upper) && !all_capitals(lower)) return false;
    return is_full && !starts_with_verb(lower);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const std::vector<Placed>& placed_;
  std::vector<double> margins_{};
  std::vector<bool> wrapped_{};
  std::vector<Paragraph> out_{};
  bool open_ = false;           // the last paragraph may go on
  bool bare_mark_ = false;      // the last line was a lone bullet
  std::size_t first_line_ = 0;  // of the last paragraph
  std::size_t last_line_ = 0;
};

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text, const std::vector<Line>& lines,
                                       const std::vector<Placed>& placed) {
  return Grouper(text, lines, placed).group();
}

}  // namespace rapport
