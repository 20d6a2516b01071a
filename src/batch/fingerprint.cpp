// Fingerprints of all that decides what an analysis says.
#include <algorithm>
#include <concepts>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/sha256.hpp"
#include "batch/results.hpp"

namespace rapport {

namespace {

// Values one after the other, each with its length, so that no two lists are written the same.
class Canonical {
 public:
  Canonical& add(std::string_view text) {
    text_ += std::to_string(text.size());
    text_ += ':';
    text_ += text;
    return *this;
  }
  Canonical& add(std::integral auto number) {
    return add(std::string_view(std::to_string(number)));
  }
  template <class E>
  requires std::is_enum_v<E> Canonical& add(E value) { return add(static_cast<long long>(value)); }
  Canonical& add(const std::vector<std::string>& texts) {
    return each(texts, [this](const std::string& text) { add(text); });
  }
  template <class Items, class F>
  Canonical& each(const Items& items, F&& f) {
    add(items.size());
    for (const auto& item : items) f(item);
    return *this;
  }
  [[nodiscard]] std::string hash() const { return sha256(text_); }

 private:
  std::string text_{};
};

// Where a rule stands is told with its evidence; its examples change nothing.
void add_rule(Canonical& all, const Rule& rule) {
  all.add(rule.pattern).add(rule.is_regex).add(rule.where.file).add(rule.where.line);
}

void add_skill(Canonical& all, const Skill& skill) {
  all.add(skill.id).add(skill.title).add(skill.about).add(skill.advice).add(skill.questions);
  all.each(skill.evidence, [&](const EvidenceRule& rule) {
    add_rule(all, rule);
    all.add(rule.level);
  });
  all.each(skill.vetoes, [&](const Rule& rule) { add_rule(all, rule); });
  all.each(skill.suggestions, [&](const Suggestion& suggestion) {
    all.add(suggestion.kind).add(suggestion.text).add(suggestion.plain);
  });
}

void add_context(Canonical& all, const ContextRule& rule) {
  add_rule(all, rule);
  all.add(rule.id).add(rule.effect).add(rule.position).add(rule.within).add(rule.across_commas);
  all.add(rule.series).add(rule.phrase).add(rule.until).add(rule.capitalised).add(rule.unless);
  all.add(rule.except).add(rule.spares_postings).add(rule.why);
}

void add_fault(Canonical& all, const WritingFault& fault) {
  all.add(fault.id).add(fault.title).add(fault.severity).add(fault.message).add(fault.remedy);
  all.add(fault.rewrite).add(fault.bullets).add(fault.context).add(fault.unless_shown);
  all.each(fault.phrases, [&](const Phrase& phrase) {
    add_rule(all, phrase);
    all.add(phrase.counts).add(phrase.position).add(phrase.remedy);
  });
}

void add_posting(Canonical& all, const PostingRules& rules) {
  all.each(rules.headings, [&](const PostingHeading& heading) {
    add_rule(all, heading);
    all.add(heading.part);
  });
  all.each(rules.cues, [&](const PostingCue& cue) {
    add_rule(all, cue);
    all.add(cue.part).add(cue.after).add(cue.within).add(cue.phrase).add(cue.whole);
    all.add(cue.strong).add(cue.unless);
  });
  all.each(rules.introductions, [&](const Rule& rule) { add_rule(all, rule); });
  all.each(rules.heads, [&](const Rule& rule) { add_rule(all, rule); });
  all.each(rules.same, [&](const std::vector<std::string>& same) { all.add(same); });
}

void add_parts(Canonical& all, const Lexicon& lexicon) {
  all.each(lexicon.parts, [&](const PartRule& rule) {
    add_rule(all, rule);
    all.add(rule.part).add(rule.reach).add(rule.counts);
  });
  all.each(lexicon.part_words, [&](const PartWords& words) {
    all.add(words.title).add(words.missing).add(words.lead).add(words.blank).add(words.ask);
  });
}

TaughtSkill taught(const ProfileEntry& entry, const Skill* skill) {
  TaughtSkill taught{.id = entry.skill, .title = entry.title};
  if (skill == nullptr) return taught;
  taught.about = skill->about;
  for (const Suggestion& suggestion : skill->suggestions)
    taught.phrasings.push_back(suggestion.text);
  return taught;
}

}  // namespace

std::string lexicon_fingerprint(const Lexicon& lexicon) {
  Canonical all;
  all.each(lexicon.skills, [&](const Skill& skill) { add_skill(all, skill); });
  all.each(lexicon.contexts, [&](const ContextRule& rule) { add_context(all, rule); });
  all.each(lexicon.quantities, [&](const QuantityRule& rule) {
    add_rule(all, rule);
    all.add(rule.counts);
  });
  all.each(lexicon.faults, [&](const WritingFault& fault) { add_fault(all, fault); });
  all.add(lexicon.verbs);
  add_posting(all, lexicon.posting);
  add_parts(all, lexicon);
  all.each(lexicon.classes, [&](const auto& named) { all.add(named.first).add(named.second); });
  return all.hash();
}

namespace {

// With the profile, which says what counts as what.
std::string rules_fingerprint(const Lexicon& lexicon, const Profile& profile) {
  Canonical all;
  all.add(lexicon_fingerprint(lexicon)).add(profile.id).add(profile.source);
  all.each(profile.entries, [&](const ProfileEntry& entry) {
    all.add(entry.skill).add(entry.title).add(entry.also);
  });
  return all.hash();
}

}  // namespace

RunSettings run_settings(std::string program, const Lexicon& lexicon, const Profile& profile) {
  RunSettings settings{.program = std::move(program),
                       .lexicon = rules_fingerprint(lexicon, profile),
                       .profile = profile.id,
                       .profile_title = profile.title};
  for (const ProfileEntry& entry : profile.entries) {
    const auto same = [&](const TaughtSkill& skill) { return skill.id == entry.skill; };
    if (std::none_of(settings.skills.begin(), settings.skills.end(), same))
      settings.skills.push_back(taught(entry, lexicon.find(entry.skill)));
  }
  return settings;
}

std::string application_fingerprint(const std::vector<DocumentRecord>& documents,
                                    const RunSettings& settings, std::string_view limits) {
  std::vector<const DocumentRecord*> sorted;
  for (const DocumentRecord& document : documents) {
    if (document.sha256.empty()) return "";
    sorted.push_back(&document);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const DocumentRecord* a, const DocumentRecord* b) { return a->path < b->path; });
  Canonical all;
  all.add(settings.program).add(settings.lexicon).add(settings.profile).add(settings.options);
  all.each(settings.skills, [&](const TaughtSkill& skill) { all.add(skill.id).add(skill.title); });
  all.each(settings.postings, [&](const PostingFile& posting) { all.add(posting.sha256); });
  all.each(sorted, [&](const DocumentRecord* document) {
    all.add(document->path).add(document->sha256).add(document->bytes);
  });
  if (!limits.empty()) all.add(limits);
  return all.hash();
}

}  // namespace rapport
