#include "lexicon/inflect.hpp"

#include <algorithm>

namespace rapport {

namespace {

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_with_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

// Whether the last consonant doubles: a word of one syllable that ends consonant-vowel-consonant
// ("plan", "chat"). Longer words that double ("refer") are written out.
bool doubles(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3 || std::ranges::count_if(word, is_vowel) != 1) return false;
  const char last = word[n - 1];
  return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(word[n - 2]) &&
         !is_vowel(word[n - 3]);
}

std::string stem(std::string_view word, std::size_t cut) {
  return std::string(word.substr(0, word.size() - cut));
}

std::string with_s(std::string_view word) {
  if (ends_with_consonant_y(word)) return stem(word, 1) + "ies";
  return std::string(word) + (hisses(word) ? "es" : "s");
}

std::string with_ed(std::string_view word) {
  if (word.ends_with('e')) return std::string(word) + "d";
  if (ends_with_consonant_y(word)) return stem(word, 1) + "ied";
  if (doubles(word)) return std::string(word) + word.back() + "ed";
  return std::string(word) + "ed";
}

std::string with_ing(std::string_view word) {
  if (word.ends_with("ie")) return stem(word, 2) + "ying";
  if (word.ends_with('e') && !word.ends_with("ee") && !word.ends_with("ye") &&
      !word.ends_with("oe")) {
    return stem(word, 1) + "ing";
  }
  if (doubles(word)) return std::string(word) + word.back() + "ing";
  return std::string(word) + "ing";
}

// "a/b/c" in its parts; the part of an entry that is inflected, and what stays around it.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<std::string> verb_forms(std::string_view entry) {
  const std::size_t blank = entry.find(' ');
  const std::string_view rest = blank == std::string_view::npos ? "" : entry.substr(blank);
  std::vector<std::string> forms = split(entry.substr(0, blank), '/');
  const std::string base = forms.front();
  const bool irregular = forms.size() > 1;
  forms.push_back(with_s(base));
  if (!irregular) forms.push_back(with_ed(base));
  if (std::ranges::none_of(
          forms, [&](const std::string& form) { return form != base && form.ends_with("ing"); })) {
    forms.push_back(with_ing(base));
  }
  for (std::string& form : forms) form += rest;
  return forms;
}

std::vector<std::string> noun_forms(std::string_view entry) {
  const std::size_t blank = entry.rfind(' ');
  const std::string before(blank == std::string_view::npos ? "" : entry.substr(0, blank + 1));
  std::vector<std::string> forms = split(entry.substr(before.size()), '/');
  if (forms.size() == 1) forms.push_back(with_s(forms.front()));
  for (std::string& form : forms) form.insert(0, before);
  return forms;
}

}  // namespace rapport
