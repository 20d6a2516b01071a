#include "assess/term_index.hpp"

#include <algorithm>
#include <cstdint>

namespace rapport {

std::vector<WholeWord> whole_words(const Folded& folded) {
  std::vector<WholeWord> words;
  for (const Token& token : folded.tokens) {
    const bool goes_on =
        !words.empty() && folded.origin[words.back().span.end] == folded.origin[token.begin];
    if (goes_on) {
      words.back().text += folded.word(token);
      words.back().span.end = token.end;
    } else {
      words.push_back({std::string(folded.word(token)), token});
    }
  }
  return words;
}

std::string stems_of(const Stemmer& stemmer, std::string_view text) {
  const Folded folded = fold(text);
  std::string stems;
  for (const WholeWord& word : whole_words(folded)) {
    const std::string stem = stemmer.stem(word.text);
    if (stem == "s" && !stems.empty()) continue;  // a possessive
    stems += (stems.empty() ? "" : " ") + stem;
  }
  return stems;
}

TermIndex::TermIndex(const Stemmer& stemmer, std::span<const Reading> readings) {
  for (const Reading& reading : readings) {
    Terms& terms = readings_.emplace_back();
    if (reading.document.kind == DocumentKind::posting) continue;
    for (const Unit& unit : reading.document.units) {
      const auto text = reading.document.slice(unit.begin, unit.end);
      terms.running += " " + stems_of(stemmer, text) + " |";
      const Folded folded = fold(text);
      const std::vector<WholeWord> words = whole_words(folded);
      for (std::size_t i = 0; i < words.size(); ++i) {
        const char first = text[folded.origin[words[i].span.begin]];
        if (first >= 'A' && first <= 'Z') terms.names.insert(words[i].text);
        if (i == 0) continue;
        const std::uint32_t end = words[i - 1].span.end;
        if (words[i].span.begin != end + 1 || folded.text[end] != '-') continue;
        terms.joined.insert(stemmer.stem(words[i - 1].text + words[i].text));
      }
    }
  }
}

bool TermIndex::has(std::size_t reading, std::string_view stems) const {
  if (stems.empty()) return false;
  const Terms& terms = readings_[reading];
  const auto stands = [&](const std::string& text) {
    return terms.running.find(" " + text + " ") != std::string::npos;
  };
  const std::string text(stems);
  if (stands(text) || terms.joined.contains(text)) return true;
  std::string together = text;
  std::erase(together, ' ');
  return together != text && stands(together);
}

bool TermIndex::has_name(std::size_t reading, std::string_view word) const {
  return readings_[reading].names.contains(word);
}

bool TermIndex::has(std::string_view stems) const {
  for (std::size_t reading = 0; reading < readings_.size(); ++reading) {
    if (has(reading, stems)) return true;
  }
  return false;
}

}  // namespace rapport
