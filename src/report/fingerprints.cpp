#include "report/fingerprints.hpp"

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr std::size_t digits = 32;  // 128 bits: no two of a lifetime's results meet by chance

std::string words_of(std::string_view text) {
  std::string words;
  bool between = false;
  utf8::for_each(utf8::lower(text), [&](const utf8::Decoded& point, std::size_t) {
    if (!point.valid || !utf8::is_word(point.code)) {
      between = true;
      return;
    }
    if (between && !words.empty()) words += ' ';
    between = false;
    utf8::append(words, point.code);
  });
  return words;
}

}  // namespace

std::string Fingerprints::make(std::string_view rule, std::string_view text) {
  const std::string key = fmt::format("{}\n{}", rule, words_of(text));
  const int occurrence = ++seen_[key];
  return sha256(fmt::format("{}\n{}", key, occurrence)).substr(0, digits);
}

}  // namespace rapport
