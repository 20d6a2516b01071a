// A sentence ends at . ! ? … when what follows begins a new one. The full stop is the hard case:
// "St. Louis", "Acme Inc. We sold", "3.5", "e.g. tact", "B.A. in English". The word before it says
// whether it can be an abbreviation, the word after it whether a sentence starts there.
#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"
#include "input/bullet.hpp"

namespace rapport {
namespace {

// Bytes of a word that are looked at: nothing of interest is longer, and hostile text stays linear.
constexpr std::size_t max_word = 64;

// Never end a sentence: a name or a number follows. Lower case, without the last stop.
constexpr auto titles = std::to_array<std::string_view>({
    "approx", "apt", "attn", "capt", "cf",  "col", "dept", "dr",  "e.g", "eg",     "esp", "fig",
    "ft",     "gen", "gov",  "hon",  "i.e", "ie",  "incl", "lt",  "maj", "messrs", "mr",  "mrs",
    "ms",     "mt",  "nos",  "prof", "pvt", "rep", "rev",  "sgt", "st",  "tel",    "viz", "vs",
});

// May end one: it does when a word follows that starts sentences.
constexpr auto doubtful = std::to_array<std::string_view>({
    "acad", "adm",  "admin", "apr", "assn", "assoc", "asst", "aug",  "ave", "avg",  "bldg", "blvd",
    "bros", "co",   "corp",  "ctr", "dec",  "dep",   "dist", "div",  "etc", "exec", "ext",  "feb",
    "fri",  "govt", "hr",    "hrs", "hwy",  "inc",   "inst", "intl", "jan", "jr",   "jul",  "jun",
    "llc",  "ltd",  "max",   "mfg", "mgmt", "mgr",   "min",  "mon",  "mos", "natl", "no",   "nov",
    "oct",  "ph.d", "rd",    "rm",  "sat",  "sep",   "sept", "sq",   "sr",  "ste",  "sun",  "tech",
    "temp", "thu",  "thur",  "tue", "tues", "univ",  "vol",  "wed",  "wk",  "yr",   "yrs",
});

// Capitalised words that start sentences rather than names.
constexpr auto starters = std::to_array<std::string_view>({
    "A",        "Additionally", "After",  "All",     "Also",        "Although", "Always",
    "An",       "And",          "As",     "At",      "Because",     "Before",   "Both",
    "But",      "By",           "During", "Each",    "Ensure",      "Every",    "For",
    "From",     "Furthermore",  "Given",  "Handle",  "Has",         "Have",     "He",
    "Her",      "Here",         "His",    "How",     "However",     "I",        "If",
    "In",       "It",           "Its",    "Led",     "Maintain",    "Manage",   "Many",
    "Moreover", "Most",         "Much",   "My",      "Not",         "On",       "Our",
    "Over",     "Perform",      "Please", "Provide", "Responsible", "Served",   "She",
    "Since",    "So",           "Some",   "Such",    "Thank",       "That",     "The",
    "Their",    "Then",         "There",  "These",   "They",        "This",     "Through",
    "To",       "Under",        "Was",    "We",      "Were",        "What",     "When",
    "Where",    "While",        "With",   "Work",    "You",         "Your",
});

template <class Table>
bool in(const Table& table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool is_terminator(char32_t code) {
  return code == '.' || code == '!' || code == '?' || code == 0x2026 || code == 0x3002;
}

bool is_closer(char32_t code) {
  return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x2019 ||
         code == 0x201D || code == 0xBB;
}

bool is_opener(char32_t code) {
  return code == '"' || code == '\'' || code == '(' || code == '[' || code == 0x2018 ||
         code == 0x201C || code == 0xAB;
}

// "U.S", "a.m", "B.Sc": letters in groups of up to three between stops.
bool is_acronym(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  std::size_t group = 0;
  for (const char c : word) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c == '.' ? group == 0 : !letter) return false;
    group = c == '.' ? 0 : group + 1;
    if (group > 3) return false;
  }
  return group > 0;
}

bool is_initial(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<ByteRange> split() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto next = utf8::decode(text_, at);
      if (is_terminator(next.code)) {
        at = terminator(at);
      } else if (is_bullet(next.code) && divides(at, next.length)) {
        cut(at, at + next.length);
        at += next.length;
      } else {
        at += next.length;
      }
    }
    cut(text_.size(), text_.size());
    return std::move(out_);
  }

 private:
  void cut(std::size_t end, std::size_t next_begin) {
    std::size_t begin = begin_;
    begin_ = next_begin;
    while (begin < end && is_blank(text_[begin])) ++begin;
    // "Sold shoes. *Calmed callers": the second item's mark, on the same line.
    if (!out_.empty() && begin < end && !utf8::is_word(utf8::decode(text_, begin).code)) {
      begin += std::min(bullet_length(text_.substr(begin, end - begin)), end - begin);
    }
    while (end > begin && is_blank(text_[end - 1])) --end;
    if (begin < end) out_.push_back({begin, end});
  }

  // Passes a run of terminators and closers ("?!", "...", ".)"), cutting after it if it ends a
  // sentence. Returns where to go on.
  std::size_t terminator(std::size_t at) {
    std::size_t end = at;
    std::size_t stops = 0;
    bool full_stop = true;  // nothing but "."
    while (end < text_.size()) {
      const auto next = utf8::decode(text_, end);
      if (!is_terminator(next.code)) break;
      full_stop = full_stop && next.code == '.';
      ++stops;
      end += next.length;
    }
    while (end < text_.size() && is_closer(utf8::decode(text_, end).code)) {
      end += utf8::decode(text_, end).length;
    }
    const bool single = full_stop && stops == 1;
    if (end >= text_.size()) return end;
    if (is_blank(text_[end]) ? ends(at, end, single) : single && glued(at, end)) cut(end, end);
    return end;
  }

  [[nodiscard]] std::size_t next_text(std::size_t at) const {
    while (at < text_.size()) {
      const auto next = utf8::decode(text_, at);
      if (!is_blank(text_[at]) && !is_opener(next.code) && !is_bullet(next.code) &&
          next.code != '-' && next.code != '*') {
        break;
      }
      at += next.length;
    }
    return at;
  }

  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && end - at < max_word) {
      const auto next = utf8::decode(text_, end);
      if (!utf8::is_word(next.code) && next.code != '\'' && next.code != 0x2019) break;
      end += next.length;
    }
    return text_.substr(at, end - at);
  }

  // The word before the stop at `at`, with the stops inside it: "U.S" of "U.S."
  [[nodiscard]] std::string_view word_before(std::size_t at) const {
    std::size_t begin = at;
    while (begin > begin_ && at - begin < max_word) {
      const auto last = utf8::decode_before(text_, begin);
      if (!utf8::is_word(last.code) && last.code != '.') break;
      begin -= last.length;
    }
    return text_.substr(begin, at - begin);
  }

  [[nodiscard]] bool starts_sentence(std::string_view word) const {
    if (in(starters, word) || word.starts_with("I'")) return true;
    return word.size() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
  }

  [[nodiscard]] bool ends(std::size_t stop, std::size_t end, bool single) const {
    const std::size_t next = next_text(end);
    if (next >= text_.size()) return false;
    const char32_t first = utf8::decode(text_, next).code;
    if (!utf8::is_upper(first) && !utf8::is_digit(first) && first != '$' && first != '#') {
      // Scripts without cases have no other sign.
      return utf8::is_letter(first) && !utf8::is_lower(first);
    }
    return !single || !abbreviates(word_before(stop), next, text_[stop + 1] != ' ');
  }

  // The stop after `word` belongs to it, given what follows.
  [[nodiscard]] bool abbreviates(std::string_view word, std::size_t next, bool closed) const {
    if (word.empty()) return false;
    const std::string small = utf8::lower(word);
    const auto follower = word_at(next);
    if (in(titles, small)) return !closed;
    if (is_number(word)) return word.size() <= 2 && begins_here(word);
    if (small == "no") return is_number(follower);
    if (small == "etc") return false;
    if (is_initial(word) || is_acronym(word) || in(doubtful, small)) {
      return !closed && (!starts_sentence(follower) || only_introduces(word));
    }
    return false;
  }

  // "2. Sold shoes": the number is all there is of the sentence so far.
  [[nodiscard]] bool begins_here(std::string_view word) const {
    const auto before =
        text_.substr(begin_, static_cast<std::size_t>(word.data() - text_.data()) - begin_);
    return before.find_first_not_of(" \t\n(") == std::string_view::npos;
  }

  // "In my role at Acme Inc. I sold shoes": what stands before the stop is no sentence yet.
  [[nodiscard]] bool only_introduces(std::string_view word) const {
    constexpr auto introductions =
        std::to_array<std::string_view>({"After", "As", "At", "During", "For", "In", "While"});
    const auto end = static_cast<std::size_t>(word.data() - text_.data());
    const auto before = text_.substr(begin_, end - begin_);
    const std::size_t first = before.find_first_not_of(" \t\n");
    if (first == std::string_view::npos || before.size() > 120) return false;
    return in(introductions, word_at(begin_ + first)) && before.find(',') == std::string_view::npos;
  }

  // "callers.Managed": a blank was lost. "Node.Express" and "example.Com" are names.
  [[nodiscard]] bool glued(std::size_t stop, std::size_t end) const {
    if (end != stop + 1 || !utf8::is_upper(utf8::decode(text_, end).code)) return false;
    const auto before = word_before(stop);
    const auto after = word_at(end);
    if (before.size() < 3 || before.find('.') != std::string_view::npos) return false;
    if (!std::ranges::all_of(before.substr(1), [](char c) { return c >= 'a' && c <= 'z'; })) {
      return false;
    }
    const std::size_t next = end + after.size();
    if (next >= text_.size() || (!is_blank(text_[next]) && text_[next] != ',')) return false;
    return starts_sentence(after);
  }

  // "Sold shoes to walk-in customers • Calmed angry callers every day": two items on one line.
  // "Springfield • 555-0100" and "Tact • Patience" are one.
  [[nodiscard]] bool divides(std::size_t at, std::size_t length) const {
    if (at == 0 || !is_blank(text_[at - 1])) return false;
    constexpr int item_words = 4;
    return words_from(begin_, at) >= item_words &&
           words_from(at + length, text_.size()) >= item_words;
  }

  // Words up to `end` or the next bullet; counts no further than it must.
  [[nodiscard]] int words_from(std::size_t at, std::size_t end) const {
    int words = 0;
    bool inside = false;
    end = std::min(end, at + 5 * max_word);
    while (at < end && words < 5) {
      const auto next = utf8::decode(text_, at);
      if (is_bullet(next.code)) break;
      const bool blank = is_blank(text_[at]);
      if (!blank && !inside) ++words;
      inside = !blank;
      at += next.length;
    }
    return words;
  }

  std::string_view text_;
  std::size_t begin_ = 0;  // of the sentence at hand
  std::vector<ByteRange> out_{};
};

}  // namespace

std::vector<ByteRange> split_sentences(std::string_view paragraph) {
  return Splitter(paragraph).split();
}

bool ends_in_abbreviation(std::string_view text) {
  if (text.empty() || text.back() != '.') return false;
  text.remove_suffix(1);
  const std::size_t blank = text.find_last_of(" \t\n(");
  const auto word = utf8::lower(blank == std::string_view::npos ? text : text.substr(blank + 1));
  return in(titles, word) || in(doubtful, word) || is_acronym(word);
}

}  // namespace rapport
