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

// A regular expression that is compiled when it is first used.
class LazyRegex {
 public:
  explicit LazyRegex(std::string source) : source_(std::move(source)) {}

  const RE2& get() const {
    std::call_once(once_, [this] {
      RE2::Options options;
      options.set_log_errors(false);
      options.set_encoding(RE2::Options::EncodingLatin1);  // folded text is ASCII
      options.set_max_mem(64 << 20);
      // Behind a match stands no letter or digit: a pattern matches whole words.
      regex_ = std::make_unique<RE2>("(" + source_ + ")(?:[^a-z0-9_]|$)", options);
    });
    return *regex_;
  }

 private:
  std::string source_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> regex_;
};

// The key under which a word is looked up: all numbers are one word.
std::string_view key_of(std::string_view word) {
  const bool digits = word.front() >= '0' && word.front() <= '9';
  return digits ? "#" : word;
}

}  // namespace

class Scanner::Impl {
 public:
  std::optional<Error> add(const Rule& rule, const WordClasses& classes) {
    const auto number = static_cast<std::uint32_t>(regexes_.size());
    if (rule.is_regex) {
      unlisted_.push_back(number);
      const LazyRegex& regex = regexes_.emplace_back(rule.pattern);
      if (regex.get().ok()) return std::nullopt;
      return error(rule, regex.get().error(), "use RE2 syntax");
    }
    auto compiled = compile_pattern(rule.pattern, classes);
    if (!compiled) return error(rule, compiled.error().message, compiled.error().remedy);
    regexes_.emplace_back(std::move(compiled->regex));
    for (const std::string& word : compiled->first) index_[word].begins.push_back(number);
    for (const std::string& word : compiled->last) index_[word].ends.push_back(number);
    return std::nullopt;
  }

  std::vector<Hit> scan(const Folded& unit) const {
    std::vector<Hit> hits;
    std::vector<const Uses*> uses;
    // Where each pattern could end last in this unit; absent: nowhere.
    std::unordered_map<std::uint32_t, std::uint32_t> last_end;
    for (const Token& token : unit.tokens) {
      const auto found = index_.find(std::string(key_of(unit.word(token))));
      uses.push_back(found == index_.end() ? nullptr : &found->second);
      if (!uses.back()) continue;
      for (const std::uint32_t number : uses.back()->ends) last_end[number] = token.begin;
    }
    for (std::size_t i = 0; i < unit.tokens.size(); ++i) {
      const std::uint32_t begin = unit.tokens[i].begin;
      for (const std::uint32_t number : unlisted_) try_at(unit, number, begin, hits);
      if (!uses[i]) continue;
      for (const std::uint32_t number : uses[i]->begins) {
        const auto end = last_end.find(number);
        if (end != last_end.end() && end->second >= begin) try_at(unit, number, begin, hits);
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
    if (!regexes_[number].get().Match(text, begin, text.size(), RE2::ANCHOR_START, groups, 2)) {
      return;
    }
    const auto length = static_cast<std::uint32_t>(groups[1].size());
    if (length > 0) hits.push_back({number, begin, begin + length});
  }

  std::deque<LazyRegex> regexes_;
  std::unordered_map<std::string, Uses> index_;
  std::vector<std::uint32_t> unlisted_;
};

Result<Scanner> Scanner::make(std::span<const Rule* const> rules, const WordClasses& classes) {
  auto impl = std::make_unique<Impl>();
  for (const Rule* rule : rules) {
    if (auto error = impl->add(*rule, classes)) return fail(std::move(*error));
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
