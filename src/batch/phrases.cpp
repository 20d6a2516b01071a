#include "batch/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

#include "assess/likeness.hpp"
#include "base/sha256.hpp"

namespace rapport {

namespace {

constexpr std::size_t key_length = 24;

bool is_own_writing(SectionKind kind) {
  switch (kind) {
    case SectionKind::contact:
    case SectionKind::education:
    case SectionKind::certifications:
    case SectionKind::awards:
    case SectionKind::languages:
    case SectionKind::references:
      return false;
    default:
      return true;
  }
}

bool is_wanted(const Document& document, const Unit& unit) {
  if (unit.kind == UnitKind::heading) return false;
  return unit.section >= document.sections.size() ||
         is_own_writing(document.sections[unit.section].kind);
}

// Not within a character of several bytes.
std::string cut_words(std::string text) {
  if (text.size() <= longest_sentence) return text;
  const std::size_t blank = text.rfind(' ', longest_sentence);
  text.resize(blank == std::string::npos ? 0 : blank);
  return text;
}

}  // namespace

std::vector<PhraseRecord> phrases_of(const Application& application) {
  std::map<std::string, PhraseRecord> found;
  for (const Reading& reading : application.readings) {
    const Document& document = reading.document;
    if (document.kind == DocumentKind::posting) continue;
    for (const Unit& unit : document.units) {
      if (!is_wanted(document, unit)) continue;
      const auto words = plain_words(document.slice(unit.begin, unit.end));
      if (words.size() < fewest_shared_words) continue;
      std::string text = fmt::format("{}", fmt::join(words, " "));
      std::string key = sha256(text).substr(0, key_length);
      PhraseRecord phrase{.key = key, .words = words.size(), .text = cut_words(std::move(text))};
      found.emplace(std::move(key), std::move(phrase));
    }
  }
  std::vector<PhraseRecord> phrases;
  for (auto& [key, phrase] : found) {
    if (phrases.size() == most_phrases) break;
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace rapport
