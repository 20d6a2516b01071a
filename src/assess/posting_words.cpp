#include "assess/posting_words.hpp"

#include <algorithm>

#include "match/folded.hpp"

namespace rapport {

namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view source_word(std::string_view source, const Folded& folded, const Token& token) {
  return source.substr(folded.origin[token.begin],
                       folded.origin[token.end] - folded.origin[token.begin]);
}

// "CPR", "QuickBooks", "iPad"
bool has_inner_capital(std::string_view word) {
  return word.size() > 1 && std::ranges::any_of(word.substr(1), is_upper);
}

// "REQUIREMENTS": a heading that stands in its line; acronyms are shorter.
bool is_shouted(std::string_view word) {
  constexpr std::size_t longest_acronym = 5;
  return word.size() > longest_acronym && std::ranges::none_of(word, is_lower);
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && is_upper(word.front());
}

// In a title ("Strong Attention to Detail") capitals mean nothing.
bool in_title_case(std::string_view source, const Folded& folded) {
  std::size_t capitals = 0;
  std::size_t words = 0;
  const std::vector<WholeWord> all = whole_words(folded);
  for (std::size_t i = 1; i < all.size(); ++i) {
    const auto word = source_word(source, folded, all[i].span);
    if (word.size() < 4) continue;
    ++words;
    if (is_capitalised(word)) ++capitals;
  }
  return words > 0 && (capitals == words || (words > 3 && capitals * 3 > words * 2));
}

bool in_capitals(std::string_view source) {
  return std::ranges::none_of(source, is_lower);
}

// "Excel, Word and Outlook": the first word is a name, too.
bool opens_list(const Folded& folded, const std::vector<WholeWord>& words,
                std::string_view source) {
  std::size_t next = 1;
  if (next < words.size() && words[next].text == "and") ++next;
  if (next >= words.size()) return false;
  const std::uint32_t end = words[0].span.end;
  const auto between = std::string_view(folded.text).substr(end, words[next].span.begin - end);
  const bool joined = next == 2 || between.starts_with(',') || between.starts_with('/');
  return joined && is_capitalised(source_word(source, folded, words[next].span));
}

// "a bakery in Leeds"
bool follows_place_word(const std::vector<WholeWord>& words, std::size_t at) {
  return at > 0 && (words[at - 1].text == "in" || words[at - 1].text == "near" ||
                    words[at - 1].text == "at" || words[at - 1].text == "across");
}

// What stands between two tokens lets a term go on: a blank, a hyphen, an apostrophe.
bool lets_pass(std::string_view between) {
  return between.find_first_not_of(" -'") == std::string_view::npos &&
         between.find(" - ") == std::string_view::npos;
}

// How many units stand above the posting's own text: its title, the employer and the place.
std::size_t header_of(const Posting& posting) {
  constexpr std::size_t most = 5;
  const Document& document = posting.reading.document;
  std::size_t header = 0;
  while (header < std::min(most, document.units.size())) {
    const Unit& unit = document.units[header];
    const auto text = document.slice(unit.begin, unit.end);
    const PostingPart part = posting.parts[header];
    const bool title = part == PostingPart::unclear || (header == 0 && part == PostingPart::duty);
    if (!title || unit.kind == UnitKind::bullet || text.ends_with('.')) break;
    ++header;
  }
  return header;
}

}  // namespace

PostingWords::PostingWords(const Lexicon& lexicon, const Stemmer& stemmer)
    : lexicon_(lexicon), stemmer_(stemmer) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : lexicon.posting.introductions) rules.push_back(&rule);
  for (const Rule& rule : lexicon.posting.heads) rules.push_back(&rule);
  // The patterns were proved when they were loaded.
  if (auto scanner = Scanner::make(rules, lexicon.classes, Prefer::longest))
    scanner_.emplace(std::move(*scanner));
}

bool PostingWords::is(std::string_view word, const char* word_class) const {
  const auto found = lexicon_.classes.find(word_class);
  return found != lexicon_.classes.end() &&
         std::ranges::binary_search(found->second, word, std::less<>());
}

bool PostingWords::is_general(std::string_view word) const {
  return is(word, "posting-small") || is(word, "posting-noise") || is(word, "posting-noun");
}

std::vector<PostingSentence> PostingWords::sentences(const Posting& posting) const {
  const Document& document = posting.reading.document;
  const std::size_t header = header_of(posting);
  const Names names = names_in(posting, header);
  std::vector<PostingSentence> sentences;
  for (std::size_t unit = header; unit < document.units.size(); ++unit) {
    const bool heading = document.units[unit].kind == UnitKind::heading;
    const bool praise = posting.parts[unit] == PostingPart::employer;
    if (heading || praise) continue;
    sentences.push_back(read(posting, unit, names));
  }
  return sentences;
}

// The employer and the places: what is written with a capital in the header or where the employer
// speaks of itself, and nowhere without one.
PostingWords::Names PostingWords::names_in(const Posting& posting, std::size_t header) const {
  const Document& document = posting.reading.document;
  Names names;
  Names common;
  for (std::size_t number = 0; number < document.units.size(); ++number) {
    const Unit& unit = document.units[number];
    const auto source = document.slice(unit.begin, unit.end);
    const Folded folded = fold(source);
    const bool praise = posting.parts[number] == PostingPart::employer;
    const bool shouted = in_capitals(source);
    for (const WholeWord& whole : whole_words(folded)) {
      if (!is_capitalised(source_word(source, folded, whole.span))) {
        common.insert(whole.text);
      } else if ((number < header || praise) && !shouted && !is_general(whole.text)) {
        names.insert(whole.text);
      }
    }
  }
  std::erase_if(names, [&](const std::string& name) { return common.contains(name); });
  return names;
}

PostingSentence PostingWords::read(const Posting& posting, std::size_t number,
                                   const Names& names) const {
  const Document& document = posting.reading.document;
  const Unit& unit = document.units[number];
  const auto source = document.slice(unit.begin, unit.end);
  const Folded folded = fold(source);
  const std::vector<WholeWord> words = whole_words(folded);
  const bool shouted = in_capitals(source);
  const bool capitals_tell = !in_title_case(source, folded) && !shouted;
  PostingSentence sentence{.part = posting.parts[number]};
  for (std::size_t i = 0; i < words.size(); ++i) {
    PostingWord& word = sentence.words.emplace_back();
    word.word = words[i].text;
    word.span = words[i].span;
    word.printed = source_word(source, folded, word.span);
    const std::uint32_t before = i == 0 ? 0 : words[i - 1].span.end;
    word.gap = std::string_view(folded.text).substr(before, word.span.begin - before);
    word.breaks_before = i == 0 || !lets_pass(word.gap);
    const bool inside = i > 0 || opens_list(folded, words, source);
    const bool named = capitals_tell || (!shouted && is(word.word, "posting-name"));
    word.capital = (named && inside && is_capitalised(word.printed)) ||
                   (!shouted && has_inner_capital(word.printed) && !is_shouted(word.printed));
    const std::size_t at = unit.begin + folded.origin[word.span.begin];
    const bool evidence = std::ranges::any_of(posting.reading.evidence, [&](const Evidence& piece) {
      return piece.begin <= at && at < piece.end;
    });
    // A tool stands in many a duty: "Respond to tickets in ServiceNow".
    word.taken = (evidence && !word.capital) || is_name(word, names);
    classify(word);
    word.place = word.capital && follows_place_word(words, i) && !word.name &&
                 !is(word.word, "posting-tool");
  }
  if (scanner_) mark_introduced(scanner_->scan(folded), folded, sentence);
  const bool wish =
      sentence.part == PostingPart::required || sentence.part == PostingPart::preferred;
  for (PostingWord& word : sentence.words) {
    if (word.place && !word.introduced && !wish) word.taken = true;
  }
  judge_capitals(sentence.words);
  return sentence;
}

// A general word is part of a name only beside another capital ("Active Directory", not
// "(Required)"), and a job's title is no keyword ("Teaching Assistant").
void PostingWords::judge_capitals(std::vector<PostingWord>& words) const {
  const auto named = [&](std::size_t i) {
    return words[i].capital && !(words[i].job || is_general(words[i].word));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    PostingWord& word = words[i];
    if (!word.capital || word.name || has_inner_capital(word.printed)) continue;
    const bool beside = (i > 0 && !word.breaks_before && named(i - 1)) ||
                        (i + 1 < words.size() && !words[i + 1].breaks_before && named(i + 1));
    if (is_general(word.word) && !beside) {
      word.capital = false;
      classify(word);
    }
    if (!word.job) continue;
    for (std::size_t at = i + 1; at-- > 0 && words[at].capital;) {
      words[at].taken = true;
      if (words[at].breaks_before) break;
    }
  }
}

// Of the employer or a place, not of a tool.
bool PostingWords::is_name(const PostingWord& word, const Names& names) const {
  if (!is_capitalised(word.printed) || is(word.word, "posting-tool")) return false;
  return names.contains(word.word) || is(word.word, "posting-place");
}

void PostingWords::classify(PostingWord& word) const {
  word.stem = stemmer_.stem(word.word);
  word.small = is(word.word, "posting-small") || is_digit(word.word.front());
  word.job = is(word.word, "posting-job");
  word.name = word.capital && is(word.word, "posting-name");
  word.noun = !word.capital && is(word.word, "posting-noun");
  word.noise = !word.capital && is(word.word, "posting-noise");
}

void PostingWords::mark_introduced(const std::vector<Hit>& hits, const Folded& folded,
                                   PostingSentence& sentence) const {
  const std::size_t introductions = lexicon_.posting.introductions.size();
  auto& words = sentence.words;
  for (const Hit& hit : hits) {
    if (hit.pattern < introductions) {
      introduce(hit, folded, words);
      continue;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].span.begin >= hit.begin && words[i].span.end <= hit.end) words[i].head = true;
      const bool next = i + 1 < words.size() && words[i + 1].span.begin == hit.begin;
      if (next && !words[i + 1].breaks_before) words[i].headed = true;
    }
  }
}

// As far as the list goes: "experience with Excel, Word and Outlook".
void PostingWords::introduce(const Hit& hit, const Folded& folded,
                             std::vector<PostingWord>& words) {
  constexpr std::ptrdiff_t longest = 6;  // words
  for (PostingWord& word : words) {
    if (word.span.begin < hit.end) continue;
    const auto between = std::string_view(folded.text).substr(hit.end, word.span.begin - hit.end);
    const bool list = !word.small || word.word == "and" || word.word == "or" || word.word == "of";
    if (!list || between.find_first_of(";:.") != std::string_view::npos ||
        std::ranges::count(between, ' ') > longest) {
      return;
    }
    word.introduced = true;
  }
}

}  // namespace rapport
