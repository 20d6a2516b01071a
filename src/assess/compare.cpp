// What postings ask for, next to what an application shows.
#include <algorithm>
#include <tuple>

#include "assess/keywords.hpp"
#include "assess/term_index.hpp"
#include "match/folded.hpp"
#include "rapport/assessment.hpp"

namespace rapport {

namespace {

constexpr std::size_t most_keywords = 40;
constexpr std::size_t longest_name = 5;  // words of a term that is offered
constexpr std::size_t few_words = 3;

// What the application reaches in a skill, and the evidence, strongest first.
struct Reached {
  Level level = Level::none;
  std::string title{};
  std::vector<Cited> evidence{};
};

Reached reached(std::size_t number, const Application& application, const Lexicon& lexicon) {
  const Skill& skill = lexicon.skills[number];
  for (const SkillAssessment& assessed : application.assessment.skills) {
    if (assessed.entry.skill == skill.id)
      return {assessed.level, assessed.entry.title, assessed.evidence};
  }
  Reached result{.title = skill.title};
  for (std::size_t r = 0; r < application.readings.size(); ++r) {
    const Reading& reading = application.readings[r];
    if (reading.document.kind == DocumentKind::posting) continue;
    for (std::size_t e = 0; e < reading.evidence.size(); ++e) {
      if (reading.evidence[e].skill != number || reading.evidence[e].rejected()) continue;
      result.level = std::max(result.level, reading.evidence[e].level);
      result.evidence.push_back({r, e});
    }
  }
  std::ranges::stable_sort(result.evidence, std::greater<>(), [&](const Cited& cited) {
    return application.readings[cited.reading].evidence[cited.evidence].level;
  });
  return result;
}

bool is_in(const Lexicon& lexicon, std::string_view name, std::string_view word) {
  const auto found = lexicon.classes.find(name);
  return found != lexicon.classes.end() &&
         std::ranges::binary_search(found->second, word, std::less<>());
}

// The name in a demand, without praise and the like before it: "excellent [communication skills]",
// "ability to [take ownership]".
std::string_view name_in(const Document& document, const Evidence& evidence,
                         const Lexicon& lexicon) {
  const auto text = document.slice(evidence.begin, evidence.end);
  const Folded folded = fold(text);
  const auto word = [&](std::size_t i) { return folded.word(folded.tokens[i]); };
  const auto leads = [&](std::size_t i) {
    return word(i) == "to" || is_in(lexicon, "excellent", word(i)) ||
           is_in(lexicon, "my", word(i)) || is_in(lexicon, "skill", word(i));
  };
  std::size_t first = 0;
  std::size_t last = folded.tokens.size();
  while (first + 1 < last && leads(first)) ++first;
  while (last > first + 1 && is_in(lexicon, "posting-small", word(last - 1))) --last;
  if (first == last || last - first > longest_name) return {};
  const std::size_t begin = folded.origin[folded.tokens[first].begin];
  return text.substr(begin, folded.origin[folded.tokens[last - 1].end] - begin);
}

// Without the capital that only begins a sentence.
std::string inside_sentence(std::string_view name, bool opens) {
  std::string text(name);
  std::ranges::replace(text, '\n', ' ');
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (opens && text.size() > 1 && upper(text[0]) && !upper(text[1]))
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::size_t words_in(std::string_view text) {
  return fold(text).tokens.size();
}

class Comparer {
 public:
  Comparer(const std::vector<Posting>& postings, const Application& application,
           const Lexicon& lexicon, const TermIndex& index, const Stemmer& stemmer)
      : postings_(postings),
        application_(application),
        lexicon_(lexicon),
        index_(index),
        stemmer_(stemmer) {}

  [[nodiscard]] std::vector<DemandedSkill> skills() const {
    std::vector<DemandedSkill> skills;
    for (std::size_t number = 0; number < lexicon_.skills.size(); ++number) {
      DemandedSkill skill = demanded(number);
      if (!skill.demands.empty()) skills.push_back(std::move(skill));
    }
    std::ranges::sort(skills, {}, [](const DemandedSkill& skill) {
      const Demand& first = skill.demands.front();
      return std::tuple(std::min(skill.level, Level::demonstrated), skill.wish == Wish::preferred,
                        -static_cast<long>(skill.postings),
                        -static_cast<long>(skill.demands.size()), first.posting, first.evidence);
    });
    return skills;
  }

 private:
  [[nodiscard]] const Evidence& evidence_of(const Demand& demand) const {
    return postings_[demand.posting].reading.evidence[demand.evidence];
  }

  [[nodiscard]] DemandedSkill demanded(std::size_t number) const {
    DemandedSkill skill{.skill = lexicon_.skills[number].id};
    for (std::size_t p = 0; p < postings_.size(); ++p) {
      const std::size_t before = skill.demands.size();
      const Posting& posting = postings_[p];
      for (std::size_t e = 0; e < posting.reading.evidence.size(); ++e) {
        const Evidence& evidence = posting.reading.evidence[e];
        if (evidence.skill != number || evidence.rejected()) continue;
        skill.demands.push_back({p, e, posting.wishes[e]});
        skill.wish = std::max(skill.wish, posting.wishes[e]);
      }
      if (skill.demands.size() > before) ++skill.postings;
    }
    if (skill.demands.empty()) return skill;
    const Reached reach = reached(number, application_, lexicon_);
    skill.level = reach.level;
    skill.title = reach.title;
    skill.term = term(skill);
    if (!skill.term.empty() && !index_.has(stems_of(stemmer_, skill.term)))
      skill.could_say = shown(reach, number);
    return skill;
  }

  // The first name of few words, or else the shortest; a duty ("answer 50 calls") is none.
  [[nodiscard]] std::string term(const DemandedSkill& skill) const {
    std::string_view best;
    bool opens = false;
    for (const Demand& demand : skill.demands) {
      const Evidence& evidence = evidence_of(demand);
      const auto& rules = lexicon_.skills[evidence.skill].evidence;
      if (evidence.rule < rules.size() && rules[evidence.rule].level != Level::claimed) continue;
      const Document& document = postings_[demand.posting].reading.document;
      const std::string_view name = name_in(document, evidence, lexicon_);
      if (name.empty()) continue;
      const std::size_t words = std::max(words_in(name), few_words);
      if (!best.empty() && words >= std::max(words_in(best), few_words)) continue;
      best = name;
      opens = name.data() == document.text.data() + document.units[evidence.unit].begin;
    }
    return inside_sentence(best, opens);
  }

  // Of the skill itself, not of one that a profile also counts as it.
  [[nodiscard]] std::optional<Cited> shown(const Reached& reach, std::size_t number) const {
    for (const Cited& cited : reach.evidence) {
      const Evidence& evidence = application_.readings[cited.reading].evidence[cited.evidence];
      if (evidence.skill == number && evidence.level >= Level::demonstrated) return cited;
    }
    return std::nullopt;
  }

  const std::vector<Posting>& postings_;
  const Application& application_;
  const Lexicon& lexicon_;
  const TermIndex& index_;
  const Stemmer& stemmer_;
};

}  // namespace

Comparison compare(std::vector<Posting> postings, const Application& application,
                   const Lexicon& lexicon) {
  const Stemmer stemmer;
  const TermIndex index(stemmer, application.readings);
  Comparison comparison;
  comparison.skills = Comparer(postings, application, lexicon, index, stemmer).skills();
  comparison.keywords =
      keywords(postings, application.readings, index, stemmer, lexicon, most_keywords);
  for (Posting& posting : postings) comparison.postings.push_back(std::move(posting.reading));
  return comparison;
}

}  // namespace rapport
