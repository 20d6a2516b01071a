#include "match/near.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "lexicon/pattern.hpp"
#include "match/folded.hpp"

namespace rapport {

namespace {

// Shorter words ("team" aside) are too common to mean one skill.
constexpr std::size_t shortest_word = 5;

using Words = std::set<std::string, std::less<>>;

// The words of a pattern by which one would recognise it.
Words words_of(const Rule& rule, const WordClasses& classes, PatternCompiler& compiler) {
  Words words;
  if (rule.is_regex) return words;
  const auto add = [&](const WordClass& list) {
    for (const std::string& word : list) {
      if (word.size() >= shortest_word && word.find_first_of(" <(") == std::string::npos)
        words.insert(word);
    }
  };
  if (const auto edges = compiler.edges(rule.pattern)) {
    add(edges->first);
    add(edges->last);
  }
  for (const std::string& name : classes_in(rule.pattern)) {
    if (const auto found = classes.find(name); found != classes.end()) add(found->second);
  }
  return words;
}

// A skill's own words, each with the first pattern that has it.
using OwnWords = std::map<std::string, std::size_t, std::less<>>;

OwnWords own_words(const Lexicon& lexicon, std::size_t number) {
  OwnWords own;
  PatternCompiler compiler(lexicon.classes);
  const Skill& skill = lexicon.skills[number];
  for (std::size_t rule = 0; rule < skill.evidence.size(); ++rule) {
    for (const std::string& word : words_of(skill.evidence[rule], lexicon.classes, compiler))
      own.emplace(word, rule);
  }
  for (const Skill& other : lexicon.skills) {
    if (&other == &skill) continue;
    for (const EvidenceRule& rule : other.evidence) {
      for (const std::string& word : words_of(rule, lexicon.classes, compiler)) own.erase(word);
    }
  }
  return own;
}

struct Candidate {
  NearMiss miss;
  std::size_t words = 0;  // distinct own words of the unit
};

Candidate look(const Document& document, std::size_t unit, const OwnWords& own) {
  const auto [begin, end] = std::pair(document.units[unit].begin, document.units[unit].end);
  const Folded folded = fold(document.slice(begin, end));
  Candidate result{.miss = {.unit = unit}};
  Words seen;
  for (const Token& token : folded.tokens) {
    const auto found = own.find(folded.word(token));
    if (found == own.end() || !seen.emplace(found->first).second) continue;
    if (seen.size() > 1) continue;
    result.miss.begin = begin + folded.origin[token.begin];
    result.miss.end = begin + folded.origin[token.end];
    result.miss.rule = found->second;
  }
  result.words = seen.size();
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
    if (candidate.words > 0) candidates.push_back(candidate);
  }
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::words);
  candidates.resize(std::min(candidates.size(), most));
  std::vector<NearMiss> misses;
  for (const Candidate& candidate : candidates) misses.push_back(candidate.miss);
  std::ranges::sort(misses, {}, &NearMiss::unit);
  return misses;
}

}  // namespace rapport
