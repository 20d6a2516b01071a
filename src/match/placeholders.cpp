#include "match/placeholders.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace rapport {
namespace {

constexpr std::size_t most_words = 12;

// Elements of HTML that are words for what a resume has, too.
constexpr std::array<std::string_view, 24> tags = {
    "a",     "address", "area", "article", "body", "button",  "code",   "data",
    "date",  "details", "div",  "footer",  "form", "head",    "header", "html",
    "input", "label",   "link", "section", "span", "summary", "table",  "title"};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// "First_Name" and "firstName" as "first", "name".
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inside = is_lower(c) || is_upper(c) || (c >= '0' && c <= '9') ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (c == '\'' || c == '%' || c == '#') continue;
    const bool hump = is_upper(c) && i > 0 && is_lower(text[i - 1]);
    if ((!inside || hump) && !words.back().empty()) words.emplace_back();
    if (inside) words.back() += lower(c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

void add_blanks(std::string_view phrasing, std::set<std::string, std::less<>>& blanks) {
  for (const PlaceholderShape& shape : placeholder_shapes(phrasing)) {
    if (phrasing[shape.begin] == '[') blanks.insert(joined(words_of(shape.words)));
  }
}

// "[X] Willing to travel" is a box with a cross in it, "[X]%" is a blank.
bool is_crossed_box(const PlaceholderShape& shape, std::string_view unit) {
  if (shape.words != "X" && shape.words != "x") return false;
  const bool percent = shape.end < unit.size() && unit[shape.end] == '%';
  return !percent && (shape.begin == 0 || shape.words == "x");
}

bool is_tag(const PlaceholderShape& shape) {
  return std::ranges::find(tags, shape.words) != tags.end();
}

// The words that the format marks, as ranges of the unit's text.
void add_prompts(const Document& document, const Unit& unit, std::vector<Placeholder>& found) {
  const auto& prompts = document.source.prompts;
  std::size_t last = prompts.size();  // the prompt that the byte before belongs to
  for (std::size_t at = unit.begin; at < unit.end; ++at) {
    const std::size_t source = document.to_source.source(at);
    const auto after = std::ranges::upper_bound(prompts, source, {}, &Prompt::begin);
    const bool inside = after != prompts.begin() && source < std::prev(after)->end;
    const auto index = static_cast<std::size_t>(after - prompts.begin());
    if (inside && index == last && !found.empty() && found.back().end == at) {
      found.back().end = at + 1;
    } else if (inside) {
      found.push_back({.begin = at, .end = at + 1});
    }
    last = inside ? index : prompts.size();
  }
  for (Placeholder& prompt : found)
    prompt.words = std::string(document.slice(prompt.begin, prompt.end));
  std::erase_if(found, [](const Placeholder& prompt) { return words_of(prompt.words).empty(); });
}

}  // namespace

bool any_overlaps(const std::vector<Placeholder>& placeholders, std::size_t from, std::size_t to) {
  const auto first = std::ranges::upper_bound(placeholders, from, {}, &Placeholder::end);
  return first != placeholders.end() && first->begin < to;
}

PlaceholderFinder::PlaceholderFinder(const Lexicon& lexicon)
    : known_([&lexicon] { return known_in(lexicon); }),
      blanks_([&lexicon] { return blanks_in(lexicon); }) {}

PlaceholderFinder::Known PlaceholderFinder::known_in(const Lexicon& lexicon) {
  Known known;
  const auto words = [&](std::string_view name) {
    const auto found = lexicon.classes.find(name);
    return found == lexicon.classes.end() ? WordClass{} : found->second;
  };
  known.leads = words("placeholder-lead");
  known.nouns = words("placeholder-noun");
  known.modifiers = words("placeholder-modifier");
  known.heads = words("placeholder-head");
  known.orders = words("placeholder-order");
  known.wholes = words("placeholder-whole");
  known.readers = words("placeholder-reader");
  known.never = words("placeholder-never");
  known.numbers = words("placeholder-number");
  return known;
}

PlaceholderFinder::Blanks PlaceholderFinder::blanks_in(const Lexicon& lexicon) {
  Blanks blanks;
  for (const Skill& skill : lexicon.skills) {
    for (const Suggestion& suggestion : skill.suggestions) {
      add_blanks(suggestion.text, blanks);
      add_blanks(suggestion.plain, blanks);
    }
  }
  return blanks;
}

bool PlaceholderFinder::in(const WordClass& words, std::string_view word) const {
  return std::ranges::binary_search(words, word, std::less<>());
}

bool PlaceholderFinder::asks_for_number(std::string_view text) const {
  const Words words = words_of(text);
  if (words.empty()) return true;  // "#", "%"
  const bool single = words.size() == 1 && words[0].size() <= 2 &&
                      words[0].find_first_not_of("nx") == std::string::npos;
  return single || std::ranges::any_of(
                       words, [&](const std::string& word) { return in(known_->numbers, word); });
}

bool PlaceholderFinder::is_asked_for(const Words& words) const {
  if (words.size() < 2) return false;
  if (std::ranges::any_of(words,
                          [&](const std::string& word) { return in(known_->readers, word); }))
    return true;
  return in(known_->leads, words[0]) || in(known_->leads, words[0] + ' ' + words[1]);
}

// "Company Name", "City, State", "revenue or departmental objective"
bool PlaceholderFinder::is_named(const Words& words) const {
  if (in(known_->heads, words.back()) || in(known_->wholes, joined(words))) return true;
  bool any = false;
  for (const std::string& word : words) {
    const bool noun = in(known_->nouns, word);
    if (!noun && !in(known_->modifiers, word) && !is_number(word)) return false;
    any = any || noun;
  }
  return any;
}

bool PlaceholderFinder::is_placeholder(const PlaceholderShape& shape, std::string_view unit,
                                       bool is_template) const {
  if (shape.doubt == Doubt::none) return true;
  const char mark = unit[shape.begin];
  const Words words = words_of(shape.words);
  if (words.empty() || words.size() > most_words) return false;
  if (is_crossed_box(shape, unit) || (mark == '<' && is_tag(shape))) return false;
  if (mark == '(') {
    const bool titled = is_upper(shape.words.front()) && words.size() > 1;
    const bool named = is_template ? is_named(words) : in(known_->heads, words.back());
    return in(known_->orders, words.front()) || (titled && named);
  }
  if (mark == '[' && blanks_->contains(joined(words))) return true;
  if (in(known_->never, joined(words)) || in(known_->never, words.front())) return false;
  const bool field = shape.words.find('_') != std::string_view::npos;
  return is_template || field || is_asked_for(words) || is_named(words);
}

std::vector<Placeholder> PlaceholderFinder::find(const Document& document,
                                                 std::size_t number) const {
  const Unit& unit = document.units[number];
  const std::string_view text = document.slice(unit.begin, unit.end);
  std::vector<Placeholder> prompts;
  if (!document.source.prompts.empty()) add_prompts(document, unit, prompts);
  std::vector<Placeholder> found;
  for (const PlaceholderShape& shape : placeholder_shapes(text)) {
    // A heading has nothing to fill in but what stands in brackets: the rest is its rule.
    if (unit.kind == UnitKind::heading && text[shape.begin] == '_') continue;
    const std::size_t begin = unit.begin + shape.begin;
    const std::size_t end = unit.begin + shape.end;
    if (any_overlaps(found, begin, end) || any_overlaps(prompts, begin, end)) continue;
    if (!is_placeholder(shape, text, document.is_template)) continue;
    found.push_back({.begin = begin, .end = end, .words = std::string(shape.words)});
  }
  std::ranges::move(prompts, std::back_inserter(found));
  std::ranges::sort(found, {}, &Placeholder::begin);
  return found;
}

}  // namespace rapport
