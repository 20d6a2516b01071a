#include "match/scanner.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "lexicon/pattern.hpp"
#include "match/scanner_table.hpp"

namespace rapport {

namespace {

std::shared_ptr<const RE2> compile(const std::string& regex, Prefer prefer) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(RE2::Options::EncodingLatin1);  // folded text is ASCII
  options.set_max_mem(64 << 20);
  options.set_longest_match(prefer == Prefer::longest);
  // Behind a match stands no letter or digit: a pattern matches whole words.
  return std::make_shared<const RE2>("(" + regex + ")(?:[^a-z0-9_]|$)", options);
}

// Scanners share what they have in common: the quantities are needed by two.
std::shared_ptr<const RE2> shared_regex(const std::string& regex, Prefer prefer) {
  static std::mutex lock;
  static std::map<std::pair<std::string, Prefer>, std::weak_ptr<const RE2>> known;
  const std::scoped_lock locked(lock);
  auto& entry = known[{regex, prefer}];
  auto shared = entry.lock();
  if (!shared) entry = shared = compile(regex, prefer);
  return shared;
}

// Patterns as regular expressions, each made when it is first used.
class LazyRegexes {
 public:
  LazyRegexes(RuleList rules, const WordClasses& classes, Prefer prefer)
      : rules_(rules.begin(), rules.end()),
        prefer_(prefer),
        entries_(std::make_unique<Entry[]>(rules.size())),
        compiler_(classes) {}

  std::size_t size() const { return rules_.size(); }

  // To compile one takes as long as to walk its code through the texts of a document or two; from
  // then on RE2 tells faster where it does not occur.
  bool worth_compiling(PatternNumber number) const {
    std::atomic<int>& texts = entries_[number].texts;
    if (texts.load(std::memory_order_relaxed) >= few_texts) return true;
    texts.fetch_add(1, std::memory_order_relaxed);
    return false;
  }

  const RE2& operator[](PatternNumber number) const {
    Entry& entry = entries_[number];
    std::call_once(entry.once, [&] {
      const std::scoped_lock lock(compiling_);
      const Rule& rule = *rules_[number];
      entry.regex = rule.is_regex ? shared_regex(rule.pattern, prefer_)
                                  : compile(compiler_.regex(rule.pattern), prefer_);
    });
    return *entry.regex;
  }

 private:
  static constexpr int few_texts = 200;
  struct Entry {
    std::atomic<int> texts{0};  // that its code was walked through
    std::once_flag once;
    std::shared_ptr<const RE2> regex;
  };
  std::vector<const Rule*> rules_;
  Prefer prefer_;
  std::unique_ptr<Entry[]> entries_;
  mutable std::mutex compiling_{};
  mutable PatternCompiler compiler_;
};

// Where what alternatives need was seen last, in blanks from the end of a unit. What earlier units
// left lies below `base_`.
class Nearness {
 public:
  void begin(std::size_t needs) {
    base_ = highest_ + 1;
    if (base_ > most || seen_.size() < needs) {
      seen_.assign(std::max(seen_.size(), needs), 0);
      base_ = 1;
    }
    highest_ = base_;
  }
  void saw(NeedNumber need, std::uint32_t blanks) {
    seen_[need] = base_ + blanks;
    highest_ = base_ + blanks;  // never less than before
  }
  [[nodiscard]] bool within(NeedNumber need, std::uint32_t blanks,
                            std::uint32_t most_blanks) const {
    return seen_[need] >= base_ && base_ + blanks - seen_[need] <= most_blanks;
  }

 private:
  static constexpr std::uint32_t most = 1U << 31U;
  std::vector<std::uint32_t> seen_{};
  std::uint32_t base_ = 1;
  std::uint32_t highest_ = 0;
};

}  // namespace

class Scanner::Impl {
 public:
  // `words` are those of a table that is in the program, or of `made`.
  Impl(RuleList rules, const WordClasses& classes, Prefer prefer, TableWords words,
       std::vector<CodeWord> made)
      : made_(std::move(made)),
        table_(words.empty() ? TableWords(made_) : words),
        prefer_(prefer),
        regexes_(rules, classes, prefer) {}

  std::vector<Hit> scan(const Folded& unit) const {
    Scan scan{.unit = unit, .walk = PhraseWalk(table_.code(), prefer_)};
    try_phrases(scan);
    try_regexes(scan, table_.regexes_for(unit.text), [](PatternNumber) { return true; });
    std::ranges::sort(scan.hits);
    return std::move(scan.hits);
  }

  std::vector<Hit> scan(const Folded& unit, const std::vector<bool>& wanted) const {
    Scan scan{.unit = unit, .walk = PhraseWalk(table_.code(), prefer_)};
    try_phrases(scan);
    const std::vector<RegexUse> regexes = table_.regexes_for(unit.text);
    try_regexes(scan, regexes, [&](PatternNumber number) { return wanted[number]; });
    if (std::ranges::none_of(scan.hits, [&](const Hit& hit) { return wanted[hit.pattern]; }))
      return {};
    try_regexes(scan, regexes, [&](PatternNumber number) { return !wanted[number]; });
    std::ranges::sort(scan.hits);
    return std::move(scan.hits);
  }

  std::vector<Hit> scan_plainly(const Folded& unit) const {
    std::vector<Hit> hits;
    for (PatternNumber number = 0; number < regexes_.size(); ++number) {
      for (const Token& token : unit.tokens) try_regex(unit, number, token.begin, hits);
    }
    std::ranges::sort(hits);
    return hits;
  }

 private:
  struct Scan {
    const Folded& unit;
    PhraseWalk walk;
    std::vector<Hit> hits{};
  };

  // From the last word to the first, so that of all that an alternative needs it is known how near
  // that is.
  void try_phrases(Scan& scan) const {
    const std::string& text = scan.unit.text;
    std::uint32_t blanks = 0;  // behind the word looked at
    std::size_t behind = text.size();
    const auto alternatives = table_.alternatives();
    thread_local Nearness nearness;  // kept, since to clear it would cost as much as a short unit
    nearness.begin(2 * alternatives.size());
    const auto& tokens = scan.unit.tokens;
    for (std::size_t i = tokens.size(); i-- > 0;) {
      const Token& token = tokens[i];
      const std::string_view passed =
          std::string_view(text).substr(token.begin, behind - token.begin);
      blanks += static_cast<std::uint32_t>(std::ranges::count(passed, ' '));
      behind = token.begin;
      const ScannerTable::Uses uses = table_.uses(scan.unit.word(token));
      for (const NeedNumber need : uses.fulfils) nearness.saw(need, blanks);
      const Alternative* tried = nullptr;
      for (const AlternativeNumber number : uses.begins) {
        const Alternative& found = alternatives[number];
        if (tried && tried->pattern == found.pattern) continue;
        const auto near = [&](NeedNumber need) {
          return nearness.within(need, blanks, found.most_blanks);
        };
        if (!near(end_of(number)) || (found.has_middle != 0 && !near(middle_of(number)))) continue;
        try_code(scan, found.pattern, found.code, token.begin);
        tried = &found;
      }
    }
  }

  void try_regexes(Scan& scan, const std::vector<RegexUse>& regexes, auto&& is_wanted) const {
    const Folded& unit = scan.unit;
    for (const RegexUse& regex : regexes) {
      if (!is_wanted(regex.number)) continue;
      // Of matches that end before a sign or with it, it is RE2's to say which is the longest.
      const bool by_code = regex.has_code != 0 && prefer_ == Prefer::first;
      if ((!by_code || regexes_.worth_compiling(regex.number)) && !occurs(unit, regex.number))
        continue;
      for (const Token& token : unit.tokens) {
        if ((regex.letters >> letter_kind(unit.text[token.begin]) & 1U) == 0) continue;
        if (by_code) {
          try_code(scan, regex.number, regex.code, token.begin);
        } else {
          try_regex(unit, regex.number, token.begin, scan.hits);
        }
      }
    }
  }

  // Whether a regular expression matches anywhere: to learn that takes RE2 less than to try it at
  // two words.
  bool occurs(const Folded& unit, PatternNumber number) const {
    const re2::StringPiece text(unit.text);
    return regexes_[number].Match(text, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
  }

  void try_code(Scan& scan, PatternNumber number, CodeAddress code, std::uint32_t begin) const {
    std::uint32_t end = begin;
    switch (scan.walk.run(code, scan.unit.text, begin, end)) {
      case PhraseWalk::Result::none:
        return;
      case PhraseWalk::Result::found:
        if (end > begin) scan.hits.push_back({number, begin, end});
        return;
      case PhraseWalk::Result::gave_up:
        try_regex(scan.unit, number, begin, scan.hits);
    }
  }

  void try_regex(const Folded& unit, PatternNumber number, std::uint32_t begin,
                 std::vector<Hit>& hits) const {
    re2::StringPiece groups[2];
    const re2::StringPiece text(unit.text);
    if (!regexes_[number].Match(text, begin, text.size(), RE2::ANCHOR_START, groups, 2)) {
      return;
    }
    const auto length = static_cast<std::uint32_t>(groups[1].size());
    if (length > 0) hits.push_back({number, begin, begin + length});
  }

  std::vector<CodeWord> made_;
  ScannerTable table_;
  Prefer prefer_;
  LazyRegexes regexes_;
};

Result<Scanner> Scanner::make(std::span<const Rule* const> rules, const WordClasses& classes,
                              Prefer prefer) {
  const TableWords ready = ready_scanner_table(rules, classes);
  if (!ready.empty()) {
    return Scanner(std::make_unique<Impl>(rules, classes, prefer, ready, std::vector<CodeWord>{}));
  }
  auto made = make_scanner_table(rules, classes);
  if (!made) return fail(std::move(made.error()));
  return Scanner(std::make_unique<Impl>(rules, classes, prefer, TableWords{}, std::move(*made)));
}

Scanner::Scanner(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Scanner::Scanner(Scanner&&) noexcept = default;
Scanner& Scanner::operator=(Scanner&&) noexcept = default;
Scanner::~Scanner() = default;

std::vector<Hit> Scanner::scan(const Folded& unit) const {
  return impl_->scan(unit);
}
std::vector<Hit> Scanner::scan(const Folded& unit, const std::vector<bool>& wanted) const {
  return impl_->scan(unit, wanted);
}
std::vector<Hit> Scanner::scan_plainly(const Folded& unit) const {
  return impl_->scan_plainly(unit);
}

}  // namespace rapport
