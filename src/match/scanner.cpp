#include "match/scanner.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

#include "lexicon/pattern.hpp"

namespace rapport {

namespace {

std::unique_ptr<RE2> compile(const std::string& regex, Prefer prefer) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(RE2::Options::EncodingLatin1);  // folded text is ASCII
  options.set_max_mem(64 << 20);
  options.set_longest_match(prefer == Prefer::longest);
  // Behind a match stands no letter or digit: a pattern matches whole words.
  return std::make_unique<RE2>("(" + regex + ")(?:[^a-z0-9_]|$)", options);
}

// Patterns as regular expressions, each made when it is first used.
class LazyRegexes {
 public:
  LazyRegexes(const WordClasses& classes, Prefer prefer) : prefer_(prefer), compiler_(classes) {}

  std::size_t size() const { return entries_.size(); }
  PatternCompiler& compiler() { return compiler_; }
  void add(const Rule& rule) { entries_.emplace_back().rule = &rule; }

  const RE2& operator[](std::uint32_t number) const {
    const Entry& entry = entries_[number];
    std::call_once(entry.once, [&] {
      const std::scoped_lock lock(compiling_);
      entry.regex =
          compile(entry.rule->is_regex ? entry.rule->pattern : compiler_.regex(entry.rule->pattern),
                  prefer_);
    });
    return *entry.regex;
  }

 private:
  struct Entry {
    const Rule* rule = nullptr;
    mutable std::once_flag once;
    mutable std::unique_ptr<RE2> regex;
  };
  Prefer prefer_;
  std::deque<Entry> entries_;
  mutable std::mutex compiling_;
  mutable PatternCompiler compiler_;
};

// The key under which a word is looked up: all numbers are one word.
std::string_view key_of(std::string_view word) {
  const bool digits = word.front() >= '0' && word.front() <= '9';
  return digits ? "#" : word;
}

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>()(word);
  }
};

}  // namespace

class Scanner::Impl {
 public:
  Impl(const WordClasses& classes, Prefer prefer) : regexes_(classes, prefer) {}

  std::optional<Error> add(const Rule& rule) {
    const auto number = static_cast<std::uint32_t>(regexes_.size());
    regexes_.add(rule);
    if (rule.is_regex) {
      unlisted_.push_back(number);
      if (regexes_[number].ok()) return std::nullopt;
      return error(rule, regexes_[number].error(), "use RE2 syntax");
    }
    const auto edges = regexes_.compiler().edges(rule.pattern);
    if (!edges) return error(rule, edges.error().message, edges.error().remedy);
    for (const std::string& word : edges->first) index_[word].begins.push_back(number);
    for (const std::string& word : edges->last) index_[word].ends.push_back(number);
    return std::nullopt;
  }

  std::vector<Hit> scan(const Folded& unit) const {
    std::vector<Hit> hits;
    std::vector<const Uses*> uses;
    // One past where the last word begins with which each pattern could end; 0: there is none.
    std::vector<std::uint32_t> last_end(regexes_.size(), 0);
    for (const Token& token : unit.tokens) {
      const auto found = index_.find(key_of(unit.word(token)));
      uses.push_back(found == index_.end() ? nullptr : &found->second);
      if (!uses.back()) continue;
      for (const std::uint32_t number : uses.back()->ends) last_end[number] = token.begin + 1;
    }
    for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
      const std::uint32_t begin = unit.tokens[i].begin;
      for (const std::uint32_t number : unlisted_) try_at(unit, number, begin, hits);
      if (!uses[i]) continue;
      for (const std::uint32_t number : uses[i]->begins) {
        if (last_end[number] > begin) try_at(unit, number, begin, hits);
      }
    }
    std::ranges::sort(hits);
    return hits;
  }

  std::vector<Hit> scan_plainly(const Folded& unit) const {
    std::vector<Hit> hits;
    for (std::uint32_t number = 0; number < regexes_.size(); ++number) {
      for (const Token& token : unit.tokens) try_at(unit, number, token.begin, hits);
    }
    std::ranges::sort(hits);
    return hits;
  }

 private:
  // The patterns that a word can begin, and those that it can end.
  struct Uses {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;
  };

  static Error error(const Rule& rule, std::string message, std::string remedy) {
    return Error{.kind = ErrorKind::configuration,
                 .subject = fmt::format("{}:{}", rule.where.file, rule.where.line),
                 .message = fmt::format("`{}`: {}", rule.pattern, message),
                 .remedy = std::move(remedy)};
  }

  void try_at(const Folded& unit, std::uint32_t number, std::uint32_t begin,
              std::vector<Hit>& hits) const {
    re2::StringPiece groups[2];
    const re2::StringPiece text(unit.text);
    if (!regexes_[number].Match(text, begin, text.size(), RE2::ANCHOR_START, groups, 2)) {
      return;
    }
    const auto length = static_cast<std::uint32_t>(groups[1].size());
    if (length > 0) hits.push_back({number, begin, begin + length});
  }

  LazyRegexes regexes_;
  std::unordered_map<std::string, Uses, WordHash, std::equal_to<>> index_;
  std::vector<std::uint32_t> unlisted_;
};

Result<Scanner> Scanner::make(std::span<const Rule* const> rules, const WordClasses& classes,
                              Prefer prefer) {
  auto impl = std::make_unique<Impl>(classes, prefer);
  for (const Rule* rule : rules) {
    if (auto error = impl->add(*rule)) return fail(std::move(*error));
  }
  return Scanner(std::move(impl));
}

Scanner::Scanner(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Scanner::Scanner(Scanner&&) noexcept = default;
Scanner& Scanner::operator=(Scanner&&) noexcept = default;
Scanner::~Scanner() = default;

std::vector<Hit> Scanner::scan(const Folded& unit) const {
  return impl_->scan(unit);
}
std::vector<Hit> Scanner::scan_plainly(const Folded& unit) const {
  return impl_->scan_plainly(unit);
}

}  // namespace rapport
