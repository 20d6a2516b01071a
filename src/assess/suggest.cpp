#include "assess/suggest.hpp"

#include <algorithm>

#include "lexicon/phrasing.hpp"

namespace rapport {
namespace {

bool in_word(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct Wanted {
  std::size_t resume = 0;
  std::size_t letter = 0;
};

Wanted wanted(Given documents, bool better_elsewhere) {
  if (documents.resume && documents.letter) {
    return better_elsewhere ? Wanted{.resume = 1, .letter = 2} : Wanted{.resume = 2, .letter = 1};
  }
  if (documents.letter) return {.letter = 2};
  return {.resume = 2, .letter = better_elsewhere ? 1U : 0U};
}

void take(const Skill& skill, DocumentKind kind, std::size_t count, const SaidAlready& said,
          std::vector<Suggestion>& taken) {
  for (const Suggestion& suggestion : skill.suggestions) {
    if (count == 0) return;
    if (suggestion.kind != kind || said(suggestion.text)) continue;
    taken.push_back(suggestion);
    --count;
  }
}

}  // namespace

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text) {
    if (in_word(c)) {
      word += lower(c);
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.insert(std::move(word));
  return words;
}

SaidAlready::SaidAlready(std::span<const Reading> readings) {
  for (const Reading& reading : readings) {
    if (reading.document.kind == DocumentKind::posting) continue;
    for (const Unit& unit : reading.document.units) {
      units_.push_back(words_of(reading.document.slice(unit.begin, unit.end)));
      known_.insert(units_.back().begin(), units_.back().end());
    }
  }
}

bool SaidAlready::operator()(std::string_view phrasing) const {
  const std::set<std::string> own = words_of(without_blanks(phrasing));
  // Of a phrasing that is nearly all blanks nothing can be said.
  if (own.size() < 3) return false;
  const auto share_most = [&](const std::set<std::string>& words) {
    const auto shared = std::count_if(
        own.begin(), own.end(), [&](const std::string& word) { return words.contains(word); });
    return static_cast<std::size_t>(shared) * 4 >= own.size() * 3;
  };
  return share_most(known_) && std::any_of(units_.begin(), units_.end(), share_most);
}

Given given(std::span<const Reading> readings) {
  Given documents;
  for (const Reading& reading : readings) {
    if (reading.document.kind == DocumentKind::resume) documents.resume = true;
    if (reading.document.kind == DocumentKind::cover_letter) documents.letter = true;
  }
  return documents;
}

std::vector<Suggestion> suggest(const Skill& skill, Given documents, const SaidAlready& said) {
  const Wanted count = wanted(documents, !skill.advice.empty());
  std::vector<Suggestion> taken;
  take(skill, DocumentKind::resume, count.resume, said, taken);
  take(skill, DocumentKind::cover_letter, count.letter, said, taken);
  if (taken.empty()) take(skill, DocumentKind::cover_letter, 1, said, taken);
  if (taken.empty()) take(skill, DocumentKind::resume, 1, said, taken);
  return taken;
}

}  // namespace rapport
