#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "lexicon/pattern_tree.hpp"

namespace rapport {

namespace {

constexpr int max_gap = 12;
constexpr int max_depth = 12;

constexpr std::array number_words = {
    "one",     "two",      "three",  "four",    "five",     "six",      "seven",
    "eight",   "nine",     "ten",    "eleven",  "twelve",   "thirteen", "fourteen",
    "fifteen", "sixteen",  "twenty", "thirty",  "forty",    "fifty",    "sixty",
    "seventy", "eighty",   "ninety", "hundred", "hundreds", "thousand", "thousands",
    "million", "millions", "dozen",  "dozens",  "half",     "twice",    "double"};

bool is_literal(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("-'.,/%$+#").find(c) != std::string_view::npos;
}

class Parser {
 public:
  Parser(std::string_view pattern, const WordClasses& classes, ClassGroups& groups, int depth)
      : text_(pattern), classes_(classes), groups_(groups), depth_(depth) {}

  tl::expected<Alternatives, PatternFault> whole() {
    auto result = alternatives();
    if (fault_) return tl::make_unexpected(*fault_);
    if (at_ < text_.size())
      return tl::make_unexpected(PatternFault{at_, "a `)` that opens nowhere", ""});
    return result;
  }

 private:
  bool done() const { return fault_ || at_ >= text_.size(); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void fault(std::size_t offset, std::string message, std::string remedy = "") {
    if (!fault_) fault_ = PatternFault{offset, std::move(message), std::move(remedy)};
  }

  Alternatives alternatives() {
    Alternatives result;
    result.push_back(sequence());
    while (!done() && peek() == '|') {
      ++at_;
      result.push_back(sequence());
    }
    return result;
  }

  Sequence sequence() {
    Sequence result;
    const std::size_t begin = at_;
    bool solid = false;  // has an item that must be there
    while (!done() && peek() != '|' && peek() != ')') {
      if (peek() == ' ') {
        ++at_;
        continue;
      }
      Item next = item();
      solid = solid || (!next.optional && next.gap == 0);
      result.items.push_back(std::move(next));
    }
    if (!fault_ && !solid) {
      fault(begin, "a phrase in which nothing must be there",
            "leave at least one word without `?`");
    }
    return result;
  }

  Item item() {
    Item result;
    const std::size_t begin = at_;
    while (!done() && peek() != ' ' && peek() != '|' && peek() != ')') {
      if (text_.substr(at_).starts_with("<gap:")) {
        if (!result.atoms.empty()) fault(at_, "a gap inside a word", "put blanks around it");
        result.gap = gap();
        return result;
      }
      result.atoms.push_back(atom());
    }
    finish(result, begin);
    return result;
  }

  // `?` on the only atom of an item makes the item optional, blank and all.
  void finish(Item& item, std::size_t begin) {
    if (item.atoms.size() == 1 && item.atoms.front().optional) {
      item.atoms.front().optional = false;
      item.optional = true;
      return;
    }
    for (const Atom& atom : item.atoms) {
      if (atom.optional && std::holds_alternative<std::string>(atom.is)) {
        fault(begin, "a `?` after a part of a word", "put the letters in a group: colo(u)?r");
      }
    }
  }

  Atom atom() {
    Atom result;
    if (peek() == '(') {
      result.is = std::make_shared<Group>(Group{group()});
    } else if (peek() == '<') {
      result.is = word_class();
    } else {
      result.is = literal();
    }
    if (peek() == '?') {
      ++at_;
      result.optional = true;
    }
    return result;
  }

  Alternatives group() {
    const std::size_t open = at_++;
    if (++nesting_ > max_depth) fault(open, "groups nested too deep", "");
    Alternatives result = fault_ ? Alternatives{} : alternatives();
    --nesting_;
    if (!fault_ && peek() != ')') fault(open, "a `(` that is never closed", "add the `)`");
    ++at_;
    return result;
  }

  std::string literal() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_literal(text_[at_])) ++at_;
    if (at_ == begin) {
      const bool upper = peek() >= 'A' && peek() <= 'Z';
      fault(at_, fmt::format("`{}` has no meaning in a pattern", peek()),
            upper ? "write it in lower case: text is folded before it is matched"
                  : "use words, groups, <classes> and gaps, or `regex`");
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  int gap() {
    const std::size_t begin = at_;
    at_ += std::string_view("<gap:").size();
    int words = 0;
    const auto [end, error] =
        std::from_chars(text_.data() + at_, text_.data() + text_.size(), words);
    at_ = static_cast<std::size_t>(end - text_.data());
    if (error != std::errc() || peek() != '>' || words < 1 || words > max_gap) {
      fault(begin, "not a gap", fmt::format("write <gap:n> with n from 1 to {}", max_gap));
    }
    ++at_;
    return words;
  }

  std::shared_ptr<Group> word_class() {
    const std::size_t begin = at_;
    const std::size_t close = text_.find('>', at_);
    if (close == std::string_view::npos) {
      fault(begin, "a `<` that is never closed", "add the `>`");
      return std::make_shared<Group>();
    }
    const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (const auto known = groups_.find(name); known != groups_.end()) return known->second;
    auto group = std::make_shared<Group>(Group{class_alternatives(name, begin)});
    if (!fault_) groups_.emplace(name, group);
    return group;
  }

  Alternatives class_alternatives(std::string_view name, std::size_t begin) {
    if (name == "digits") return digits();
    if (name == "number") return numbers();
    if (const auto found = classes_.find(name); found != classes_.end()) {
      return members(name, found->second, begin);
    }
    fault(begin, fmt::format("no word class <{}>", name), "define it in words.toml");
    return {};
  }

  Alternatives members(std::string_view name, const WordClass& words, std::size_t begin) {
    Alternatives result;
    if (depth_ >= max_depth) {
      fault(begin, fmt::format("word class <{}> contains itself", name), "");
      return result;
    }
    for (const std::string& word : words) {
      auto member = Parser(word, classes_, groups_, depth_ + 1).whole();
      if (!member) {
        fault(begin,
              fmt::format("in word class <{}>, `{}`: {}", name, word, member.error().message),
              member.error().remedy);
        return {};
      }
      for (Sequence& sequence : *member) result.push_back(std::move(sequence));
    }
    return result;
  }

  static Sequence one_word(std::string word) {
    Item item;
    item.atoms.push_back(Atom{std::move(word)});
    return Sequence{{std::move(item)}};
  }

  static Alternatives digits() { return {one_word("#")}; }

  static Alternatives numbers() {
    Alternatives result = digits();
    for (const char* word : number_words) result.push_back(one_word(word));
    return result;
  }

  std::string_view text_;
  const WordClasses& classes_;
  ClassGroups& groups_;
  int depth_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  std::optional<PatternFault> fault_;
};

}  // namespace

tl::expected<Alternatives, PatternFault> parse_pattern(std::string_view pattern,
                                                       const WordClasses& classes,
                                                       ClassGroups& groups) {
  return Parser(pattern, classes, groups, 0).whole();
}

std::vector<std::string> classes_in(std::string_view pattern) {
  std::vector<std::string> result;
  for (std::size_t open = pattern.find('<'); open != std::string_view::npos;
       open = pattern.find('<', open + 1)) {
    const std::size_t close = pattern.find('>', open);
    if (close == std::string_view::npos) break;
    result.emplace_back(pattern.substr(open + 1, close - open - 1));
  }
  return result;
}

}  // namespace rapport
