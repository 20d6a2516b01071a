#include "text/hyphens.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr std::size_t max_part = 40;  // bytes

// First parts of compounds that keep their hyphen.
constexpr auto first_parts = std::to_array<std::string_view>({
    "all",    "anti",     "back",   "best",   "bi",       "brick",    "business", "client",
    "close",  "co",       "cost",   "cross",  "customer", "data",     "day",      "decision",
    "detail", "double",   "e",      "early",  "end",      "entry",    "ex",       "eye",
    "face",   "family",   "fast",   "first",  "five",     "follow",   "four",     "front",
    "full",   "goal",     "good",   "half",   "hand",     "hands",    "hard",     "high",
    "home",   "in",       "inter",  "large",  "life",     "long",     "low",      "market",
    "mid",    "middle",   "multi",  "new",    "non",      "off",      "office",   "on",
    "one",    "open",     "part",   "people", "person",   "point",    "post",     "pre",
    "pro",    "problem",  "quick",  "re",     "real",     "resource", "results",  "right",
    "role",   "sales",    "school", "second", "self",     "service",  "short",    "six",
    "small",  "solution", "state",  "step",   "strong",   "sub",      "table",    "task",
    "team",   "tech",     "ten",    "third",  "three",    "time",     "top",      "two",
    "under",  "up",       "user",   "value",  "vice",     "walk",     "web",      "well",
    "wide",   "work",     "world",  "year",
});

// Short first parts that begin plain words far more often ("in-" + "terest", "re-" + "late"): a
// compound only when the document itself writes it so.
constexpr auto doubtful_parts = std::to_array<std::string_view>({
    "anti",
    "bi",
    "ex",
    "in",
    "inter",
    "on",
    "post",
    "pre",
    "pro",
    "re",
    "sub",
    "under",
    "up",
});

// Second parts that are no plausible syllables.
constexpr auto second_parts = std::to_array<std::string_view>({
    "based",    "building",  "centered", "centric",    "class",   "conscious", "depth",
    "driven",   "effective", "employed", "facing",     "focused", "friendly",  "functional",
    "hour",     "job",       "level",    "making",     "minded",  "motivated", "old",
    "oriented", "owned",     "paced",    "performing", "person",  "quality",   "related",
    "selling",  "service",   "setting",  "sided",      "site",    "solving",   "speaking",
    "standing", "starter",   "step",     "store",      "taught",  "term",      "time",
    "to",       "track",     "volume",   "week",       "wide",    "year",
});

// "short-" + "and long-term": the hyphen hangs.
constexpr auto connectives = std::to_array<std::string_view>({"and", "but", "or"});

template <class Table>
bool in(const Table& table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

// Looks back `max_part` bytes: joined lines may make a word without end.
std::size_t word_begin(std::string_view text, std::size_t end) {
  const std::size_t limit = end < max_part ? 0 : end - max_part;
  while (end > limit) {
    const auto last = utf8::decode_before(text, end);
    if (!utf8::is_word(last.code)) break;
    end -= last.length;
  }
  return end;
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  while (begin < text.size()) {
    const auto next = utf8::decode(text, begin);
    if (!utf8::is_word(next.code)) break;
    begin += next.length;
  }
  return begin;
}

}  // namespace

void Hyphens::learn(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = word_end(line, at);
    if (end == at) {
      at += utf8::decode(line, at).length;
      continue;
    }
    // The word, and the compound that it begins.
    std::size_t compound = end;
    while (compound + 1 < line.size() && line[compound] == '-') {
      const std::size_t next = word_end(line, compound + 1);
      if (next == compound + 1 || next - at > 60) break;
      compound = next;
    }
    const bool cut = compound < line.size() && line[compound] == '-' && compound + 1 == line.size();
    if (!cut) {
      words_.insert(utf8::lower(line.substr(at, end - at)));
      if (compound != end) words_.insert(utf8::lower(line.substr(at, compound - at)));
    }
    at = end;
  }
}

LineEnd Hyphens::decide(std::string_view above, std::string_view below, bool soft) const {
  const std::size_t hyphen = above.size() - 1;
  const std::size_t begin = word_begin(above, hyphen);
  const std::string left = utf8::lower(above.substr(begin, hyphen - begin));
  const std::string right(below.substr(0, word_end(below, 0)));
  if (left.empty() || left.size() >= max_part || right.empty() || in(connectives, right))
    return LineEnd::whole;
  if (!utf8::is_lower(utf8::decode(below, 0).code)) return LineEnd::whole;
  if (!utf8::is_letter(utf8::decode_before(above, hyphen).code)) return LineEnd::compound;
  if (soft) return LineEnd::word;
  if (knows(left + right)) return LineEnd::word;
  if (knows(left + '-' + right)) return LineEnd::compound;
  const bool longer = begin > 0 && above[begin - 1] == '-';  // "state-of-the-" + "art"
  if (longer || in(second_parts, right)) return LineEnd::compound;
  if (in(first_parts, left) && !in(doubtful_parts, left)) return LineEnd::compound;
  const bool two_words = left.size() > 3 && right.size() > 3 && knows(left) && knows(right);
  return two_words ? LineEnd::compound : LineEnd::word;
}

}  // namespace rapport
