// Sentences are paired first, then everything else is read off the pairs. Pairs are found in three
// rounds, each among what the rounds before left over: the same words in the same section, the
// same words elsewhere, and the words that are most alike:
//
//   old  Answered calls about bills.            Experience
//   new  Answered 60 calls a day about bills.   Experience     changed: demonstrated → quantified
#include "rapport/diff.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "assess/likeness.hpp"
#include "base/utf8.hpp"
#include "lexicon/phrasing.hpp"

namespace rapport {
namespace {

constexpr double alike = 0.5;
// Comparisons that looking for changed sentences may cost. No real draft comes near; beyond it a
// changed sentence counts as removed and added.
constexpr std::size_t max_comparisons = 1'000'000;

// Where a sentence stands, as far as moving it matters: a section may be renamed.
using Where = std::tuple<DocumentKind, SectionKind, std::string>;

// A sentence that is evidence of a skill.
struct Item {
  UnitRef unit{};
  std::vector<std::string> words{};   // in order
  std::vector<std::string> sorted{};  // the same
  Where where{};
  std::vector<Level> levels{};  // by skill
  bool paired = false;
};

Where where(const Document& document, const Unit& unit) {
  if (unit.section >= document.sections.size()) return {document.kind, SectionKind::other, ""};
  const Section& section = document.sections[unit.section];
  const bool by_name = section.kind == SectionKind::other;
  return {document.kind, section.kind, by_name ? utf8::lower(section.heading) : ""};
}

Item make_item(const Application& application, UnitRef ref) {
  const Document& document = application.readings[ref.reading].document;
  const Unit& unit = document.units[ref.unit];
  Item item{.unit = ref, .words = plain_words(document.slice(unit.begin, unit.end))};
  item.sorted = item.words;
  std::ranges::sort(item.sorted);
  item.where = where(document, unit);
  item.levels.resize(application.assessment.skills.size(), Level::none);
  return item;
}

// In reading order.
std::vector<Item> items_of(const Application& application) {
  std::map<UnitRef, Item> items;
  const auto& skills = application.assessment.skills;
  for (std::size_t skill = 0; skill < skills.size(); ++skill) {
    for (const Cited& cited : skills[skill].evidence) {
      const Evidence& evidence = application.readings[cited.reading].evidence[cited.evidence];
      const UnitRef ref{.reading = cited.reading, .unit = evidence.unit};
      auto found = items.find(ref);
      if (found == items.end()) found = items.emplace(ref, make_item(application, ref)).first;
      Level& level = found->second.levels[skill];
      level = std::max(level, evidence.level);
    }
  }
  std::vector<Item> result;
  result.reserve(items.size());
  for (auto& [ref, item] : items) result.push_back(std::move(item));
  return result;
}

struct Pair {
  std::size_t before = 0;  // indices of items
  std::size_t after = 0;
};

class Pairing {
 public:
  Pairing(std::vector<Item>& before, std::vector<Item>& after) : before_(before), after_(after) {}

  std::vector<Pair> find() {
    pair_same([](const Item& item) { return std::pair(item.words, item.where); });
    pair_same([](const Item& item) { return item.words; });
    pair_alike();
    return std::move(pairs_);
  }

 private:
  // Of several that are the same the first goes with the first.
  template <class Key>
  void pair_same(Key key) {
    std::multimap<decltype(key(before_[0])), std::size_t> waiting;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!before_[i].paired) waiting.emplace(key(before_[i]), i);
    }
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (after_[i].paired) continue;
      const auto found = waiting.lower_bound(key(after_[i]));
      if (found == waiting.end() || found->first != key(after_[i])) continue;
      pair(found->second, i);
      waiting.erase(found);
    }
  }

  // The most alike first.
  void pair_alike() {
    if (before_.size() * after_.size() > max_comparisons) return;
    struct Candidate {
      double likeness = 0;
      Pair pair{};
    };
    std::vector<Candidate> candidates;
    for (std::size_t b = 0; b < before_.size(); ++b) {
      for (std::size_t a = 0; a < after_.size() && !before_[b].paired; ++a) {
        if (after_[a].paired) continue;
        const double found = likeness(before_[b].sorted, after_[a].sorted);
        if (found >= alike) candidates.push_back({found, {b, a}});
      }
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::likeness);
    for (const Candidate& candidate : candidates) {
      if (before_[candidate.pair.before].paired || after_[candidate.pair.after].paired) continue;
      pair(candidate.pair.before, candidate.pair.after);
    }
  }

  void pair(std::size_t before, std::size_t after) {
    before_[before].paired = after_[after].paired = true;
    pairs_.push_back({before, after});
  }

  std::vector<Item>& before_;
  std::vector<Item>& after_;
  std::vector<Pair> pairs_{};
};

std::vector<LevelStep> steps(const Item* before, const Item* after) {
  std::vector<LevelStep> result;
  const std::size_t count = (before ? before : after)->levels.size();
  for (std::size_t skill = 0; skill < count; ++skill) {
    const LevelStep step{.skill = skill,
                         .before = before ? before->levels[skill] : Level::none,
                         .after = after ? after->levels[skill] : Level::none};
    if (step.before != Level::none || step.after != Level::none) result.push_back(step);
  }
  return result;
}

UnitChange change(UnitChange::Kind kind, const Item* before, const Item* after) {
  UnitChange result{.kind = kind, .skills = steps(before, after)};
  if (before) result.before = before->unit;
  if (after) result.after = after->unit;
  return result;
}

// Nothing where a sentence stayed as it was.
std::optional<UnitChange> change(const Item& before, const Item& after) {
  using enum UnitChange::Kind;
  if (before.words != after.words || before.levels != after.levels) {
    return change(changed, &before, &after);
  }
  if (before.where != after.where) return change(moved, &before, &after);
  return std::nullopt;
}

std::vector<UnitChange> changes(const std::vector<Item>& before, const std::vector<Item>& after,
                                const std::vector<Pair>& pairs) {
  std::map<std::size_t, std::size_t> partner;  // of those of the new draft
  for (const Pair& pair : pairs) partner.emplace(pair.after, pair.before);
  std::vector<UnitChange> result;
  for (std::size_t a = 0; a < after.size(); ++a) {
    const auto found = partner.find(a);
    if (found == partner.end()) {
      result.push_back(change(UnitChange::Kind::added, nullptr, &after[a]));
    } else if (auto changed = change(before[found->second], after[a])) {
      result.push_back(std::move(*changed));
    }
  }
  for (const Item& item : before) {
    if (!item.paired) result.push_back(change(UnitChange::Kind::removed, &item, nullptr));
  }
  return result;
}

Level aim_of(const Proposal& proposal) {
  return proposal.aim == Proposal::Aim::quantify ? Level::quantified : Level::demonstrated;
}

// The change that brought the skill to a level, where it was below before.
const UnitChange* reached(const std::vector<UnitChange>& units, std::size_t skill, Level level) {
  for (const UnitChange& unit : units) {
    for (const LevelStep& step : unit.skills) {
      if (step.skill == skill && step.before < level && step.after >= level) return &unit;
    }
  }
  return nullptr;
}

class Done {
 public:
  Done(const Application& before, const Application& after, const Diff& diff)
      : before_(before), after_(after), diff_(diff) {}

  std::vector<DoneProposal> find() {
    for (const LevelStep& step : diff_.skills) {
      const auto& proposals = before_.assessment.skills[step.skill].proposals;
      for (std::size_t i = 0; i < proposals.size(); ++i) {
        if (proposals[i].improves) improved(step.skill, i, *proposals[i].improves);
      }
      gap(step);
    }
    return std::move(done_);
  }

 private:
  // The words that it was to improve became others, of the level that was aimed at.
  void improved(std::size_t skill, std::size_t proposal, Cited cited) {
    const Evidence& evidence = before_.readings[cited.reading].evidence[cited.evidence];
    const UnitRef unit{.reading = cited.reading, .unit = evidence.unit};
    const Level aim = aim_of(before_.assessment.skills[skill].proposals[proposal]);
    for (const UnitChange& change : diff_.units) {
      if (change.before != unit || !change.after) continue;
      for (const LevelStep& step : change.skills) {
        if (step.skill != skill || step.before >= aim || step.after < aim) continue;
        done_.push_back({.skill = skill, .proposal = proposal, .by = *change.after});
      }
    }
  }

  // A gap is closed once, by whatever words; of its phrasings the most alike is named.
  void gap(const LevelStep& step) {
    if (step.before >= Level::demonstrated || step.after < Level::demonstrated) return;
    const auto told = [&](const DoneProposal& done) { return done.skill == step.skill; };
    if (std::ranges::any_of(done_, told)) return;
    const UnitChange* by = reached(diff_.units, step.skill, Level::demonstrated);
    if (!by || !by->after) return;
    const auto& proposals = before_.assessment.skills[step.skill].proposals;
    const std::vector<std::string> words = sorted_words(*by->after);
    std::optional<std::size_t> best;
    double most = -1;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      if (proposals[i].improves) continue;
      std::vector<std::string> own = plain_words(without_blanks(proposals[i].text));
      std::ranges::sort(own);
      const double found = likeness(own, words);
      if (found <= most) continue;
      most = found;
      best = i;
    }
    if (best) done_.push_back({.skill = step.skill, .proposal = *best, .by = *by->after});
  }

  [[nodiscard]] std::vector<std::string> sorted_words(UnitRef ref) const {
    return make_item(after_, ref).sorted;
  }

  const Application& before_;
  const Application& after_;
  const Diff& diff_;
  std::vector<DoneProposal> done_{};
};

// What a finding is, wherever it stands: files are renamed, and counts in messages change.
using Topic = std::pair<std::string, std::string>;

Topic topic(const Finding& finding, const Application& application) {
  for (const Reading& reading : application.readings) {
    if (reading.document.name == finding.document) {
      return {finding.id, std::string(name_of(reading.document.kind))};
    }
  }
  return {finding.id, ""};
}

// The findings that `other` has no counterpart of: first those of the same message go, then, for
// each that is left in `other`, one of the same topic.
std::vector<Finding> only_in(const Application& application, const Application& other) {
  std::multimap<std::pair<Topic, std::string>, bool> messages;
  std::map<Topic, std::size_t> spare;
  for (const Finding& finding : other.findings) {
    messages.emplace(std::pair(topic(finding, other), finding.message), true);
    ++spare[topic(finding, other)];
  }
  std::vector<const Finding*> left;
  for (const Finding& finding : application.findings) {
    const auto found = messages.find({topic(finding, application), finding.message});
    if (found == messages.end()) {
      left.push_back(&finding);
      continue;
    }
    messages.erase(found);
    --spare[topic(finding, application)];
  }
  std::vector<Finding> result;
  for (const Finding* finding : left) {
    std::size_t& count = spare[topic(*finding, application)];
    if (count == 0) {
      result.push_back(*finding);
    } else {
      --count;
    }
  }
  return result;
}

}  // namespace

Diff diff(const Application& before, const Application& after) {
  Diff diff;
  const std::size_t count =
      std::min(before.assessment.skills.size(), after.assessment.skills.size());
  for (std::size_t skill = 0; skill < count; ++skill) {
    diff.skills.push_back({.skill = skill,
                           .before = before.assessment.skills[skill].level,
                           .after = after.assessment.skills[skill].level});
  }
  std::vector<Item> old_items = items_of(before);
  std::vector<Item> new_items = items_of(after);
  const std::vector<Pair> pairs = Pairing(old_items, new_items).find();
  diff.units = changes(old_items, new_items, pairs);
  diff.done = Done(before, after, diff).find();
  diff.solved = only_in(before, after);
  diff.appeared = only_in(after, before);
  return diff;
}

bool has_loss(const Diff& diff) {
  return std::ranges::any_of(diff.skills,
                             [](const LevelStep& step) { return step.after < step.before; });
}

}  // namespace rapport
