#include "rapport/matcher.hpp"

#include <algorithm>

#include "match/judge.hpp"
#include "match/pattern_table.hpp"
#include "match/scanner.hpp"

namespace rapport {

namespace {

// Of overlapping pieces of evidence for one skill the strongest stays, then the longest. What was
// rejected stays only where nothing was accepted.
void reduce(std::vector<Ruling>& rulings) {
  std::ranges::stable_sort(rulings, [](const Ruling& a, const Ruling& b) {
    if (a.skill != b.skill) return a.skill < b.skill;
    if (a.level != b.level) return a.level > b.level;
    return a.span.end - a.span.begin > b.span.end - b.span.begin;
  });
  std::vector<Ruling> kept;
  for (Ruling& ruling : rulings) {
    const bool covered = std::ranges::any_of(kept, [&](const Ruling& other) {
      return other.skill == ruling.skill && other.span.overlaps(ruling.span);
    });
    if (!covered) kept.push_back(std::move(ruling));
  }
  std::ranges::stable_sort(
      kept, {}, [](const Ruling& ruling) { return std::pair(ruling.span.begin, ruling.skill); });
  rulings = std::move(kept);
}

}  // namespace

class Matcher::Impl {
 public:
  Impl(const Lexicon& lexicon, PatternTable table, Scanner scanner)
      : lexicon_(lexicon),
        table_(std::move(table)),
        scanner_(std::move(scanner)),
        judge_(lexicon_, table_.uses) {}

  const Lexicon& lexicon() const { return lexicon_; }

  std::vector<Evidence> match(const Document& document, Rejected rejected) const {
    std::vector<Evidence> result;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit) {
      if (document.units[unit].kind != UnitKind::heading) {
        match_unit(document, unit, rejected, result);
      }
    }
    return result;
  }

 private:
  void match_unit(const Document& document, std::size_t number, Rejected rejected,
                  std::vector<Evidence>& result) const {
    const Unit& unit = document.units[number];
    const std::string_view source = document.slice(unit.begin, unit.end);
    const Folded folded = fold(source);
    auto rulings = judge_.rule({.source = source, .folded = &folded}, scanner_.scan(folded));
    if (rejected == Rejected::leave_out) {
      std::erase_if(rulings, [](const Ruling& ruling) { return ruling.level == Level::none; });
    }
    reduce(rulings);
    const auto place = [&](std::uint32_t offset) { return unit.begin + folded.origin[offset]; };
    for (const Ruling& ruling : rulings) {
      Evidence evidence{.skill = ruling.skill, .rule = ruling.index, .level = ruling.level};
      evidence.unit = number;
      evidence.begin = place(ruling.span.begin);
      evidence.end = place(ruling.span.end);
      for (const Ruling::Reason& reason : ruling.reasons) {
        evidence.objections.push_back({std::string(reason.id), std::string(reason.why),
                                       place(reason.cue.begin), place(reason.cue.end)});
      }
      if (ruling.number) {
        evidence.measure = {.rule = ruling.number->rule,
                            .begin = place(ruling.number->span.begin),
                            .end = place(ruling.number->span.end)};
      }
      result.push_back(std::move(evidence));
    }
  }

  const Lexicon& lexicon_;
  PatternTable table_;
  Scanner scanner_;
  Judge judge_;
};

Result<Matcher> Matcher::make(const Lexicon& lexicon) {
  PatternTable table(lexicon);
  auto scanner = Scanner::make(table.rules, lexicon.classes);
  if (!scanner) return fail(scanner.error());
  return Matcher(std::make_unique<Impl>(lexicon, std::move(table), std::move(*scanner)));
}

Matcher::Matcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::vector<Evidence> Matcher::match(const Document& document, Rejected rejected) const {
  return impl_->match(document, rejected);
}

const Lexicon& Matcher::lexicon() const {
  return impl_->lexicon();
}

}  // namespace rapport
