#include "match/repeats.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace rapport {
namespace {

constexpr std::size_t opening_words = 2;  // small words not counted: "worked with customers"
constexpr std::size_t longest_opening = 4;
constexpr std::size_t fewest_openings = 3;
constexpr std::size_t run_words = 5;
// Of a run, so many words must say something: not small words, not names, not figures.
constexpr std::size_t fewest_telling = 3;

bool is_small(std::string_view word) {
  static constexpr std::array words = {
      "and", "or",  "of", "in", "on",  "at",   "to",  "for",   "by",  "as",  "with",  "from",   "a",
      "an",  "the", "i",  "my", "all", "each", "any", "every", "new", "our", "their", "various"};
  return std::ranges::find(words, word) != words.end();
}

bool is_figure(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

class Finder {
 public:
  Finder(const std::vector<Folded>& units, const std::vector<std::string_view>& sources)
      : units_(units), sources_(sources), told_(units.size()) {}

  std::vector<Repeat> find() {
    find_runs();
    find_openings();
    std::ranges::stable_sort(repeats_, {}, [](const Repeat& repeat) {
      return std::pair(repeat.front().unit, repeat.front().span.begin);
    });
    return std::move(repeats_);
  }

 private:
  struct At {
    std::size_t unit;
    std::size_t token;
  };

  std::string_view word(At at) const {
    return units_[at.unit].word(units_[at.unit].tokens[at.token]);
  }

  FoldedRange span(At at, std::size_t words) const {
    const auto& tokens = units_[at.unit].tokens;
    return {tokens[at.token].begin, tokens[at.token + words - 1].end};
  }

  std::string key(At at, std::size_t words) const {
    std::string key;
    for (std::size_t i = 0; i < words; ++i) (key += word({at.unit, at.token + i})) += ' ';
    return key;
  }

  bool is_told(At at, std::size_t words) const {
    const FoldedRange here = span(at, words);
    return std::ranges::any_of(told_[at.unit],
                               [&](const FoldedRange& range) { return range.overlaps(here); });
  }

  bool is_capital(At at) const {
    const Token& token = units_[at.unit].tokens[at.token];
    const char first = sources_[at.unit][units_[at.unit].origin[token.begin]];
    return first >= 'A' && first <= 'Z';
  }

  bool tells(At at, std::size_t words) const {
    std::size_t telling = 0;
    for (std::size_t i = at.token; i < at.token + words; ++i) {
      const std::string_view text = word({at.unit, i});
      const bool name = i > 0 && is_capital({at.unit, i});
      if (!name && !is_small(text) && !is_figure(text)) ++telling;
    }
    return telling >= fewest_telling;
  }

  // How many words two places share from here on.
  std::size_t shared(At a, At b) const {
    const std::size_t most =
        std::min(units_[a.unit].tokens.size() - a.token, units_[b.unit].tokens.size() - b.token);
    std::size_t words = 0;
    while (words < most && word({a.unit, a.token + words}) == word({b.unit, b.token + words})) {
      ++words;
    }
    return words;
  }

  void find_runs() {
    std::unordered_map<std::string, std::vector<At>> runs;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      for (std::size_t i = 0; i + run_words <= units_[unit].tokens.size(); ++i)
        runs[key({unit, i}, run_words)].push_back({unit, i});
    }
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      for (std::size_t i = 0; i + run_words <= units_[unit].tokens.size(); ++i)
        tell_run({unit, i}, runs[key({unit, i}, run_words)]);
    }
  }

  void tell_run(At first, const std::vector<At>& places) {
    const auto second =
        std::ranges::find_if(places, [&](const At& place) { return place.unit > first.unit; });
    if (second == places.end() || is_told(first, run_words)) return;
    std::size_t words = shared(first, *second);
    if (!tells(first, words)) return;
    // "to customers based on their needs and" is told up to "needs".
    while (is_small(word({first.unit, first.token + words - 1}))) --words;
    Repeat repeat = {{first.unit, span(first, words)}};
    for (const At& place : places) {
      if (place.unit > repeat.back().unit && shared(first, place) >= words)
        repeat.push_back({place.unit, span(place, words)});
    }
    tell(std::move(repeat));
  }

  // How many words a unit's opening has; 0 where it is none that could repeat.
  std::size_t opening_of(std::size_t unit) const {
    const std::size_t all = units_[unit].tokens.size();
    if (all == 0 || is_small(word({unit, 0}))) return 0;
    std::size_t telling = 0;
    for (std::size_t i = 0; i + 1 < all && i < longest_opening; ++i) {
      const std::string_view text = word({unit, i});
      if (is_figure(text)) return 0;
      if (is_small(text)) continue;
      if (i > 0 && is_capital({unit, i})) return 0;  // a title: "Vice President"
      if (++telling == opening_words) return is_told({unit, 0}, i + 1) ? 0 : i + 1;
    }
    return 0;
  }

  void find_openings() {
    std::map<std::string, Repeat> openings;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      const std::size_t words = opening_of(unit);
      if (words > 0) openings[key({unit, 0}, words)].push_back({unit, span({unit, 0}, words)});
    }
    for (auto& [words, repeat] : openings) {
      if (repeat.size() >= fewest_openings) tell(std::move(repeat));
    }
  }

  void tell(Repeat repeat) {
    for (const RepeatedIn& place : repeat) told_[place.unit].push_back(place.span);
    repeats_.push_back(std::move(repeat));
  }

  const std::vector<Folded>& units_;
  const std::vector<std::string_view>& sources_;
  std::vector<std::vector<FoldedRange>> told_;  // by unit
  std::vector<Repeat> repeats_{};
};

}  // namespace

std::vector<Repeat> repeats(const std::vector<Folded>& units,
                            const std::vector<std::string_view>& sources) {
  return Finder(units, sources).find();
}

}  // namespace rapport
