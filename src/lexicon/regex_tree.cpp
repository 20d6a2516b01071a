#include "lexicon/regex_tree.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace rapport {

namespace {

// A repeat beyond this is left to RE2: code writes every round out.
constexpr int most_rounds = 100;

constexpr std::string_view special = "\\^$.|?*+()[]{}";

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 128;
}

std::size_t index(char c) {
  return static_cast<unsigned char>(c);
}

RegexNode one_of(const LetterSet& letters) {
  return {.kind = RegexNode::Kind::letters, .letters = letters};
}

RegexNode just(char c) {
  return one_of(LetterSet().set(index(c)));
}

// Recursive descent; each function leaves `rest_` behind what it has read.
class Parser {
 public:
  explicit Parser(std::string_view regex) : rest_(regex) {}

  std::optional<RegexNode> whole() {
    auto node = alternatives();
    return node && rest_.empty() ? std::move(node) : std::nullopt;
  }

 private:
  using Node = std::optional<RegexNode>;

  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  char next() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  Node alternatives() {
    RegexNode node{.kind = RegexNode::Kind::alternatives};
    do {
      auto part = sequence();
      if (!part) return std::nullopt;
      node.parts.push_back(std::move(*part));
    } while (take("|"));
    if (node.parts.size() > 1) return node;
    RegexNode only = std::move(node.parts.front());
    return only;
  }

  Node sequence() {
    RegexNode node{.kind = RegexNode::Kind::sequence};
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      auto part = repeated();
      if (!part) return std::nullopt;
      node.parts.push_back(std::move(*part));
    }
    return node;
  }

  Node repeated() {
    auto node = atom();
    if (!node || rest_.empty()) return node;
    RegexNode repeat{.kind = RegexNode::Kind::repeat};
    if (take("?")) {
      repeat.most = 1;
    } else if (take("*")) {
      repeat.most = RegexNode::no_end;
    } else if (take("+")) {
      repeat.least = 1;
      repeat.most = RegexNode::no_end;
    } else if (take("{")) {
      if (!rounds(repeat)) return std::nullopt;
    } else {
      return node;
    }
    // "a??" prefers less, "a?+" is no regular expression, and "(a?)*" has rounds without end.
    if (!rest_.empty() && std::string_view("?*+{").find(rest_.front()) != std::string_view::npos)
      return std::nullopt;
    if (repeat.most == RegexNode::no_end && node->may_be_empty()) return std::nullopt;
    repeat.parts.push_back(std::move(*node));
    return repeat;
  }

  std::optional<int> count() {
    int number = 0;
    const auto [end, failed] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (failed != std::errc() || number > most_rounds) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  bool rounds(RegexNode& repeat) {
    const auto least = count();
    if (!least) return false;
    repeat.least = repeat.most = *least;
    if (take(",")) {
      const auto most = count();
      repeat.most = most ? *most : RegexNode::no_end;
    }
    return take("}") && (repeat.most == RegexNode::no_end || repeat.most >= repeat.least);
  }

  Node atom() {
    const char c = next();
    if (c == '^') return RegexNode{.kind = RegexNode::Kind::beginning};
    if (c == '(') return group();
    if (c == '[') return letters();
    if (c == '.') return one_of(~LetterSet().set(index('\n')));
    if (c == '\\') return escaped();
    if (special.find(c) != std::string_view::npos || !is_ascii(c)) return std::nullopt;
    return just(c);
  }

  Node group() {
    if (rest_.starts_with("?") && !take("?:")) return std::nullopt;
    auto node = alternatives();
    return node && take(")") ? std::move(node) : std::nullopt;
  }

  // Signs stand for themselves; letters and digits behind a backslash have meanings of their own.
  Node escaped() {
    if (rest_.empty() || special.find(rest_.front()) == std::string_view::npos) return std::nullopt;
    return just(next());
  }

  // Behind the "[".
  Node letters() {
    const bool all_but = take("^");
    LetterSet set;
    for (bool first = true; first || !rest_.starts_with("]"); first = false) {
      if (rest_.size() < 2 || std::string_view("\\[").find(rest_.front()) != std::string_view::npos)
        return std::nullopt;
      if (first && rest_.front() == ']') return std::nullopt;
      const char begin = next();
      char end = begin;
      if (rest_.size() > 1 && rest_.front() == '-' && rest_[1] != ']') {
        rest_.remove_prefix(1);
        end = next();
      }
      if (!is_ascii(begin) || !is_ascii(end) || end == '\\' || end < begin) return std::nullopt;
      for (char c = begin; c < end; ++c) set.set(index(c));
      set.set(index(end));
    }
    return take("]") ? Node(one_of(all_but ? ~set : set)) : std::nullopt;
  }

  std::string_view rest_;
};

}  // namespace

bool RegexNode::may_be_empty() const {
  switch (kind) {
    case Kind::letters:
      return false;
    case Kind::beginning:
      return true;
    case Kind::sequence:
      return std::ranges::all_of(parts, &RegexNode::may_be_empty);
    case Kind::alternatives:
      return std::ranges::any_of(parts, &RegexNode::may_be_empty);
    case Kind::repeat:
      return least == 0 || parts.front().may_be_empty();
  }
  return true;
}

std::optional<RegexNode> parse_simple_regex(std::string_view regex) {
  return Parser(regex).whole();
}

}  // namespace rapport
