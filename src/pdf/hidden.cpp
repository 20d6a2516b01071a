#include "pdf/hidden.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "pdf/ink.hpp"
#include "pdf/segments.hpp"

namespace rapport {
namespace {

constexpr double tiny = 2.05;     // points; legal small print has five
constexpr double tiny_box = 2.6;  // boxes are somewhat higher than their font

bool is_tiny(const PrintedWord& word) {
  const bool lies = word.rotation % 2 == 0;
  const double height = lies ? word.box.height() : word.box.width();
  return word.text.size() > 1 && word.size <= tiny && height <= tiny_box;
}

bool same_line(const PrintedWord& a, const PrintedWord& b) {
  return a.rotation == b.rotation && vertical_overlap(a.box, b.box) > 0.5;
}

// Calls `visit` with the first and one past the last word of each run of words on one line.
template <class Visit>
void each_run(const std::vector<PrintedWord>& words, Visit visit) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && same_line(words[end - 1], words[end])) ++end;
    visit(begin, end);
    begin = end;
  }
}

}  // namespace

void mark_tiny(const std::vector<PrintedWord>& words, std::vector<Hiding>& hiding) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_tiny(words[i])) hiding[i] = Hiding::size;
  }
}

void mark_inkless(const Raster& page, const std::vector<PrintedWord>& words,
                  std::vector<Hiding>& hiding) {
  const std::vector<bool> inkless = without_ink(page, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (inkless[i] && hiding[i] == Hiding::none) hiding[i] = Hiding::ink;
  }
}

void spare_misplaced(const std::vector<PrintedWord>& words, std::vector<Hiding>& hiding) {
  constexpr std::size_t shortest = 4;
  each_run(words, [&](std::size_t begin, std::size_t end) {
    const auto from = hiding.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = hiding.begin() + static_cast<std::ptrdiff_t>(end);
    const bool whole = end - begin >= shortest && std::find(from, to, Hiding::none) == to;
    if (!whole) std::fill(from, to, Hiding::none);
  });
}

std::vector<HiddenText> take_hidden(std::vector<PrintedWord>& words,
                                    const std::vector<Hiding>& hiding, int page) {
  std::vector<HiddenText> result;
  std::vector<PrintedWord> seen;
  const PrintedWord* last = nullptr;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (hiding[i] == Hiding::none) continue;
    const HiddenBy by = hiding[i] == Hiding::size ? HiddenBy::size : HiddenBy::ink;
    const PrintedWord& word = words[i];
    if (last == nullptr || result.back().by != by || !same_line(*last, word)) {
      result.push_back({.text = word.text, .place = {.page = page, .box = word.box}, .by = by});
    } else {
      result.back().text += ' ' + word.text;
      result.back().place.box = enclosing(*result.back().place.box, word.box);
    }
    last = &word;
  }
  if (result.empty()) return result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (hiding[i] == Hiding::none) seen.push_back(std::move(words[i]));
  }
  words = std::move(seen);
  return result;
}

}  // namespace rapport
