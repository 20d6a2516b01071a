#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace rapport {
namespace {

constexpr int first_year = 1950;
constexpr int last_year = 2099;

enum class Is { word, number, dash, slash, dot, comma, apostrophe, other };

struct Piece {
  Is is = Is::other;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string word{};  // in lower case
  int number = 0;
  std::size_t digits = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The length of an en dash, an em dash or another of their kind (U+2010 to U+2015, U+2212).
std::size_t long_dash(std::string_view text) {
  if (!text.starts_with("\xE2")) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() < 3) return 0;
  if (byte(1) == 0x80 && byte(2) >= 0x90 && byte(2) <= 0x95) return 3;
  return byte(1) == 0x88 && byte(2) == 0x92 ? 3 : 0;
}

std::size_t quote_mark(std::string_view text) {
  if (text.starts_with('\'')) return 1;
  return text.starts_with("’") || text.starts_with("‘") ? 3 : 0;
}

Piece sign(std::string_view rest, std::size_t at) {
  Piece piece{.begin = at, .end = at + 1};
  if (const std::size_t length = long_dash(rest); length > 0) {
    piece.is = Is::dash;
    piece.end = at + length;
  } else if (const std::size_t mark = quote_mark(rest); mark > 0) {
    piece.is = Is::apostrophe;
    piece.end = at + mark;
  } else {
    const char c = rest.front();
    piece.is = c == '-'   ? Is::dash
               : c == '/' ? Is::slash
               : c == '.' ? Is::dot
               : c == ',' ? Is::comma
                          : Is::other;
  }
  return piece;
}

Piece number_at(std::string_view text, std::size_t at) {
  Piece piece{.is = Is::number, .begin = at, .end = at};
  while (piece.end < text.size() && is_digit(text[piece.end])) {
    if (piece.digits < 6) piece.number = piece.number * 10 + (text[piece.end] - '0');
    ++piece.digits;
    ++piece.end;
  }
  return piece;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.front() == ' ' || rest.front() == '\n' || rest.front() == '\t') {
      ++at;
      continue;
    }
    if (is_digit(rest.front())) {
      pieces.push_back(number_at(text, at));
    } else if (is_letter(rest.front()) && long_dash(rest) == 0 && quote_mark(rest) == 0) {
      Piece piece{.is = Is::word, .begin = at, .end = at};
      while (piece.end < text.size() && is_letter(text[piece.end]) &&
             long_dash(text.substr(piece.end)) == 0 && quote_mark(text.substr(piece.end)) == 0) {
        const char c = text[piece.end++];
        piece.word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
      pieces.push_back(std::move(piece));
    } else {
      pieces.push_back(sign(rest, at));
    }
    at = pieces.back().end;
  }
  return pieces;
}

// 1 to 12; 0 for what is no month. "sept" and "sep" are both written.
int month_of(std::string_view word) {
  static constexpr std::array names = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view name = names[i];
    if (word == name || (word.size() <= 4 && name.starts_with(word)))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_season(std::string_view word) {
  return word == "spring" || word == "summer" || word == "fall" || word == "autumn" ||
         word == "winter";
}

bool is_now(std::string_view word) {
  static constexpr std::array words = {"present", "current", "currently", "now",
                                       "today",   "ongoing", "date"};
  return std::ranges::find(words, word) != words.end();
}

bool is_until(std::string_view word) {
  return word == "to" || word == "until" || word == "till" || word == "through" || word == "thru";
}

struct Found {
  Month month{};
  std::size_t next = 0;    // piece behind it
  bool year_less = false;  // "Jan" of "Jan - Mar 2015"
  bool weak = false;       // "06/19": a date only as part of a range
};

Month in_year(int year) {
  return {.earliest = 12 * year, .latest = 12 * year + 11};
}

Month in_month(int year, int month) {
  return {.earliest = 12 * year + month - 1, .latest = 12 * year + month - 1};
}

class Parser {
 public:
  explicit Parser(std::string_view text) : pieces_(pieces_of(text)) {}

  std::vector<DateRange> all() {
    std::vector<DateRange> ranges;
    for (std::size_t at = 0; at < pieces_.size();) {
      std::size_t next = at + 1;
      if (const auto found = range(at, next)) ranges.push_back(*found);
      at = next;
    }
    return ranges;
  }

 private:
  Is is(std::size_t at) const { return at < pieces_.size() ? pieces_[at].is : Is::other; }
  std::string_view word(std::size_t at) const {
    return is(at) == Is::word ? std::string_view(pieces_[at].word) : std::string_view();
  }
  bool is_year(std::size_t at) const {
    return is(at) == Is::number && pieces_[at].digits == 4 && pieces_[at].number >= first_year &&
           pieces_[at].number <= last_year;
  }
  bool is_short(std::size_t at) const { return is(at) == Is::number && pieces_[at].digits <= 2; }
  bool glued(std::size_t a, std::size_t b) const { return pieces_[a].end == pieces_[b].begin; }
  int number(std::size_t at) const { return pieces_[at].number; }

  // Two digits of a year; what lies far ahead is of the century before.
  static int full_year(int two) { return two < 60 ? 2000 + two : 1900 + two; }

  std::optional<Found> date(std::size_t at) const {
    if (is(at) == Is::word) return named(at);
    if (is(at) != Is::number) return std::nullopt;
    if (is_short(at)) {
      // "1 June 2019", "1st June 2019"
      std::size_t name = at + 1;
      if (word(name) == "st" || word(name) == "nd" || word(name) == "rd" || word(name) == "th")
        ++name;
      if (month_of(word(name)) > 0) return named(name);
      return in_figures(at);
    }
    return is_year(at) ? std::optional(from_year(at)) : std::nullopt;
  }

  // "Jan 2015", "Jan. 5, 2015", "January '15", "Summer 2018", and "Jan" alone.
  std::optional<Found> named(std::size_t at) const {
    const int month = month_of(word(at));
    const bool season = is_season(word(at));
    if (month == 0 && !season) return std::nullopt;
    std::size_t next = at + 1;
    if (is(next) == Is::dot) ++next;
    if (is_short(next) && month > 0 && !(is(next + 1) == Is::dash)) {
      std::size_t behind = next + 1;
      if (is(behind) == Is::word && word(behind).size() == 2) ++behind;
      if (is(behind) == Is::comma) ++behind;
      if (is_year(behind)) next = behind;
    }
    if (is(next) == Is::comma || word(next) == "of") ++next;
    const auto of = [&](int year) { return season ? in_year(year) : in_month(year, month); };
    if (is_year(next)) return Found{.month = of(number(next)), .next = next + 1};
    if (is(next) == Is::apostrophe && is_short(next + 1))
      return Found{.month = of(full_year(number(next + 1))), .next = next + 2};
    if (month == 0) return std::nullopt;
    return Found{.month = in_month(0, month), .next = at + 1, .year_less = true};
  }

  // "06/2019", "06.2019", "31/08/2020", "06/19"
  std::optional<Found> in_figures(std::size_t at) const {
    const Is mark = is(at + 1);
    if ((mark != Is::slash && mark != Is::dot && mark != Is::dash) || !glued(at, at + 1) ||
        is(at + 2) != Is::number || !glued(at + 1, at + 2)) {
      return std::nullopt;
    }
    const int first = number(at);
    const bool is_month = first >= 1 && first <= 12;
    if (is_year(at + 2) && is_month)
      return Found{.month = in_month(number(at + 2), first), .next = at + 3};
    if (!is_short(at + 2)) return std::nullopt;
    const int second = number(at + 2);
    if (is(at + 3) == mark && is_year(at + 4) && glued(at + 3, at + 4)) {
      const int month = is_month ? first : second;
      if (month < 1 || month > 12) return std::nullopt;
      return Found{.month = in_month(number(at + 4), month), .next = at + 5};
    }
    if (mark != Is::slash || !is_month || pieces_[at + 2].digits != 2) return std::nullopt;
    return Found{.month = in_month(full_year(second), first), .next = at + 3, .weak = true};
  }

  // "2015", and "2015-03" of ISO 8601: its second part is no later year, as it is in "2009-10".
  Found from_year(std::size_t at) const {
    const int year = number(at);
    const bool parted = (is(at + 1) == Is::dash || is(at + 1) == Is::slash) && is_short(at + 2) &&
                        glued(at, at + 1) && glued(at + 1, at + 2) && pieces_[at + 2].digits == 2;
    if (parted) {
      const int second = number(at + 2);
      if (second >= 1 && second <= 12 && second <= year % 100)
        return {.month = in_month(year, second), .next = at + 3};
    }
    return {.month = in_year(year), .next = at + 1};
  }

  std::optional<DateRange> range(std::size_t at, std::size_t& next) const {
    const bool since = word(at) == "since";
    const std::size_t start = since ? at + 1 : at;
    const auto from = date(start);
    if (!from) return std::nullopt;
    DateRange range{.begin = pieces_[at].begin, .from = from->month, .to = from->month};
    std::size_t behind = from->next;
    if (since && !from->year_less && !from->weak) {
      range.ongoing = true;
    } else if (!read_end(*from, range, behind)) {
      if (from->year_less || from->weak) return std::nullopt;
      range.single = true;
    }
    range.end = pieces_[behind - 1].end;
    next = behind;
    return range;
  }

  // What stands behind "–" or "to"; false where no range goes on.
  bool read_end(const Found& from, DateRange& range, std::size_t& behind) const {
    std::size_t at = behind;
    bool joined = false;
    while (is(at) == Is::dash || is_until(word(at))) {
      joined = true;
      ++at;
    }
    if (!joined) return false;
    if (word(at) == "the") ++at;
    if (is_now(word(at)) && !from.year_less) {
      range.ongoing = true;
      behind = at + 1;
      return true;
    }
    if (const auto to = date(at); to && !to->year_less) {
      range.to = to->month;
      if (from.year_less) range.from = same_year(from.month, to->month);
      behind = to->next;
      return true;
    }
    return short_year(from, range, at, behind);
  }

  static Month same_year(Month month, Month end) {
    const int year = end.latest / 12;
    return {.earliest = 12 * year + month.earliest, .latest = 12 * year + month.latest};
  }

  // "2012-14"
  bool short_year(const Found& from, DateRange& range, std::size_t at, std::size_t& behind) const {
    const bool year_only = from.month.latest - from.month.earliest == 11;
    if (!is_short(at) || pieces_[at].digits != 2 || !year_only) return false;
    const int century = from.month.earliest / 1200 * 100;
    const int year = century + number(at);
    if (year < from.month.earliest / 12) return false;
    range.to = in_year(year);
    behind = at + 1;
    return true;
  }

  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<DateRange> date_ranges(std::string_view text) {
  return Parser(text).all();
}

}  // namespace rapport
