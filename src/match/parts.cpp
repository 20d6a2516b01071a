#include "match/parts.hpp"

#include <algorithm>
#include <tuple>

namespace rapport {

namespace {

struct Cue {
  StoryPart part = StoryPart::result;
  const PartRule* rule = nullptr;  // null: a quantity
  FoldedRange span;
};

// Without the signs and blanks at its end.
std::uint32_t trimmed_end(const Folded& unit, FoldedRange range) {
  const std::string_view text = std::string_view(unit.text).substr(0, range.end);
  const std::size_t last = text.find_last_not_of(" .,;:-!");
  return last == std::string_view::npos
             ? range.begin
             : std::max(range.begin, static_cast<std::uint32_t>(last) + 1);
}

// Words ahead of a cue that takes the whole sentence; behind more it is a clause of the sentence.
constexpr int most_ahead = 3;

bool parts_clauses(std::string_view between) {
  return between.find_first_of(",;:.") != std::string_view::npos ||
         between.find(" - ") != std::string_view::npos;
}

// Of each kind, overlapping ones become one.
std::vector<FoundPart> merged(std::vector<FoundPart> found) {
  const auto place = [](const FoundPart& part) {
    return std::tuple(part.part, part.span.begin, part.span.end);
  };
  std::ranges::sort(found, {}, place);
  std::vector<FoundPart> result;
  for (const FoundPart& part : found) {
    if (!result.empty() && result.back().part == part.part &&
        part.span.begin < result.back().span.end) {
      result.back().span.end = std::max(result.back().span.end, part.span.end);
    } else {
      result.push_back(part);
    }
  }
  std::ranges::stable_sort(result, {}, [](const FoundPart& part) { return part.span.begin; });
  return result;
}

}  // namespace

PartFinder::PartFinder(const Lexicon& lexicon, const std::vector<PatternUse>& uses)
    : lexicon_(lexicon), uses_(uses) {
  if (const auto found = lexicon.classes.find("part-end"); found != lexicon.classes.end())
    ends_ = found->second;
}

std::vector<FoundPart> PartFinder::find(const Folded& unit, const std::vector<Hit>& hits) const {
  std::vector<Cue> cues;
  std::vector<Cue> undone;
  for (const Hit& hit : hits) {
    const PatternUse& use = uses_[hit.pattern];
    const FoldedRange span{hit.begin, hit.end};
    if (use.role == PatternUse::Role::quantity) {
      const bool counts = lexicon_.quantities[use.index].counts;
      (counts ? cues : undone).push_back({StoryPart::number, nullptr, span});
    } else if (use.role == PatternUse::Role::part) {
      const PartRule& rule = lexicon_.parts[use.index];
      (rule.counts ? cues : undone).push_back({rule.part, &rule, span});
    }
  }
  std::vector<FoundPart> found;
  for (const Cue& cue : cues) {
    const bool stands = std::ranges::none_of(undone, [&](const Cue& other) {
      return other.part == cue.part && other.span.overlaps(cue.span);
    });
    if (!stands) continue;
    found.push_back({cue.part, cue.rule ? reached(unit, *cue.rule, cue.span) : cue.span});
  }
  return merged(std::move(found));
}

FoldedRange PartFinder::reached(const Folded& unit, const PartRule& rule, FoldedRange cue) const {
  const auto size = static_cast<std::uint32_t>(unit.text.size());
  FoldedRange range = cue;
  switch (rule.reach) {
    case PartRule::Reach::words:
      return cue;
    case PartRule::Reach::clause:
      range.end = clause_end(unit, cue);
      break;
    case PartRule::Reach::rest:
      range.end = size;
      break;
    case PartRule::Reach::whole:
      range.end = size;
      if (words_between(unit, 0, cue.begin) <= most_ahead) range.begin = unit.tokens.front().begin;
      break;
  }
  range.end = trimmed_end(unit, range);
  return range;
}

// "When I was new, …" does not end at its own `I`, "when a guest shouted I …" does.
std::uint32_t PartFinder::clause_end(const Folded& unit, FoldedRange cue) const {
  constexpr int fewest_words = 2;
  int words = 0;
  std::uint32_t end = cue.end;
  for (const Token& token : unit.tokens) {
    if (token.begin < cue.end) continue;
    if (parts_clauses(std::string_view(unit.text).substr(end, token.begin - end))) return end;
    if (words >= fewest_words && std::ranges::binary_search(ends_, unit.word(token), std::less<>()))
      return end;
    end = token.end;
    ++words;
  }
  return end;
}

}  // namespace rapport
