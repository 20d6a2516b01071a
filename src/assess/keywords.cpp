#include "assess/keywords.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "assess/posting_words.hpp"

namespace rapport {

namespace {

constexpr std::size_t longest_term = 3;  // words

// What one mention is worth, by where it stands and what marks it. Only their order and rough
// proportions matter: a requirement outweighs a duty, a marked term an unmarked one.
constexpr double worth_unclear = 0.5;
constexpr double worth_duty = 1;
constexpr double worth_preferred = 2;
constexpr double worth_required = 3;
constexpr double worth_mark = 2;      // introduced, headed, capitalised or known as a tool
constexpr double worth_a_word = 0.5;  // of a term of several words, for each beyond the first

double worth(PostingPart part) {
  switch (part) {
    case PostingPart::required:
      return worth_required;
    case PostingPart::preferred:
      return worth_preferred;
    case PostingPart::duty:
      return worth_duty;
    case PostingPart::unclear:
    case PostingPart::employer:
      break;
  }
  return worth_unclear;
}

struct Candidate {
  Keyword keyword{};
  std::string stems{};
  std::string name_of{};  // the stems without "certification" or the like; empty where it has none
  std::size_t words = 0;
  bool marked = false;  // something says that it is a term
  bool wanted = false;  // an entry of its own under requirements
  bool general = true;  // made of general words only
};

// The term's words are words[begin, end) of a sentence.
struct Stretch {
  const PostingSentence* sentence = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] const PostingWord& operator[](std::size_t i) const { return sentence->words[i]; }
  [[nodiscard]] const PostingWord& front() const { return sentence->words[begin]; }
  [[nodiscard]] const PostingWord& back() const { return sentence->words[end - 1]; }
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

bool joins(const PostingWord& word) {
  return word.word == "of" || word.word == "s";
}

bool is_general(const PostingWord& word) {
  return word.small || word.noise || word.noun;
}

// Whether a term is a whole entry: it stands between commas, "and" and the sentence's ends.
bool is_entry(const Stretch& term) {
  const auto& words = term.sentence->words;
  const auto joined = [](const PostingWord& word) {
    return word.word == "and" || word.word == "or";
  };
  const auto begins = [&](std::size_t at) {
    return at == 0 || words[at].breaks_before || joined(words[at - 1]);
  };
  std::size_t begin = term.begin;
  while (!begins(begin) && !words[begin - 1].small && is_general(words[begin - 1])) --begin;
  std::size_t end = term.end;
  while (end < words.size() && !words[end].breaks_before && words[end].head) ++end;
  const bool ends =
      end == words.size() || words[end].breaks_before || joined(words[end]) || words[end].small;
  return begins(begin) && ends;
}

// The known terms and what they are called.
class Terms {
 public:
  using Words = std::set<std::string, std::less<>>;

  Terms(const Lexicon& lexicon, const Stemmer& stemmer) {
    for (const std::string& word : words_of(lexicon, "posting-tool"))
      tools_.insert(stems_of(stemmer, word));
    for (const std::string& word : words_of(lexicon, "posting-talk"))
      talk_.insert(stems_of(stemmer, word));
    for (const std::string& word : words_of(lexicon, "posting-name"))
      names_.emplace(stemmer.stem(word), word);
    for (const auto& words : lexicon.posting.same) {
      std::vector<std::string> stems;
      stems.reserve(words.size());
      for (const std::string& word : words) stems.push_back(stems_of(stemmer, word));
      for (const std::string& stem : stems) {
        tools_.insert(stem);
        same_.emplace(stem, stems);
      }
    }
  }

  [[nodiscard]] bool is_talk(const std::string& stems) const { return talk_.contains(stems); }

  // A name of a tool that means something else without its capital is known with it only.
  [[nodiscard]] bool is_known(const Stretch& term, const std::string& stems) const {
    if (term.size() == 1 && names_.contains(stems)) return term.front().name;
    return tools_.contains(stems);
  }

  // All wordings of a term: "point of sale" is "pos".
  [[nodiscard]] std::vector<std::string> wordings(const std::string& stems) const {
    const auto found = same_.find(stems);
    return found == same_.end() ? std::vector<std::string>{stems} : found->second;
  }

  [[nodiscard]] bool has(const TermIndex& index, std::size_t reading,
                         const std::string& stems) const {
    return std::ranges::any_of(wordings(stems), [&](const std::string& wording) {
      const auto name = names_.find(wording);
      return name == names_.end() ? index.has(reading, wording)
                                  : index.has_name(reading, name->second);
    });
  }

 private:
  static WordClass words_of(const Lexicon& lexicon, std::string_view name) {
    const auto found = lexicon.classes.find(name);
    return found == lexicon.classes.end() ? WordClass{} : found->second;
  }

  Words tools_{};
  Words talk_{};
  std::map<std::string, std::string, std::less<>> names_{};  // by their stems
  std::map<std::string, std::vector<std::string>, std::less<>> same_{};
};

class Collector {
 public:
  explicit Collector(const Terms& terms) : terms_(terms) {}

  void add(const PostingSentence& sentence) {
    const auto& words = sentence.words;
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = begin + 1;
      while (end < words.size() && goes_on(words[end - 1], words[end])) ++end;
      if (!words[begin].taken) add_run({&sentence, begin, end});
      begin = end;
    }
  }

  std::vector<Candidate> finish() {
    std::vector<Candidate> kept;
    for (auto& [key, candidate] : candidates_) {
      if (is_keyword(candidate)) kept.push_back(std::move(candidate));
    }
    std::vector<Candidate> result;
    for (const Candidate& candidate : kept) {
      const bool covered = std::ranges::any_of(
          kept, [&](const Candidate& whole) { return covers(whole, candidate); });
      if (!covered) result.push_back(candidate);
    }
    return result;
  }

 private:
  // A run ends at punctuation, at what a skill's evidence has taken, and at small words.
  static bool goes_on(const PostingWord& left, const PostingWord& right) {
    if (right.breaks_before || right.taken || left.taken) return false;
    const auto stops = [](const PostingWord& word) { return word.small && !joins(word); };
    return !stops(left) && !stops(right);
  }

  void add_run(const Stretch& run) {
    const auto whole = core(run);
    for (std::size_t begin = run.begin; begin < run.end; ++begin) {
      for (std::size_t size = 1; size <= longest_term && begin + size <= run.end; ++size) {
        const Stretch term{run.sentence, begin, begin + size};
        if (is_term(term)) add_term(term, whole && whole->begin == begin && whole->end == term.end);
      }
    }
  }

  // What a run says as a whole: a known term in it, or a name with what belongs to it ("Gas Safe
  // registration"), or its last words.
  [[nodiscard]] std::optional<Stretch> core(const Stretch& run) const {
    const auto name_of = [&](const Stretch& term) {
      Stretch name = term;
      while (name.end > name.begin + 1 && name.back().head) --name.end;
      return name;
    };
    const auto known = [&](const Stretch& term) {
      const Stretch name = name_of(term);
      return terms_.is_known(term, stems(term, term.end)) ||
             terms_.is_known(name, stems(name, name.end));
    };
    const auto named = [&](const Stretch& term) { return is_name(name_of(term)); };
    const auto any = [&](const Stretch& term) { return !all_general(term) || term.size() > 1; };
    if (const auto term = last_of(run, known)) return term;
    if (const auto term = last_of(run, named)) return term;
    return last_of(run, any);
  }

  template <class Predicate>
  std::optional<Stretch> last_of(const Stretch& run, Predicate wanted) const {
    for (std::size_t size = std::min(longest_term, run.size()); size > 0; --size) {
      for (std::size_t end = run.end; end >= run.begin + size; --end) {
        const Stretch term{run.sentence, end - size, end};
        if (wanted(term) && is_term(term)) return term;
      }
    }
    return std::nullopt;
  }

  static bool all_general(const Stretch& term) {
    for (std::size_t i = term.begin; i < term.end; ++i) {
      if (!is_general(term[i])) return false;
    }
    return true;
  }

  static std::string stems(const Stretch& term, std::size_t end) {
    std::string text;
    for (std::size_t i = term.begin; i < end; ++i) {
      if (term[i].word == "s") continue;
      text += (text.empty() ? "" : " ") + term[i].stem;
    }
    return text;
  }

  // General verbs and adjectives stand in no term, unless it is a known one; general nouns may
  // stand in one of several words.
  [[nodiscard]] bool is_term(const Stretch& term) const {
    const std::string text = stems(term, term.end);
    if (terms_.is_talk(text)) return false;
    if (terms_.is_known(term, text)) return true;
    if (term.front().small || term.back().small) return false;
    if (is_name(term) && term.back().job) return false;  // a job's title
    if (term.front().word.size() < 2 || term.back().word.size() < 2) return false;
    for (std::size_t i = term.begin; i < term.end; ++i) {
      if (term[i].noise) return false;
    }
    return term.size() > 1 || !term.front().noun;
  }

  static bool is_name(const Stretch& term) {
    for (std::size_t i = term.begin; i < term.end; ++i) {
      if (!term[i].capital && !joins(term[i])) return false;
    }
    return true;
  }

  void add_term(const Stretch& term, bool whole) {
    const std::string text = stems(term, term.end);
    Candidate& candidate = candidates_[terms_.wordings(text).front()];
    const PostingPart part = term.sentence->part;
    const bool known = terms_.is_known(term, text);
    const bool told = is_name(term) || term.front().introduced || term.back().headed ||
                      (term.size() > 1 && term.back().head);
    const bool mark = known || (whole && told);
    if (candidate.keyword.term.empty()) {
      candidate.keyword.term = printed(term);
      candidate.stems = text;
      candidate.words = term.size();
      candidate.name_of = name_without_head(term);
    }
    ++candidate.keyword.count;
    candidate.keyword.weight +=
        worth(part) + (mark ? worth_mark : 0) + worth_a_word * static_cast<double>(term.size() - 1);
    candidate.marked = candidate.marked || (mark && part != PostingPart::unclear);
    candidate.wanted = candidate.wanted || (whole && is_wish(part) && is_entry(term));
    candidate.general = candidate.general && !known && all_general(term);
  }

  // Who writes "CPR, first aid" has a "CPR certification"; "insurance" is no "insurance software".
  [[nodiscard]] std::string name_without_head(const Stretch& term) const {
    if (term.size() < 2 || !term.back().head) return {};
    const Stretch name{term.sentence, term.begin, term.end - 1};
    std::string text = stems(name, name.end);
    return is_name(name) || terms_.is_known(name, text) ? text : std::string();
  }

  static bool is_wish(PostingPart part) {
    return part == PostingPart::required || part == PostingPart::preferred;
  }

  static std::string printed(const Stretch& term) {
    std::string text = term.front().printed;
    for (std::size_t i = term.begin + 1; i < term.end; ++i) text += term[i].gap + term[i].printed;
    return text;
  }

  // A term that is mentioned once must be an entry under requirements, or marked as a term; general
  // words ("customer service") must be marked, or come back often.
  static bool is_keyword(const Candidate& candidate) {
    if (candidate.general) return candidate.marked || candidate.keyword.count > 2;
    return candidate.marked || candidate.wanted || candidate.keyword.count > 1;
  }

  // "Life support" adds nothing to "basic life support" where it never stands without it.
  static bool covers(const Candidate& whole, const Candidate& part) {
    return whole.words > part.words && whole.keyword.count >= part.keyword.count &&
           (" " + whole.stems + " ").find(" " + part.stems + " ") != std::string::npos;
  }

  const Terms& terms_;
  std::map<std::string, Candidate, std::less<>> candidates_{};
};

}  // namespace

std::vector<Keyword> keywords(std::span<const Posting> postings, std::span<const Reading> readings,
                              const TermIndex& index, const Stemmer& stemmer,
                              const Lexicon& lexicon, std::size_t most) {
  const PostingWords reader(lexicon, stemmer);
  const Terms terms(lexicon, stemmer);
  Collector collector(terms);
  for (const Posting& posting : postings) {
    for (const PostingSentence& sentence : reader.sentences(posting)) collector.add(sentence);
  }
  std::vector<Keyword> found;
  for (Candidate& candidate : collector.finish()) {
    for (std::size_t reading = 0; reading < readings.size(); ++reading) {
      if (terms.has(index, reading, candidate.stems) ||
          (!candidate.name_of.empty() && terms.has(index, reading, candidate.name_of))) {
        candidate.keyword.readings.push_back(reading);
      }
    }
    found.push_back(std::move(candidate.keyword));
  }
  std::ranges::stable_sort(found, std::greater<>(), &Keyword::weight);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace rapport
