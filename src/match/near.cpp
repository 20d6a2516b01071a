#include "match/near.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "lexicon/pattern.hpp"
#include "match/folded.hpp"

namespace rapport {

namespace {

// Shorter words are too common to mean one skill.
constexpr std::size_t shortest_word = 5;

using Words = std::set<std::string, std::less<>>;

bool is_telling(std::string_view word) {
  return word.size() >= shortest_word && word.find_first_of(" <(") == std::string_view::npos;
}

// What a pattern begins with says most: it is the deed ("calmed"), and what follows its object
// ("guests"), which other deeds have too.
constexpr int weight_of_first = 2;
constexpr int weight_of_other = 1;
constexpr int least_weight = 2;  // of a near miss: one deed, or two objects

struct OwnWord {
  std::size_t rule = 0;  // the first that has the word at its heaviest
  int weight = 0;
};
using OwnWords = std::map<std::string, OwnWord, std::less<>>;

void add(OwnWords& own, const WordClass& words, OwnWord as) {
  for (const std::string& word : words) {
    if (!is_telling(word)) continue;
    OwnWord& known = own[word];
    if (known.weight < as.weight) known = as;
  }
}

OwnWords words_of(const Skill& skill, const WordClasses& classes, PatternCompiler& compiler) {
  OwnWords words;
  for (std::size_t number = 0; number < skill.evidence.size(); ++number) {
    const Rule& rule = skill.evidence[number];
    if (rule.is_regex) continue;
    if (const auto edges = compiler.edges(rule.pattern)) {
      add(words, edges->first, {number, weight_of_first});
      add(words, edges->last, {number, weight_of_other});
    }
    for (const std::string& name : classes_in(rule.pattern)) {
      const auto found = classes.find(name);
      if (found != classes.end()) add(words, found->second, {number, weight_of_other});
    }
  }
  return words;
}

OwnWords own_words(const Lexicon& lexicon, std::size_t number) {
  PatternCompiler compiler(lexicon.classes);
  OwnWords own = words_of(lexicon.skills[number], lexicon.classes, compiler);
  for (const Skill& other : lexicon.skills) {
    if (&other == &lexicon.skills[number]) continue;
    for (const auto& [word, use] : words_of(other, lexicon.classes, compiler)) own.erase(word);
  }
  return own;
}

struct Candidate {
  NearMiss miss;
  int weight = 0;  // of the unit's distinct own words; the miss is the heaviest of them
};

Candidate look(const Document& document, std::size_t unit, const OwnWords& own) {
  const auto [begin, end] = std::pair(document.units[unit].begin, document.units[unit].end);
  const Folded folded = fold(document.slice(begin, end));
  Candidate result{.miss = {.unit = unit}};
  Words seen;
  int heaviest = 0;
  for (const Token& token : folded.tokens) {
    const auto found = own.find(folded.word(token));
    if (found == own.end() || !seen.insert(found->first).second) continue;
    result.weight += found->second.weight;
    if (found->second.weight <= heaviest) continue;
    heaviest = found->second.weight;
    result.miss.begin = begin + folded.origin[token.begin];
    result.miss.end = begin + folded.origin[token.end];
    result.miss.rule = found->second.rule;
  }
  return result;
}

}  // namespace

std::vector<NearMiss> near_misses(const Document& document, const Lexicon& lexicon,
                                  std::size_t skill, const std::vector<Evidence>& evidence,
                                  std::size_t most) {
  const OwnWords own = own_words(lexicon, skill);
  std::vector<Candidate> candidates;
  for (std::size_t unit = 0; unit < document.units.size(); ++unit) {
    const bool told = std::ranges::any_of(evidence, [&](const Evidence& piece) {
      return piece.skill == skill && piece.unit == unit;
    });
    if (told || document.units[unit].kind == UnitKind::heading) continue;
    Candidate candidate = look(document, unit, own);
    if (candidate.weight >= least_weight) candidates.push_back(candidate);
  }
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::weight);
  candidates.resize(std::min(candidates.size(), most));
  std::vector<NearMiss> misses;
  misses.reserve(candidates.size());
  for (const Candidate& candidate : candidates) misses.push_back(candidate.miss);
  std::ranges::sort(misses, {}, &NearMiss::unit);
  return misses;
}

}  // namespace rapport
