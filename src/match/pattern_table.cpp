#include "match/pattern_table.hpp"

namespace rapport {

PatternTable::PatternTable(const Lexicon& lexicon, Patterns wanted) {
  if (wanted != Patterns::parts) add_evidence(lexicon);
  add_all(lexicon.quantities, PatternUse::Role::quantity, 0);
  if (wanted != Patterns::evidence) add_all(lexicon.parts, PatternUse::Role::part, 0);
  for (const PatternUse& use : uses) are_evidence.push_back(use.role == PatternUse::Role::evidence);
}

void PatternTable::add_evidence(const Lexicon& lexicon) {
  using Role = PatternUse::Role;
  for (std::uint32_t skill = 0; skill < lexicon.skills.size(); ++skill) {
    add_all(lexicon.skills[skill].evidence, Role::evidence, skill);
    add_all(lexicon.skills[skill].vetoes, Role::veto, skill);
  }
  add_all(lexicon.contexts, Role::context, 0);
  for (std::uint32_t index = 0; index < lexicon.contexts.size(); ++index) {
    const ContextRule& context = lexicon.contexts[index];
    if (context.unless.empty()) continue;
    Rule& rule = undoing_.emplace_back();
    rule.pattern = context.unless;
    rule.where = context.where;
    rules.push_back(&rule);
    uses.push_back({Role::unless, 0, index});
  }
}

template <class Rules>
void PatternTable::add_all(const Rules& list, PatternUse::Role role, std::uint32_t skill) {
  for (std::uint32_t index = 0; index < list.size(); ++index) {
    rules.push_back(&list[index]);
    uses.push_back({role, skill, index});
  }
}

}  // namespace rapport
