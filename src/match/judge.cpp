#include "match/judge.hpp"

#include <algorithm>

#include "match/capitals.hpp"

namespace rapport {

namespace {

bool concerns(const ContextRule& rule, const Skill& skill) {
  return std::ranges::find(rule.except, skill.id) == rule.except.end();
}

}  // namespace

struct Judge::Sorted {
  struct Found {
    std::uint32_t skill;
    std::uint32_t index;
    FoldedRange span;
  };
  std::vector<Found> evidence;
  std::vector<Found> vetoes;
  std::vector<Found> contexts;
  std::vector<Ruling::Number> numbers;
};

Judge::Judge(const Lexicon& lexicon, const WordClasses& classes,
             const std::vector<PatternUse>& uses)
    : lexicon_(lexicon), uses_(uses), clauses_(classes), others_(classes) {}

Judge::Sorted Judge::sort(const std::vector<Hit>& hits) const {
  Sorted sorted;
  std::vector<Sorted::Found> unless;
  std::vector<FoldedRange> no_numbers;
  for (const Hit& hit : hits) {
    const PatternUse& use = uses_[hit.pattern];
    const Sorted::Found found{use.skill, use.index, {hit.begin, hit.end}};
    switch (use.role) {
      case PatternUse::Role::evidence:
        sorted.evidence.push_back(found);
        break;
      case PatternUse::Role::veto:
        sorted.vetoes.push_back(found);
        break;
      case PatternUse::Role::context:
        sorted.contexts.push_back(found);
        break;
      case PatternUse::Role::unless:
        unless.push_back(found);
        break;
      case PatternUse::Role::quantity:
        if (lexicon_.quantities[use.index].counts)
          sorted.numbers.push_back({found.index, found.span});
        else
          no_numbers.push_back(found.span);
        break;
      case PatternUse::Role::part:  // no matter of evidence
        break;
    }
  }
  std::erase_if(sorted.contexts, [&](const Sorted::Found& cue) {
    return std::ranges::any_of(unless, [&](const Sorted::Found& undo) {
      return undo.index == cue.index && undo.span.overlaps(cue.span);
    });
  });
  std::erase_if(sorted.numbers, [&](const Ruling::Number& number) {
    return std::ranges::any_of(
        no_numbers, [&](const FoldedRange& other) { return other.overlaps(number.span); });
  });
  return sorted;
}

std::vector<Ruling> Judge::rule(const JudgedUnit& unit, const std::vector<Hit>& hits) const {
  const Sorted sorted = sort(hits);
  const bool list = !sorted.evidence.empty() && is_keyword_list(*unit.folded) &&
                    !clauses_.is_past(unit.folded->word(unit.folded->tokens.front()));
  std::vector<Ruling> rulings;
  for (const Sorted::Found& found : sorted.evidence) {
    Ruling ruling{.skill = found.skill, .index = found.index, .span = found.span, .reasons = {}};
    ruling.level = lexicon_.skills[found.skill].evidence[found.index].level;
    apply_vetoes(sorted, ruling);
    apply_contexts(unit, sorted, ruling);
    if (ruling.level != Level::none) look_for_others(unit, ruling);
    if (ruling.level == Level::demonstrated && list && is_keyword(*unit.folded, ruling.span)) {
      ruling.level = Level::claimed;
      ruling.reasons.push_back({nullptr, "keyword-list", "named in a list of keywords", {}});
    }
    if (ruling.level == Level::demonstrated) {
      ruling.number = measure(*unit.folded, sorted, ruling.span);
      if (ruling.number) ruling.level = Level::quantified;
    }
    rulings.push_back(std::move(ruling));
  }
  return rulings;
}

void Judge::apply_vetoes(const Sorted& hits, Ruling& ruling) const {
  for (const Sorted::Found& veto : hits.vetoes) {
    if (veto.skill != ruling.skill || !veto.span.overlaps(ruling.span)) continue;
    ruling.level = Level::none;
    ruling.reasons.push_back({nullptr, "veto", "means something else here", veto.span});
    return;
  }
}

// Rejections first: what was rejected needs no word about its level.
void Judge::apply_contexts(const JudgedUnit& unit, const Sorted& hits, Ruling& ruling) const {
  const Skill& skill = lexicon_.skills[ruling.skill];
  for (const ContextRule::Effect effect :
       {ContextRule::Effect::reject, ContextRule::Effect::claim}) {
    for (const Sorted::Found& cue : hits.contexts) {
      const ContextRule& rule = lexicon_.contexts[cue.index];
      const bool lowers = effect == ContextRule::Effect::reject ? ruling.level != Level::none
                                                                : ruling.level > Level::claimed;
      if (rule.effect != effect || !lowers || !concerns(rule, skill)) continue;
      if (unit.in_posting && rule.spares_postings) continue;
      if (!strikes(rule, cue.span, ruling.span, unit)) continue;
      ruling.level = effect == ContextRule::Effect::reject ? Level::none : Level::claimed;
      ruling.reasons.push_back({&rule, rule.id, rule.why, cue.span});
    }
  }
}

void Judge::look_for_others(const JudgedUnit& unit, Ruling& ruling) const {
  const auto reject = [&ruling](std::string_view id, std::string_view why) {
    ruling.level = Level::none;
    ruling.reasons.push_back({nullptr, id, why, {}});
  };
  if (in_quoted_title(unit.source, *unit.folded, ruling.span)) {
    reject("quoted-title", "a title in quotation marks");
  } else if (!unit.in_posting && others_.did(clauses_, unit.source, *unit.folded, ruling.span)) {
    reject("somebody-else", "somebody else did it");
  }
}

bool Judge::strikes(const ContextRule& rule, FoldedRange cue, FoldedRange span,
                    const JudgedUnit& unit) const {
  FoldedRange between{};
  switch (rule.position) {
    case ContextRule::Where::sentence:
      return true;
    case ContextRule::Where::over:
      return cue.overlaps(span) &&
             (!rule.capitalised || (is_capitalised(unit.source, *unit.folded, cue) &&
                                    is_capitalised(unit.source, *unit.folded, span)));
    case ContextRule::Where::before:
      if (cue.end > span.begin) return false;
      between = {cue.end, span.begin};
      break;
    case ContextRule::Where::after:
      if (cue.begin < span.end) return false;
      between = {span.end, cue.begin};
      break;
  }
  if (words_between(*unit.folded, between.begin, between.end) > rule.within) return false;
  if (rule.capitalised &&
      !is_capitalised(unit.source, *unit.folded,
                      {std::min(cue.begin, span.begin), std::max(cue.end, span.end)})) {
    return false;
  }
  if (holds_any(*unit.folded, between.begin, between.end, rule.until)) return false;
  if (rule.phrase && !clauses_.within_phrase(*unit.folded, between.begin, between.end))
    return false;
  if (rule.series) return clauses_.unbroken_series(*unit.folded, between.begin, span.begin);
  return clauses_.unbroken(*unit.folded, between.begin, between.end, rule.across_commas);
}

// A number counts inside the evidence, behind it in its action, or shortly before it ("some 30
// calls answered"); one further off measures something else ("teams of 12 in the handling of …").
std::optional<Ruling::Number> Judge::measure(const Folded& unit, const Sorted& hits,
                                             FoldedRange span) const {
  constexpr int furthest_before = 4;  // words
  if (hits.numbers.empty()) return std::nullopt;
  const FoldedRange action = clauses_.action_around(unit, span);
  const auto found = std::ranges::find_if(hits.numbers, [&](const Ruling::Number& number) {
    if (!action.contains(number.span)) return false;
    return number.span.end > span.begin ||
           words_between(unit, number.span.end, span.begin) <= furthest_before;
  });
  if (found == hits.numbers.end()) return std::nullopt;
  return *found;
}

}  // namespace rapport
