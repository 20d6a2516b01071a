#include "assess/improve.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "assess/suggest.hpp"

namespace rapport {
namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.find_last_of(blanks);
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

// "etc.", "a.m.", "Inc.": the stop belongs to the word, and the sentence may have none of its own.
bool ends_with_abbreviation(std::string_view text) {
  constexpr std::array<std::string_view, 9> known = {"etc.",  "inc.", "ltd.", "co.", "corp.",
                                                     "dept.", "jr.",  "sr.",  "st."};
  const std::string word = lower_case(last_word(text));
  return word.find('.') < word.size() - 1 || is_one_of(word, known);
}

// A sentence as blanks can be set behind it: the range without what ends it, and that.
struct Body {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string stop{};  // goes behind the blanks: "." or ""
};

std::optional<Body> body_of(const Document& document, const Unit& unit) {
  Body body{.begin = unit.begin, .end = unit.end};
  const auto text = [&] { return document.slice(body.begin, body.end); };
  const auto drop_at_end = [&](std::string_view characters) {
    const std::size_t last = text().find_last_not_of(characters);
    body.end = last == std::string_view::npos ? body.begin : body.begin + last + 1;
  };
  drop_at_end(" \t\n\r\f\v,;:-");
  for (const std::string_view joint : {", and", "; and", ", or", "; or"}) {  // the list goes on
    if (!lower_case(text()).ends_with(joint)) continue;
    body.end -= joint.size();
    drop_at_end(" ,;");
  }
  if (text().empty() || text().ends_with('?') || text().ends_with("..") || text().ends_with("…"))
    return std::nullopt;
  if (text().ends_with('.') || text().ends_with('!')) {
    body.stop = text().back();
    if (!ends_with_abbreviation(text())) --body.end;
  }
  return body;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

bool is_article(std::string_view word) {
  constexpr std::array<std::string_view, 3> articles = {"a", "an", "one"};
  return is_one_of(lower_case(word), articles);
}

bool is_plural(std::string_view noun) {
  const std::string word = lower_case(last_word(noun));
  return (word.ends_with('s') && !word.ends_with("ss")) || word == "people" || word == "children";
}

bool holds_preposition(std::string_view text) {
  constexpr std::array<std::string_view, 15> prepositions = {
      "of", "for", "from", "with", "to",   "in",  "on",     "at",
      "by", "as",  "and",  "or",   "than", "per", "between"};
  std::string words = lower_case(text) + ' ';
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = words.find_first_of(" \n,;:/", at);
    if (is_one_of(std::string_view(words).substr(at, end - at), prepositions)) return true;
    at = end + 1;
  }
  return false;
}

// Whether what follows a noun leaves no doubt that the noun phrase is over.
bool phrase_is_over(std::string_view rest) {
  constexpr std::array<std::string_view, 13> openers = {
      "at",   "in",      "on",  "by",     "during", "over", "until",
      "with", "without", "via", "across", "before", "after"};
  if (rest.empty()) return true;
  if (rest.front() != ' ' && rest.front() != '\n') return false;
  const std::string word = lower_case(rest.substr(1, rest.find_first_of(" \n,", 1) - 1));
  return is_one_of(word, openers);
}

// Whether the words begin a clause, so that what stands ahead of them is over.
bool opens_clause(std::string_view text) {
  constexpr std::array<std::string_view, 8> openers = {
      "so", "until", "till", "which", "thereby", "without", "resulting", "leading"};
  return is_one_of(lower_case(text.substr(0, text.find_first_of(blanks))), openers);
}

class Improver {
 public:
  Improver(const Reading& reading, const Evidence& evidence, const Lexicon& lexicon, Body body)
      : document_(reading.document),
        reading_(reading),
        evidence_(evidence),
        lexicon_(lexicon),
        body_(std::move(body)) {}

  std::optional<Improved> run() {
    find_missing();
    if (missing_.empty()) return std::nullopt;
    Improved improved{.missing = missing_};
    const bool counts = lacks(StoryPart::number) || lacks(StoryPart::measure);
    improved.text = composed(missing_);
    if (!counts) return improved;
    std::vector<StoryPart> plain = missing_;
    std::erase(plain, StoryPart::number);
    std::erase(plain, StoryPart::measure);
    if (!lacks(StoryPart::result) && asked_for(StoryPart::example))
      plain.push_back(StoryPart::example);
    if (!plain.empty()) improved.plain = composed(plain);
    return improved;
  }

 private:
  const Part* part(StoryPart kind) const { return find_part(reading_, evidence_.unit, kind); }
  bool asked_for(StoryPart kind) const { return !lexicon_.words(kind).blank.empty(); }
  bool lacks(StoryPart kind) const { return std::ranges::find(missing_, kind) != missing_.end(); }

  void find_missing() {
    constexpr std::size_t short_bullet = 8;  // words; a longer one tells for whom in its own way
    const bool letter = document_.kind == DocumentKind::cover_letter;
    const Part* result = part(StoryPart::result);
    const auto miss = [&](StoryPart kind) {
      if (asked_for(kind)) missing_.push_back(kind);
    };
    if (!letter && !result && !part(StoryPart::who) && words() <= short_bullet) {
      miss(StoryPart::who);
    }
    if (!letter && !part(StoryPart::number) && !tells_one_case()) {
      miss(result && is_lifting(*result) ? StoryPart::measure : StoryPart::number);
    }
    if (!result && !(letter && told_next())) miss(StoryPart::result);
  }

  std::size_t words() const { return words_in(document_.slice(body_.begin, body_.end)); }

  // "Stayed with a frightened guest" was once: to ask how often would change what it says.
  bool tells_one_case() const {
    return std::ranges::any_of(parts_of(reading_, evidence_.unit), [&](const Part& who) {
      if (who.part != StoryPart::who) return false;
      const std::string ahead = one_line(document_.slice(body_.begin, who.begin));
      const std::string_view adjective = last_word(ahead);
      const std::string before = one_line(ahead.substr(0, ahead.size() - adjective.size()));
      return is_article(adjective) || is_article(last_word(before));
    });
  }

  // "cutting the wait": a change, whose size can be told.
  bool is_lifting(const Part& result) const {
    const std::string_view text = document_.slice(result.begin, result.end);
    return text.substr(0, text.find_first_of(blanks)).ends_with("ing");
  }

  // In a letter the next sentence may say what came of it.
  bool told_next() const {
    const std::size_t next = evidence_.unit + 1;
    return next < document_.units.size() &&
           document_.units[next].section == document_.units[evidence_.unit].section &&
           find_part(reading_, next, StoryPart::result) != nullptr;
  }

  // Behind the people whom the evidence is about, or ahead of the result; else at the end.
  std::size_t place_of_count() const {
    const std::string_view text = document_.text;
    for (const Part& who : parts_of(reading_, evidence_.unit)) {
      if (who.part != StoryPart::who) continue;
      if (who.begin < evidence_.begin || who.end > body_.end) continue;
      const std::string_view ahead = document_.slice(evidence_.begin, who.begin);
      if (!is_plural(document_.slice(who.begin, who.end)) || holds_preposition(ahead)) break;
      if (phrase_is_over(text.substr(who.end, body_.end - who.end))) return who.end;
      break;
    }
    const Part* result = part(StoryPart::result);
    if (!result || result->begin <= evidence_.begin || result->begin >= body_.end) return body_.end;
    const std::size_t before = text.find_last_not_of(blanks, result->begin - 1);
    if (text[before] == ',') return before;
    return opens_clause(text.substr(result->begin)) ? before + 1 : body_.end;
  }

  std::string composed(const std::vector<StoryPart>& kinds) const {
    std::string bracketed;
    std::string behind;
    bool counts = false;
    for (const StoryPart kind : kinds) {
      const PartWords& words = lexicon_.words(kind);
      if (words.lead.empty() || !is_simple()) {
        bracketed += (bracketed.empty() ? "[" : ", [") + words.blank + ']';
      } else {
        behind += words.lead + '[' + words.blank + ']';
      }
      counts = counts || kind == StoryPart::number;
    }
    if (!bracketed.empty()) bracketed = " (" + bracketed + ')';
    const std::size_t at = counts && is_simple() ? place_of_count() : body_.end;
    const std::string_view tail = document_.slice(at, body_.end);
    std::string text = one_line(document_.slice(body_.begin, at)) + bracketed;
    if (!tail.empty() && blanks.find(tail.front()) != std::string_view::npos) text += ' ';
    return text + one_line(tail) + behind + body_.stop;
  }

  // In a list behind a colon a clause at the end would belong to the last entry; behind a mere
  // noun phrase ("Team lead for two shops") it would belong to nothing.
  bool is_simple() const {
    const std::string_view text = document_.slice(body_.begin, body_.end);
    return text.find_first_of(":;\"") == std::string_view::npos && is_clause(text);
  }

  // Whether somebody does something: one of the first words is the evidence's, a verb in the past
  // tense or in -ing, or "I".
  bool is_clause(std::string_view text) const {
    constexpr std::size_t first_words = 3;
    std::size_t at = 0;
    for (std::size_t word = 0; word < first_words && at < text.size(); ++word) {
      const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
      const std::string lower = lower_case(text.substr(at, end - at));
      if (evidence_.begin <= body_.begin + at || lower.ends_with("ed") || lower.ends_with("ing"))
        return true;
      at = text.find_first_not_of(blanks, end);
      if (at == std::string_view::npos) break;
    }
    return words_of(text).contains("i");
  }

  const Document& document_;
  const Reading& reading_;
  const Evidence& evidence_;
  const Lexicon& lexicon_;
  Body body_;
  std::vector<StoryPart> missing_{};
};

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (const char c : text) {
    if (blanks.find(c) != std::string_view::npos) {
      blank = !line.empty();
      continue;
    }
    if (blank) line += ' ';
    blank = false;
    line += c;
  }
  return line;
}

bool speaks_of_self(std::string_view text) {
  constexpr std::array<std::string_view, 5> own = {"i", "we", "my", "me", "our"};
  const std::set<std::string> words = words_of(text);
  return std::ranges::any_of(
      own, [&](std::string_view word) { return words.contains(std::string(word)); });
}

std::span<const Part> parts_of(const Reading& reading, std::size_t unit) {
  const auto begin = std::ranges::lower_bound(reading.parts, unit, {}, &Part::unit);
  const auto end = std::ranges::upper_bound(reading.parts, unit, {}, &Part::unit);
  return {begin, end};
}

const Part* find_part(const Reading& reading, std::size_t unit, StoryPart part) {
  const auto parts = parts_of(reading, unit);
  const auto found = std::ranges::find(parts, part, &Part::part);
  return found == parts.end() ? nullptr : &*found;
}

std::optional<Improved> improve(const Reading& reading, const Evidence& evidence,
                                const Lexicon& lexicon) {
  constexpr std::size_t fewest_words = 3;
  constexpr std::size_t most_words = 30;  // beyond that a sentence wants cutting, not more
  auto body = body_of(reading.document, reading.document.units[evidence.unit]);
  if (!body) return std::nullopt;
  const std::string_view text = reading.document.slice(body->begin, body->end);
  const std::size_t words = words_in(text);
  if (words < fewest_words || words > most_words) return std::nullopt;
  if (reading.document.kind == DocumentKind::cover_letter && !speaks_of_self(text))
    return std::nullopt;
  return Improver(reading, evidence, lexicon, std::move(*body)).run();
}

}  // namespace rapport
