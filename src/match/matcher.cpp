#include "rapport/matcher.hpp"

#include <algorithm>

#include "base/bounds.hpp"
#include "match/joins.hpp"
#include "match/judge.hpp"
#include "match/parts.hpp"
#include "match/pattern_table.hpp"
#include "match/placeholders.hpp"
#include "match/posting_judge.hpp"
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
  // Patterns with the scanner that was made of them.
  struct Patterned {
    PatternTable table;
    Scanner scanner;
  };

  Impl(const Lexicon& lexicon, Patterned evidence, Patterned parts, PostingJudge posting_judge)
      : lexicon_(lexicon),
        evidence_(std::move(evidence)),
        parts_(std::move(parts)),
        clauses_(lexicon_.classes),
        judge_(lexicon_, lexicon_.classes, evidence_.table.uses),
        posting_judge_(std::move(posting_judge)),
        finder_(lexicon_, parts_.table.uses),
        placeholders_(lexicon_) {}

  static Result<Patterned> patterned(const Lexicon& lexicon, Patterns wanted) {
    PatternTable table(lexicon, wanted);
    auto scanner = Scanner::make(table.rules, lexicon.classes);
    if (!scanner) return fail(scanner.error());
    return Patterned{std::move(table), std::move(*scanner)};
  }

  const Lexicon& lexicon() const { return lexicon_; }

  std::vector<Evidence> match(const Document& document, Rejected rejected, bool as_posting) const {
    std::vector<Evidence> result;
    for (std::size_t unit = 0; unit < document.units.size() && result.size() < max_evidence;
         ++unit) {
      if (document.units[unit].kind != UnitKind::heading) {
        match_unit(document, unit, rejected, as_posting, result);
      }
    }
    if (result.size() > max_evidence) result.resize(max_evidence);
    return result;
  }

  Posting match_posting(Document document) const {
    Posting posting;
    posting.reading.evidence = match(document, Rejected::leave_out, true);
    posting.reading.document = std::move(document);
    posting_judge_.judge(posting);
    return posting;
  }

  std::vector<Part> parts(const Document& document, std::span<const Evidence> evidence) const {
    std::vector<bool> wanted(document.units.size() + 2);  // by the number of the unit, and one
    for (const Evidence& found : evidence)
      for (std::size_t near = 0; near < 3; ++near) wanted[found.unit + near] = true;
    std::vector<Part> result;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit)
      if (wanted[unit + 1]) add_parts(document, unit, result);
    return result;
  }

 private:
  void add_parts(const Document& document, std::size_t number, std::vector<Part>& result) const {
    const Unit& unit = document.units[number];
    if (unit.kind == UnitKind::heading) return;
    const Folded folded = fold(document.slice(unit.begin, unit.end));
    for (const FoundPart& found : finder_.find(folded, parts_.scanner.scan(folded))) {
      result.push_back({.part = found.part,
                        .unit = number,
                        .begin = unit.begin + folded.origin[found.span.begin],
                        .end = unit.begin + folded.origin[found.span.end]});
    }
  }

  // What is still to be put into words proves nothing, and no pattern may reach across it.
  void leave_out_placeholders(const Document& document, std::size_t number, const Folded& folded,
                              std::vector<Hit>& hits) const {
    if (hits.empty()) return;
    const auto placeholders = placeholders_.find(document, number);
    if (placeholders.empty()) return;
    const std::size_t start = document.units[number].begin;
    std::erase_if(hits, [&](const Hit& hit) {
      return any_overlaps(placeholders, start + folded.origin[hit.begin],
                          start + folded.origin[hit.end]);
    });
  }

  void match_unit(const Document& document, std::size_t number, Rejected rejected, bool as_posting,
                  std::vector<Evidence>& result) const {
    const Unit& unit = document.units[number];
    const std::string_view source = document.slice(unit.begin, unit.end);
    Folded folded = fold(source);
    part_joined_lines(clauses_, source, folded);
    const JudgedUnit judged{.source = source, .folded = &folded, .in_posting = as_posting};
    std::vector<Hit> hits = evidence_.scanner.scan(folded, evidence_.table.are_evidence);
    if (!as_posting) leave_out_placeholders(document, number, folded, hits);
    auto rulings = judge_.rule(judged, hits);
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
  Patterned evidence_;
  Patterned parts_;
  Clauses clauses_;
  Judge judge_;
  PostingJudge posting_judge_;
  PartFinder finder_;
  PlaceholderFinder placeholders_;
};

Result<Matcher> Matcher::make(const Lexicon& lexicon) {
  auto evidence = Impl::patterned(lexicon, Patterns::evidence);
  if (!evidence) return fail(evidence.error());
  auto parts = Impl::patterned(lexicon, Patterns::parts);
  if (!parts) return fail(parts.error());
  auto posting_judge = PostingJudge::make(lexicon);
  if (!posting_judge) return fail(posting_judge.error());
  return Matcher(std::make_unique<Impl>(lexicon, std::move(*evidence), std::move(*parts),
                                        std::move(*posting_judge)));
}

Matcher::Matcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::vector<Evidence> Matcher::match(const Document& document, Rejected rejected) const {
  return impl_->match(document, rejected, false);
}

Posting Matcher::match_posting(Document document) const {
  return impl_->match_posting(std::move(document));
}

std::vector<Part> Matcher::parts(const Document& document,
                                 std::span<const Evidence> evidence) const {
  return impl_->parts(document, evidence);
}

const Lexicon& Matcher::lexicon() const {
  return impl_->lexicon();
}

}  // namespace rapport
