#include "report/quote.hpp"

#include <algorithm>

#include "report/display.hpp"

namespace rapport {
namespace {

// Sorted, without overlaps, within the unit.
std::vector<Span> merged(std::vector<Span> spans, Span unit) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> result;
  for (Span span : spans) {
    span.begin = std::clamp(span.begin, unit.begin, unit.end);
    span.end = std::clamp(span.end, span.begin, unit.end);
    if (span.begin == span.end) continue;
    if (!result.empty() && span.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, span.end);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

Quote fragments(std::string_view text, Span unit, const std::vector<Span>& marked) {
  Quote quote;
  const auto add = [&](std::size_t begin, std::size_t end, bool mark) {
    std::string piece = printable(text.substr(begin, end - begin));
    if (!piece.empty()) quote.push_back({std::move(piece), mark});
  };
  std::size_t at = unit.begin;
  for (const Span& span : marked) {
    add(at, span.begin, false);
    add(span.begin, span.end, true);
    at = span.end;
  }
  add(at, unit.end, false);
  return quote;
}

struct Word {
  Quote pieces{};
  int width = 0;
  bool marked = false;
  bool blank_marked = false;  // the blank ahead of it is inside a marked range
};

std::vector<Word> words_of(const Quote& quote) {
  std::vector<Word> words(1);
  for (const Fragment& fragment : quote) {
    std::string_view text = fragment.text;
    while (true) {
      const std::size_t blank = text.find(' ');
      const std::string_view piece = text.substr(0, blank);
      if (!piece.empty()) {
        Word& word = words.back();
        word.pieces.push_back({std::string(piece), fragment.marked});
        word.width += display_width(piece);
        word.marked = word.marked || fragment.marked;
      }
      if (blank == std::string_view::npos) break;
      if (!words.back().pieces.empty()) words.emplace_back();
      words.back().blank_marked = fragment.marked;
      text.remove_prefix(blank + 1);
    }
  }
  if (words.back().pieces.empty()) words.pop_back();
  return words;
}

// The words [first, last) to keep.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  int width = 0;
};

constexpr int ellipsis = 2;  // "…" and a blank

Window marked_words(const std::vector<Word>& words, int columns) {
  Window window;
  while (window.first < words.size() && !words[window.first].marked) ++window.first;
  if (window.first == words.size()) window.first = 0;
  window.last = window.first;
  while (window.last < words.size() && (window.last == window.first || words[window.last].marked)) {
    const int width = words[window.last].width + (window.last > window.first ? 1 : 0);
    if (window.last > window.first && window.width + width > columns) break;
    window.width += width;
    ++window.last;
  }
  return window;
}

// What was done before, and what came of it: a word of each in turn.
Window widened(Window window, const std::vector<Word>& words, int columns) {
  for (int turn = 0;; ++turn) {
    const auto fits = [&](std::size_t word) {
      return window.width + 1 + words[word].width <= columns;
    };
    const bool before = window.first > 0 && fits(window.first - 1);
    const bool after = window.last < words.size() && fits(window.last);
    if (!before && !after) return window;
    if (before && (turn % 2 == 1 || !after)) {
      window.width += 1 + words[--window.first].width;
    } else {
      window.width += 1 + words[window.last++].width;
    }
  }
}

void append(Quote& quote, std::string_view text, bool marked) {
  if (!quote.empty() && quote.back().marked == marked) {
    quote.back().text += text;
  } else {
    quote.push_back({std::string(text), marked});
  }
}

Quote joined(const std::vector<Word>& words, const Window& window, int columns) {
  Quote quote;
  if (window.first > 0) append(quote, "… ", false);
  for (std::size_t i = window.first; i < window.last; ++i) {
    if (i > window.first) append(quote, " ", words[i].blank_marked);
    for (const Fragment& piece : words[i].pieces) {
      append(quote, words[i].width > columns ? shortened(piece.text, columns) : piece.text,
             piece.marked);
    }
  }
  if (window.last < words.size()) append(quote, " …", false);
  return quote;
}

}  // namespace

Quote quote(std::string_view text, Span unit, std::vector<Span> marked, int columns) {
  const std::vector<Word> words = words_of(fragments(text, unit, merged(std::move(marked), unit)));
  Window whole{.last = words.size(), .width = -1};
  for (const Word& word : words) whole.width += word.width + 1;
  if (whole.width <= columns) return joined(words, whole, columns);
  const int room = std::max(1, columns - 2 * ellipsis);
  return joined(words, widened(marked_words(words, room), words, room), room);
}

}  // namespace rapport
