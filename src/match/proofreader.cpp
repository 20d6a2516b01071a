// Writing faults are looked for as skills are: by the same patterns, the same scanner and the same
// judge, with a lexicon of its own in which each fault is a "skill" and each phrase its evidence.
// What a skill does not need, where in the sentence a phrase stands, is added here.
#include "rapport/proofreader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/bounds.hpp"
#include "base/lazy.hpp"
#include "match/enumeration.hpp"
#include "match/judge.hpp"
#include "match/past_tense.hpp"
#include "match/pattern_table.hpp"
#include "match/placeholders.hpp"
#include "match/repeats.hpp"
#include "match/scanner.hpp"

namespace rapport {
namespace {

constexpr std::string_view repeated_phrase = "repeated-phrase";
// Words that the subject of a bullet written in the passive does not hold.
constexpr std::array<std::string_view, 18> no_subject = {
    "i",     "we",   "he",    "she", "it", "they",   "this",  "that",   "these",
    "those", "once", "after", "to",  "as", "before", "under", "during", "in"};
constexpr int widest_subject = 4;  // words, as in "All of the calls were answered"

// The faults as a lexicon of skills, with the word classes left where they are. Which phrase a
// piece of evidence is, is kept beside it.
struct FaultLexicon {
  Lexicon lexicon{};
  std::vector<std::vector<std::size_t>> phrases{};  // by fault and piece of evidence
  std::vector<std::vector<std::size_t>> vetoes{};

  explicit FaultLexicon(const Lexicon& source) {
    for (const ContextRule& rule : source.contexts) {
      if (rule.effect != ContextRule::Effect::reject) continue;
      lexicon.contexts.push_back(rule);
    }
    for (const WritingFault& fault : source.faults) add(fault);
  }

 private:
  void add(const WritingFault& fault) {
    Skill& skill = lexicon.skills.emplace_back();
    skill.id = fault.id;
    auto& numbers = phrases.emplace_back();
    auto& exceptions = vetoes.emplace_back();
    for (std::size_t i = 0; i < fault.phrases.size(); ++i) {
      const Phrase& phrase = fault.phrases[i];
      if (!phrase.counts) {
        skill.vetoes.push_back(phrase);
        exceptions.push_back(i);
        continue;
      }
      static_cast<Rule&>(skill.evidence.emplace_back()) = phrase;
      numbers.push_back(i);
    }
    if (fault.context) return;
    for (ContextRule& rule : lexicon.contexts) rule.except.push_back(fault.id);
  }
};

bool has_phrases(SectionKind kind) {
  switch (kind) {
    case SectionKind::contact:
    case SectionKind::languages:
    case SectionKind::references:
      return false;
    default:
      return true;
  }
}

// Where an enumeration of skills is what belongs there.
bool is_for_lists(SectionKind kind) {
  switch (kind) {
    case SectionKind::experience:
    case SectionKind::volunteering:
    case SectionKind::projects:
    case SectionKind::education:
    case SectionKind::summary:
      return false;
    default:
      return true;
  }
}

bool tells_of_work(SectionKind kind) {
  return kind == SectionKind::experience || kind == SectionKind::volunteering ||
         kind == SectionKind::projects;
}

// "Calls" within a sentence: "answered calls". A name or an abbreviation keeps its capitals.
std::string lowered(std::string_view subject) {
  std::string text(subject);
  const bool single = text.size() < 2 || (text[1] >= 'a' && text[1] <= 'z');
  if (!text.empty() && single && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] + 32);
  return text;
}

}  // namespace

class Proofreader::Impl {
 public:
  explicit Impl(const Lexicon& lexicon)
      : source_(lexicon),
        faults_(lexicon),
        table_(faults_.lexicon),
        judge_(faults_.lexicon, source_.classes, table_.uses),
        past_([&lexicon] { return PastTense(lexicon.verbs); }),
        past_verbs_(class_or_none("past")),
        breaks_(class_or_none("clause-break")),
        placeholders_(lexicon),
        left_(number_of("placeholder-left")),
        listed_(number_of("placeholder")) {}

  std::optional<Error> compile() {
    auto scanner = Scanner::make(table_.rules, source_.classes);
    if (!scanner) return std::move(scanner.error());
    scanner_.emplace(std::move(*scanner));
    return std::nullopt;
  }

  std::vector<Remark> read(const Document& document) const {
    std::vector<Remark> remarks;
    if (document.kind == DocumentKind::posting) return remarks;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit)
      read_unit(document, unit, remarks);
    // The blanks of a template are alike by design.
    if (document.kind == DocumentKind::resume && !document.is_template)
      add_repeats(document, remarks);
    std::ranges::stable_sort(
        remarks, {}, [](const Remark& remark) { return std::pair(remark.begin, remark.fault); });
    if (remarks.size() > max_remarks) remarks.resize(max_remarks);
    return remarks;
  }

  bool finds(std::size_t fault, std::size_t phrase, std::string_view sentence) const {
    const Folded folded = fold(sentence);
    const std::vector<Hit> hits = scanner_->scan(folded);
    const Phrase& wanted = source_.faults[fault].phrases[phrase];
    if (!wanted.counts) return excepts(fault, phrase, hits);
    const auto rulings = judge_.rule({.source = sentence, .folded = &folded}, hits);
    if (wanted.position == Phrase::Where::entry) return enumerates(fault, folded, rulings);
    return std::ranges::any_of(rulings, [&](const Ruling& ruling) {
      return ruling.skill == fault && faults_.phrases[fault][ruling.index] == phrase &&
             stands(ruling, folded);
    });
  }

 private:
  WordClass class_or_none(std::string_view name) const {
    const auto found = source_.classes.find(name);
    return found == source_.classes.end() ? WordClass{} : found->second;
  }

  std::size_t number_of(std::string_view fault) const {
    const auto found = std::ranges::find(source_.faults, fault, &WritingFault::id);
    return static_cast<std::size_t>(found - source_.faults.begin());
  }

  bool excepts(std::size_t fault, std::size_t phrase, const std::vector<Hit>& hits) const {
    return std::ranges::any_of(hits, [&](const Hit& hit) {
      const PatternUse& use = table_.uses[hit.pattern];
      return use.role == PatternUse::Role::veto && use.skill == fault &&
             faults_.vetoes[fault][use.index] == phrase;
    });
  }

  const Phrase& phrase_of(const Ruling& ruling) const {
    return source_.faults[ruling.skill].phrases[faults_.phrases[ruling.skill][ruling.index]];
  }

  void read_unit(const Document& document, std::size_t number, std::vector<Remark>& remarks) const {
    const Unit& unit = document.units[number];
    const SectionKind section = document.sections[unit.section].kind;
    // A placeholder is one wherever it stands.
    const bool placeholders_only = unit.kind == UnitKind::heading || !has_phrases(section);
    const std::string_view source = document.slice(unit.begin, unit.end);
    const Folded folded = fold(source);
    auto rulings = judge_.rule({.source = source, .folded = &folded},
                               scanner_->scan(folded, table_.are_evidence));
    add_placeholders(document, number, folded, rulings, remarks);
    if (placeholders_only) return;
    for (std::uint32_t fault = 0; fault < source_.faults.size(); ++fault) {
      if (fault == left_) continue;
      if (source_.faults[fault].bullets && unit.kind != UnitKind::bullet) continue;
      if (!is_for_lists(section) && enumerates(fault, folded, rulings))
        remarks.push_back({.fault = fault, .unit = number, .begin = unit.begin, .end = unit.end});
      for (const Ruling& ruling : chosen(fault, folded, rulings))
        remarks.push_back(remark(document, number, folded, ruling));
    }
  }

  // By their shape, or by words such as "lorem ipsum".
  void add_placeholders(const Document& document, std::size_t number, const Folded& folded,
                        const std::vector<Ruling>& rulings, std::vector<Remark>& remarks) const {
    const std::size_t fault = document.is_template ? listed_ : left_;
    if (fault == source_.faults.size()) return;
    const auto shapes = placeholders_.find(document, number);
    for (const Placeholder& shape : shapes)
      remarks.push_back({.fault = fault, .unit = number, .begin = shape.begin, .end = shape.end});
    if (left_ == source_.faults.size()) return;
    for (const Ruling& ruling : chosen(static_cast<std::uint32_t>(left_), folded, rulings)) {
      Remark worded = remark(document, number, folded, ruling);
      if (any_overlaps(shapes, worded.begin, worded.end)) continue;
      worded.fault = fault;
      worded.phrase.reset();
      remarks.push_back(std::move(worded));
    }
  }

  // Of overlapping matches the longest.
  std::vector<Ruling> chosen(std::uint32_t fault, const Folded& folded,
                             const std::vector<Ruling>& rulings) const {
    std::vector<Ruling> kept;
    for (const Ruling& ruling : rulings) {
      if (ruling.skill == fault && stands(ruling, folded)) kept.push_back(ruling);
    }
    std::ranges::stable_sort(kept, std::greater<>(), [](const Ruling& ruling) {
      return ruling.span.end - ruling.span.begin;
    });
    std::vector<Ruling> apart;
    for (Ruling& ruling : kept) {
      const bool covered = std::ranges::any_of(
          apart, [&](const Ruling& other) { return other.span.overlaps(ruling.span); });
      if (!covered) apart.push_back(std::move(ruling));
    }
    return apart;
  }

  // Whether a match stands where its phrase has to, and nothing spoke against it.
  bool stands(const Ruling& ruling, const Folded& unit) const {
    if (ruling.level == Level::none) return false;
    switch (phrase_of(ruling).position) {
      case Phrase::Where::anywhere:
        return true;
      case Phrase::Where::opening:
        return words_between(unit, 0, ruling.span.begin) == 0;
      case Phrase::Where::predicate:
        return !past_->of_participle(last_word(unit, ruling.span)).empty() &&
               is_subject(unit, ruling.span.begin);
      case Phrase::Where::entry:
        return false;
    }
    return false;
  }

  // Whether what stands ahead of a verb is its subject, and no clause of its own ("Ensured that
  // orders were shipped").
  bool is_subject(const Folded& unit, std::uint32_t end) const {
    const int words = words_between(unit, 0, end);
    if (words == 0 || words > widest_subject) return false;
    if (unit.text.find_first_of(",;:(") < end) return false;
    // "Ensures orders are shipped"; a word alone is a noun: "Stock was counted".
    if (words > 1 && past_->is_form(unit.word(unit.tokens.front()))) return false;
    return !holds_any(unit, 0, end, breaks_) &&
           std::ranges::none_of(unit.tokens, [&](const Token& token) {
             return token.end <= end && is_finite(unit.word(token));
           });
  }

  bool is_finite(std::string_view word) const {
    return (word.size() > 4 && word.ends_with("ed")) ||
           std::ranges::binary_search(past_verbs_, word, std::less<>()) ||
           std::ranges::find(no_subject, word) != no_subject.end();
  }

  bool enumerates(std::size_t fault, const Folded& unit, const std::vector<Ruling>& rulings) const {
    std::vector<FoldedRange> entries;
    for (const Ruling& ruling : rulings) {
      const bool entry = ruling.skill == fault && ruling.level != Level::none &&
                         phrase_of(ruling).position == Phrase::Where::entry;
      if (entry) entries.push_back(ruling.span);
    }
    return is_enumeration_of(unit, entries);
  }

  Remark remark(const Document& document, std::size_t number, const Folded& folded,
                const Ruling& ruling) const {
    const Unit& unit = document.units[number];
    const auto at = [&](std::uint32_t offset) { return unit.begin + folded.origin[offset]; };
    Remark remark{.fault = ruling.skill,
                  .phrase = faults_.phrases[ruling.skill][ruling.index],
                  .unit = number};
    FoldedRange span = ruling.span;
    if (phrase_of(ruling).position == Phrase::Where::predicate) {
      const Token& last =
          folded.tokens[static_cast<std::size_t>(words_between(folded, 0, span.begin) - 1)];
      remark.subject = lowered(document.slice(unit.begin, at(last.end)));
      remark.did = past_->of_participle(last_word(folded, span));
      span.begin = folded.tokens.front().begin;
    } else if (!source_.faults[ruling.skill].rewrite.empty()) {
      if (const Token* verb = verb_behind(folded, span, remark.did)) span.end = verb->end;
    }
    remark.begin = at(span.begin);
    remark.end = at(span.end);
    return remark;
  }

  static std::string_view last_word(const Folded& unit, FoldedRange span) {
    std::string_view word;
    for (const Token& token : unit.tokens) {
      if (token.end <= span.end) word = unit.word(token);
    }
    return word;
  }

  // "Responsible for answering", "Required to answer": the verb right behind, which something
  // follows that it was done to.
  const Token* verb_behind(const Folded& unit, FoldedRange span, std::string& did) const {
    for (std::size_t i = 0; i + 1 < unit.tokens.size(); ++i) {
      const Token& token = unit.tokens[i];
      if (token.begin < span.end) continue;
      const auto between = std::string_view(unit.text).substr(span.end, token.begin - span.end);
      if (between != " " && between != ": ") return nullptr;
      const std::string_view word = unit.word(token);
      did = last_word(unit, span) == "to" ? past_->of_base(word) : past_->of_gerund(word);
      return did.empty() ? nullptr : &token;
    }
    return nullptr;
  }

  void add_repeats(const Document& document, std::vector<Remark>& remarks) const {
    const auto fault = std::ranges::find(source_.faults, repeated_phrase, &WritingFault::id);
    if (fault == source_.faults.end()) return;
    std::vector<std::size_t> numbers;
    std::vector<Folded> folded;
    std::vector<std::string_view> sources;
    for (std::size_t i = 0; i < document.units.size(); ++i) {
      const Unit& unit = document.units[i];
      if (unit.kind != UnitKind::bullet || !tells_of_work(document.sections[unit.section].kind))
        continue;
      numbers.push_back(i);
      sources.push_back(document.slice(unit.begin, unit.end));
      folded.push_back(fold(sources.back()));
    }
    const auto number = static_cast<std::size_t>(fault - source_.faults.begin());
    for (const Repeat& repeat : repeats(folded, sources)) {
      std::vector<Remark::Again> places;
      for (const RepeatedIn& in : repeat) {
        const std::size_t begin = document.units[numbers[in.unit]].begin;
        places.push_back({.unit = numbers[in.unit],
                          .begin = begin + folded[in.unit].origin[in.span.begin],
                          .end = begin + folded[in.unit].origin[in.span.end]});
      }
      if (is_told(places.front(), remarks)) continue;
      Remark remark{.fault = number,
                    .unit = places.front().unit,
                    .begin = places.front().begin,
                    .end = places.front().end};
      remark.again.assign(places.begin() + 1, places.end());
      remarks.push_back(std::move(remark));
    }
  }

  // "Responsible for" in every bullet is told as that.
  static bool is_told(const Remark::Again& place, const std::vector<Remark>& remarks) {
    return std::ranges::any_of(remarks, [&](const Remark& remark) {
      return remark.begin <= place.begin && place.end <= remark.end;
    });
  }

  const Lexicon& source_;
  FaultLexicon faults_;
  PatternTable table_;
  std::optional<Scanner> scanner_{};
  Judge judge_;
  Lazy<PastTense> past_;
  WordClass past_verbs_;
  WordClass breaks_;
  PlaceholderFinder placeholders_;
  std::size_t left_;    // index of the fault; that of no fault where the lexicon has none
  std::size_t listed_;  // the same for templates, where it is none
};

Result<Proofreader> Proofreader::make(const Lexicon& lexicon) {
  auto impl = std::make_unique<Impl>(lexicon);
  if (auto fault = impl->compile()) return fail(std::move(*fault));
  return Proofreader(std::move(impl));
}

Proofreader::Proofreader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Proofreader::Proofreader(Proofreader&&) noexcept = default;
Proofreader& Proofreader::operator=(Proofreader&&) noexcept = default;
Proofreader::~Proofreader() = default;

std::vector<Remark> Proofreader::read(const Document& document) const {
  return impl_->read(document);
}

bool Proofreader::finds(std::size_t fault, std::size_t phrase, std::string_view sentence) const {
  return impl_->finds(fault, phrase, sentence);
}

}  // namespace rapport
