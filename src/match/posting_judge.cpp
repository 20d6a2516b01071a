#include "match/posting_judge.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "match/clauses.hpp"
#include "match/folded.hpp"
#include "match/scanner.hpp"

namespace rapport {

namespace {

constexpr int far = std::numeric_limits<int>::max();

// The patterns of the posting's rules as the scanner numbers them: headings, then cues, then what
// undoes cues.
struct Table {
  std::vector<const Rule*> rules{};
  std::size_t headings = 0;
  std::size_t cues = 0;
  std::vector<std::size_t> undone{};  // by the rules behind the cues: index of the cue
  std::deque<Rule> undoing{};

  explicit Table(const PostingRules& posting)
      : headings(posting.headings.size()), cues(posting.cues.size()) {
    for (const Rule& rule : posting.headings) rules.push_back(&rule);
    for (const Rule& rule : posting.cues) rules.push_back(&rule);
    for (std::size_t i = 0; i < cues; ++i) {
      if (posting.cues[i].unless.empty()) continue;
      undoing.push_back({.pattern = posting.cues[i].unless, .where = posting.cues[i].where});
      undone.push_back(i);
    }
    for (const Rule& rule : undoing) rules.push_back(&rule);
  }
};

struct Cue {
  const PostingCue* rule = nullptr;
  FoldedRange span;

  [[nodiscard]] bool speaks_of_employer() const { return rule->part == PostingPart::employer; }
  [[nodiscard]] bool tells_wish() const {
    return rule->part == PostingPart::required || rule->part == PostingPart::preferred;
  }
};

// A unit with the cues that stand in it.
struct Sentence {
  Folded folded;
  std::vector<Cue> cues{};
  PostingPart part = PostingPart::unclear;  // of the posting that it stands in
  std::uint32_t begin = 0;                  // of what is left of it behind a heading
  bool bullet = false;
};

bool is_wish(PostingPart part) {
  return part == PostingPart::required || part == PostingPart::preferred;
}

}  // namespace

class PostingJudge::Impl {
 public:
  Impl(const Lexicon& lexicon, Table table, Scanner scanner)
      : rules_(lexicon.posting),
        table_(std::move(table)),
        scanner_(std::move(scanner)),
        clauses_(lexicon.classes),
        openers_(words_of(lexicon, "posting-opener")),
        duties_(words_of(lexicon, "posting-duty")) {}

  void judge(Posting& posting) const {
    const Document& document = posting.reading.document;
    std::vector<Evidence>& evidence = posting.reading.evidence;
    posting.wishes.assign(evidence.size(), Wish::required);
    posting.parts.assign(document.units.size(), PostingPart::unclear);
    PostingPart part = PostingPart::unclear;
    std::size_t next = 0;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit) {
      const Sentence sentence = look(document, unit, part);
      posting.parts[unit] = part_of(sentence);
      for (; next < evidence.size() && evidence[next].unit == unit; ++next) {
        if (evidence[next].rejected()) continue;
        judge(document, sentence, evidence[next], posting.wishes[next]);
      }
    }
  }

 private:
  static WordClass words_of(const Lexicon& lexicon, std::string_view name) {
    const auto found = lexicon.classes.find(name);
    return found == lexicon.classes.end() ? WordClass{} : found->second;
  }

  // Takes a unit in; what is a heading sets `part` for it and for what follows.
  Sentence look(const Document& document, std::size_t number, PostingPart& part) const {
    const Unit& unit = document.units[number];
    Sentence sentence{.folded = fold(document.slice(unit.begin, unit.end))};
    sentence.bullet = unit.kind == UnitKind::bullet;
    const std::vector<Hit> hits = scanner_.scan(sentence.folded);
    sentence.part = heading_part(document, unit, hits, sentence, part);
    sentence.cues = cues_in(hits, sentence.begin);
    return sentence;
  }

  // "Requirements" alone rules what follows; "Benefits: free parking" only its own line.
  PostingPart heading_part(const Document& document, const Unit& unit, const std::vector<Hit>& hits,
                           Sentence& sentence, PostingPart& part) const {
    const bool heading = unit.kind == UnitKind::heading;
    const Folded& folded = sentence.folded;
    if (folded.tokens.empty()) return part;
    const std::uint32_t first = folded.tokens.front().begin;
    const std::uint32_t last = folded.tokens.back().end;
    for (const Hit& hit : hits) {
      if (hit.pattern >= table_.headings || hit.begin != first) continue;
      const PostingPart named = rules_.headings[hit.pattern].part;
      if (hit.end == last && !folded.text.ends_with('.')) return part = named;
      const std::size_t colon = folded.text.find_first_not_of(' ', hit.end);
      if (colon == std::string::npos || folded.text[colon] != ':') continue;
      sentence.begin = static_cast<std::uint32_t>(colon);
      if (named != PostingPart::employer) part = named;
      return named;
    }
    // A heading in words that nobody foresaw: of a new section, or of a part of this one.
    const bool opens_section =
        heading && unit.section < document.sections.size() &&
        document.sections[unit.section].begin <= unit.begin &&
        document.slice(unit.begin, unit.end).starts_with(document.sections[unit.section].heading);
    if (opens_section) part = PostingPart::unclear;
    return part;
  }

  std::vector<Cue> cues_in(const std::vector<Hit>& hits, std::uint32_t begin) const {
    std::vector<Cue> cues;
    for (const Hit& hit : hits) {
      if (hit.pattern < table_.headings || hit.begin < begin) continue;
      const std::size_t number = hit.pattern - table_.headings;
      if (number >= table_.cues) continue;
      const FoldedRange span{hit.begin, hit.end};
      if (!undone(hits, number, span)) cues.push_back({&rules_.cues[number], span});
    }
    return cues;
  }

  bool undone(const std::vector<Hit>& hits, std::size_t cue, FoldedRange span) const {
    return std::ranges::any_of(hits, [&](const Hit& hit) {
      if (hit.pattern < table_.headings + table_.cues) return false;
      return table_.undone[hit.pattern - table_.headings - table_.cues] == cue &&
             span.overlaps({hit.begin, hit.end});
    });
  }

  // How many words stand between a cue and what it governs; `far` when it does not reach.
  int distance(const Sentence& sentence, const Cue& cue, FoldedRange span) const {
    const bool after = cue.rule->after;
    if (after ? cue.span.end <= span.end : cue.span.begin >= span.begin) return far;
    const std::uint32_t begin = after ? span.end : cue.span.end;
    const std::uint32_t end = after ? cue.span.begin : span.begin;
    if (begin >= end) return 0;
    const int words = words_between(sentence.folded, begin, end);
    if (words > cue.rule->within) return far;
    if (cue.rule->phrase && (!clauses_.within_phrase(sentence.folded, begin, end) ||
                             !clauses_.unbroken(sentence.folded, begin, end, false))) {
      return far;
    }
    if (after && !clauses_.unbroken(sentence.folded, begin, end, true)) return far;
    return words;
  }

  template <class Predicate>
  const Cue* nearest(const Sentence& sentence, FoldedRange span, Predicate counts) const {
    const Cue* best = nullptr;
    int best_distance = far;
    for (const Cue& cue : sentence.cues) {
      if (!counts(cue)) continue;
      const int away = distance(sentence, cue, span);
      // Of two as near, the one that begins later says more: "we are | looking for".
      if (away < best_distance || (away == best_distance && away != far)) {
        best = &cue;
        best_distance = away;
      }
    }
    return best;
  }

  // What governs a span; null when nothing does.
  const Cue* governing(const Sentence& sentence, FoldedRange span) const {
    for (const Cue& cue : sentence.cues) {
      if (cue.rule->whole) return &cue;
    }
    const bool employer = sentence.part == PostingPart::employer;
    const auto counts = [&](const Cue& cue) {
      return !employer || cue.rule->strong || cue.speaks_of_employer();
    };
    if (const Cue* cue = nearest(sentence, span, counts)) return cue;
    // "With patience and tact, you will guide …"
    for (const Cue& cue : sentence.cues) {
      if (counts(cue) && !cue.rule->after && cue.span.begin >= span.end) return &cue;
    }
    return nullptr;
  }

  bool asks(const Sentence& sentence, FoldedRange span) const {
    if (const Cue* cue = governing(sentence, span)) return !cue->speaks_of_employer();
    if (sentence.part != PostingPart::unclear) return sentence.part != PostingPart::employer;
    return sentence.bullet || is_addressed(sentence, span);
  }

  // Whether a sentence without any cue speaks to the applicant all the same: "Answer calls …",
  // "Excellent communication skills."
  bool is_addressed(const Sentence& sentence, FoldedRange span) const {
    const Folded& folded = sentence.folded;
    const auto known = [](const WordClass& words, std::string_view word) {
      return std::ranges::binary_search(words, word, std::less<>());
    };
    if (!folded.tokens.empty() && known(duties_, folded.word(folded.tokens.front()))) return true;
    return std::ranges::all_of(folded.tokens, [&](const Token& token) {
      return token.begin >= span.begin || known(openers_, folded.word(token));
    });
  }

  Wish wish(const Sentence& sentence, FoldedRange span) const {
    const auto tells = [](const Cue& cue) { return cue.tells_wish(); };
    if (const Cue* cue = nearest(sentence, span, tells)) {
      return cue->rule->part == PostingPart::preferred ? Wish::preferred : Wish::required;
    }
    return sentence.part == PostingPart::preferred ? Wish::preferred : Wish::required;
  }

  void judge(const Document& document, const Sentence& sentence, Evidence& evidence,
             Wish& wanted) const {
    const std::size_t unit = document.units[evidence.unit].begin;
    const auto at = [&](std::size_t offset) {
      const auto& origin = sentence.folded.origin;
      const auto found =
          std::ranges::lower_bound(origin, static_cast<std::uint32_t>(offset - unit));
      return static_cast<std::uint32_t>(found - origin.begin());
    };
    const FoldedRange span{at(evidence.begin), at(evidence.end)};
    wanted = wish(sentence, span);
    if (span.begin >= sentence.begin && asks(sentence, span)) return;
    const Cue* cue = governing(sentence, span);
    const auto source = [&](std::uint32_t offset) { return unit + sentence.folded.origin[offset]; };
    evidence.level = Level::none;
    evidence.objections.assign(
        1, {.rule = "employer-talk",
            .why = "not asked of the applicant",
            .begin = cue ? source(cue->span.begin) : document.units[evidence.unit].begin,
            .end = cue ? source(cue->span.end) : document.units[evidence.unit].begin});
  }

  // What a sentence as a whole speaks of.
  static PostingPart part_of(const Sentence& sentence) {
    // In so many words a sentence says of whom it speaks.
    const int opening = is_wish(sentence.part) ? 2 : 5;
    const bool employer = sentence.part == PostingPart::employer;
    PostingPart part = sentence.part;
    bool asks = false;
    bool praises = false;
    for (const Cue& cue : sentence.cues) {
      if (cue.rule->whole) return cue.rule->part;
      if (employer && !cue.rule->strong) continue;
      const int before = words_between(sentence.folded, sentence.begin, cue.span.begin);
      praises = praises || (cue.speaks_of_employer() && before < opening);
      asks = asks || !cue.speaks_of_employer();
      if (cue.tells_wish()) part = cue.rule->part;
    }
    if (praises && !asks) return PostingPart::employer;
    if (is_wish(part)) return part;
    if (asks || (sentence.bullet && part == PostingPart::unclear)) return PostingPart::duty;
    return part;
  }

  const PostingRules& rules_;
  Table table_;
  Scanner scanner_;
  Clauses clauses_;
  WordClass openers_;
  WordClass duties_;
};

Result<PostingJudge> PostingJudge::make(const Lexicon& lexicon) {
  Table table(lexicon.posting);
  auto scanner = Scanner::make(table.rules, lexicon.classes, Prefer::longest);
  if (!scanner) return fail(scanner.error());
  return PostingJudge(std::make_unique<Impl>(lexicon, std::move(table), std::move(*scanner)));
}

PostingJudge::PostingJudge(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PostingJudge::PostingJudge(PostingJudge&&) noexcept = default;
PostingJudge& PostingJudge::operator=(PostingJudge&&) noexcept = default;
PostingJudge::~PostingJudge() = default;

void PostingJudge::judge(Posting& posting) const {
  impl_->judge(posting);
}

}  // namespace rapport
