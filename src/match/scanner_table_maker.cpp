#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <bit>
#include <cstring>
#include <map>
#include <string>

#include "lexicon/pattern.hpp"
#include "match/scanner_header.hpp"

namespace rapport {

namespace {

// At every start 400 KB are hashed, most of it short words, so whole words are read, overlapping at
// the end of a text.
class Hasher {
 public:
  void add(std::string_view text) {
    const char* at = text.data();
    std::size_t left = text.size();
    mix(left);
    for (; left > 8; left -= 8, at += 8) mix(read<std::uint64_t>(at));
    if (left >= 4) {
      mix(std::uint64_t{read<std::uint32_t>(at)} << 32U | read<std::uint32_t>(at + left - 4));
    } else if (left > 0) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at[i]); };
      mix(static_cast<std::uint64_t>(byte(0) << 16U | byte(left / 2) << 8U | byte(left - 1)));
    }
  }
  [[nodiscard]] PatternsHash value() const {
    return {static_cast<std::uint32_t>(hash_), static_cast<std::uint32_t>(hash_ >> 32U)};
  }

 private:
  template <class Word>
  static Word read(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
  }
  void mix(std::uint64_t word) { hash_ = std::rotl(hash_ ^ word, 29) * 0x9E3779B97F4A7C15U; }

  std::uint64_t hash_ = 0;
};

std::vector<CodeWord>*& collected() {
  static std::vector<CodeWord>* into = nullptr;
  return into;
}

Error error_in(const Rule& rule, std::string_view message, std::string remedy) {
  return Error{.kind = ErrorKind::configuration,
               .subject = fmt::format("{}:{}", rule.where.file, rule.where.line),
               .message = fmt::format("`{}`: {}", rule.pattern, message),
               .remedy = std::move(remedy)};
}

}  // namespace

PatternsHash hash_of_patterns(RuleList rules, const WordClasses& classes) {
  Hasher hasher;
  for (const Rule* rule : rules) {
    hasher.add(rule->is_regex ? "regex" : "pattern");
    hasher.add(rule->pattern);
  }
  for (const auto& [name, words] : classes) {
    hasher.add(name);
    for (const std::string& word : words) hasher.add(word);
  }
  return hasher.value();
}

class ScannerTableMaker {
 public:
  explicit ScannerTableMaker(const WordClasses& classes) : compiler_(classes) {
    put_list({});  // so that no word is number 0
  }

  std::optional<Error> add(const Rule& rule) {
    const PatternNumber number = patterns_++;
    if (rule.is_regex) return add_regex(rule, number);
    const auto edges = compiler_.edges(rule.pattern);
    if (!edges) return error_in(rule, edges.error().message, edges.error().remedy);
    const CodeAddress code = compiler_.code(rule.pattern, coder_);
    for (const PatternEdges& own : compiler_.edges_of_alternatives(rule.pattern)) {
      const auto alternative = static_cast<AlternativeNumber>(alternatives_.size());
      for (const std::string& word : own.first) uses_[word].begins.push_back(alternative);
      for (const std::string& word : own.last) uses_[word].fulfils.push_back(end_of(alternative));
      for (const std::string& word : own.middle)
        uses_[word].fulfils.push_back(middle_of(alternative));
      alternatives_.push_back({number, code, own.most_blanks, own.middle.empty() ? 0U : 1U});
    }
    return std::nullopt;
  }

  std::vector<CodeWord> table(const PatternsHash& hash) {
    fill_slots();
    ScannerHeader header{.patterns = hash};
    std::vector<CodeWord> words(sizeof header / sizeof(CodeWord));
    std::size_t section = 0;
    const auto append = [&](const auto& values) {
      header.ends[section++] = static_cast<std::uint32_t>(words.size());
      const auto* begin = reinterpret_cast<const CodeWord*>(values.data());
      words.insert(words.end(), begin, begin + std::as_bytes(std::span(values)).size() / 4);
    };
    append(alternatives_);
    append(slots_);
    append(regexes_);
    append(lists_);
    append(coder_.code());
    header.ends[section] = static_cast<std::uint32_t>(words.size());
    std::memcpy(words.data(), &header, sizeof header);
    return words;
  }

 private:
  struct Users {
    std::vector<AlternativeNumber> begins;
    std::vector<NeedNumber> fulfils;
  };

  std::optional<Error> add_regex(const Rule& rule, PatternNumber number) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(RE2::Options::EncodingLatin1);
    const RE2 regex("(?:" + rule.pattern + ")", options);
    if (!regex.ok()) return error_in(rule, regex.error(), "use RE2 syntax");
    RegexUse use{.number = number};
    add_needs(rule.pattern, options, use);
    if (const auto code = coder_.add_regex(rule.pattern)) {
      use.letters = code->letters;
      use.has_code = 1;
      use.code = code->address;
    }
    regexes_.push_back(use);
    return std::nullopt;
  }

  // As RE2 tells them: pieces of text of which every match holds at least one (none where a match
  // may go without), and whether pieces without a digit are never enough.
  void add_needs(const std::string& pattern, const RE2::Options& options, RegexUse& use) {
    re2::FilteredRE2 filter(1);
    int id = 0;
    filter.Add(pattern, options, &id);
    std::vector<std::string> atoms;
    filter.Compile(&atoms);
    const auto may_match = [&](const std::vector<int>& held) {
      std::vector<int> possible;
      filter.AllPotentials(held, &possible);
      return !possible.empty();
    };
    std::vector<std::uint32_t> pieces;
    std::vector<int> without_digit;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      pieces.push_back(put_word(atoms[i]));
      if (atoms[i].find_first_of("0123456789") == std::string::npos)
        without_digit.push_back(static_cast<int>(i));
    }
    use.needs_digit = may_match(without_digit) ? 0 : 1;
    use.needs = put_list(may_match({}) ? std::vector<std::uint32_t>{} : pieces);
  }

  std::uint32_t put_list(const std::vector<std::uint32_t>& numbers) {
    const auto [known, added] = known_lists_.emplace(numbers, lists_.size());
    if (added) {
      lists_.push_back(static_cast<std::uint32_t>(numbers.size()));
      lists_.insert(lists_.end(), numbers.begin(), numbers.end());
    }
    return known->second;
  }

  std::uint32_t put_word(std::string_view word) {
    const auto at = static_cast<std::uint32_t>(lists_.size());
    lists_.push_back(static_cast<std::uint32_t>(word.size()));
    lists_.resize(lists_.size() + (word.size() + 3) / 4);
    std::memcpy(&lists_[at + 1], word.data(), word.size());
    return at;
  }

  // Half of the slots stay empty.
  void fill_slots() {
    slots_.resize(std::bit_ceil(2 * uses_.size() + 1));
    const std::size_t mask = slots_.size() - 1;
    uses_.erase("");  // of a phrase in which all is optional; no word of a text is empty
    for (const auto& [word, users] : uses_) {
      std::size_t i = hash_of_word(word) & mask;
      while (slots_[i].word != 0) i = (i + 1) & mask;
      slots_[i] = {put_word(word), put_list(users.begins), put_list(users.fulfils)};
    }
  }

  PatternCompiler compiler_;
  PhraseCoder coder_{};
  std::map<std::string, Users> uses_{};
  std::map<std::vector<std::uint32_t>, std::uint32_t> known_lists_{};
  PatternNumber patterns_ = 0;
  std::vector<Alternative> alternatives_{};
  std::vector<ScannerTable::Slot> slots_{};
  std::vector<RegexUse> regexes_{};
  std::vector<std::uint32_t> lists_{};
};

Result<std::vector<CodeWord>> make_scanner_table(RuleList rules, const WordClasses& classes) {
  ScannerTableMaker maker(classes);
  for (const Rule* rule : rules) {
    if (auto error = maker.add(*rule)) return fail(std::move(*error));
  }
  auto table = maker.table(hash_of_patterns(rules, classes));
  if (auto* into = collected()) into->insert(into->end(), table.begin(), table.end());
  return table;
}

void collect_scanner_tables(std::vector<CodeWord>* into) {
  collected() = into;
}

}  // namespace rapport
