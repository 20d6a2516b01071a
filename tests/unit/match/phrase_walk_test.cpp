#include "match/phrase_walk.hpp"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "lexicon/pattern.hpp"

using namespace rapport;

namespace {

const WordClasses classes = {{"ask", {"ask", "asked", "asking"}},
                             {"who", {"guest", "guests", "front desk", "guest's mother"}}};

// Where the match at the beginning of a text ends; none where there is none.
std::optional<std::uint32_t> walk(std::string_view pattern, std::string_view text,
                                  Prefer prefer = Prefer::first) {
  PatternCompiler compiler(classes);
  PhraseCoder coder;
  const CodeAddress address = compiler.code(pattern, coder);
  PhraseWalk walk(coder.code(), prefer);
  std::uint32_t end = 0;
  const auto result = walk.run(address, text, 0, end);
  REQUIRE(result != PhraseWalk::Result::gave_up);
  if (result == PhraseWalk::Result::none) return std::nullopt;
  return end;
}

// The same by RE2.
std::optional<std::uint32_t> re2_end(const std::string& regex, std::string_view text,
                                     Prefer prefer) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_longest_match(prefer == Prefer::longest);
  const RE2 compiled("(" + regex + ")(?:[^a-z0-9_]|$)", options);
  REQUIRE(compiled.ok());
  re2::StringPiece groups[2];
  const re2::StringPiece whole(text.data(), text.size());
  if (!compiled.Match(whole, 0, whole.size(), RE2::ANCHOR_START, groups, 2)) return std::nullopt;
  return static_cast<std::uint32_t>(groups[1].size());
}

// A pattern of the language, by chance.
class Grower {
 public:
  explicit Grower(unsigned seed) : random_(seed) {}

  std::string pattern(int depth = 0) {
    std::string result = item(depth);
    for (int more = below(3); more > 0; --more) result += gap() + ' ' + any_item(depth);
    if (below(3) == 0) result += gap() + ' ' + item(depth);
    return result;
  }

  // Words that patterns hold, and what may stand between them.
  std::string text() {
    static constexpr std::array pieces = {"ask",    "asked",  "a",     "b",    "ab",     "a-b",
                                          "guest",  "guests", "front", "desk", "s",      "ed",
                                          "1,200",  "30+",    "4.%",   "two",  "5.5%",   "z's",
                                          "mother", "a/b",    "b's",   "'",    "guest's"};
    static constexpr std::array joints = {" ", " ", " ", "-", ", ", "; ", "/", "", ". ", "' "};
    std::string result;
    for (int words = 1 + below(9); words > 0; --words) {
      result += pieces[static_cast<std::size_t>(below(pieces.size()))];
      result += joints[static_cast<std::size_t>(below(joints.size()))];
    }
    return result;
  }

 private:
  int below(std::size_t bound) { return static_cast<int>(random_() % bound); }
  std::string gap() { return below(4) == 0 ? " <gap:" + std::to_string(1 + below(4)) + ">" : ""; }
  std::string any_item(int depth) {
    return below(4) == 0 ? "(" + pattern(depth + 1) + ")?" : item(depth);
  }

  std::string item(int depth) {
    switch (depth > 2 ? below(4) : below(7)) {
      case 0:
        return "<ask>";
      case 1:
        return "<who>";
      case 2:
        return below(2) == 0 ? "<number>" : below(2) == 0 ? "<digits>%" : "a-b";
      case 3:
        return below(2) == 0 ? "a" : "guest";
      case 4:
        return "a(s|ed|" + pattern(depth + 1) + ")?";
      case 5:
        return "(" + pattern(depth + 1) + ")";
      default:
        return "(" + pattern(depth + 1) + "|" + pattern(depth + 1) + "|b)";
    }
  }

  std::mt19937 random_;
};

// A regular expression by chance, of letters that its texts have too.
class RegexGrower {
 public:
  explicit RegexGrower(unsigned seed) : random_(seed) {}

  std::string regex(int depth = 0) {
    std::string result = sequence(depth);
    for (int more = below(3); more > 0; --more) result += '|' + sequence(depth);
    return result;
  }

  std::string text() {
    std::string result;
    for (int i = 1 + below(12); i > 0; --i) result += pick({"a", "b", "c", "1", " ", ",", "-"});
    return result;
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  std::string sequence(int depth) {
    std::string result;
    for (int i = below(4); i > 0; --i)
      result += atom(depth) + pick({"", "", "", "?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}"});
    return result;
  }
  std::string atom(int depth) {
    if (depth < 3 && below(4) == 0) return '(' + regex(depth + 1) + ')';
    return pick({"a", "b", "ab", "1", " ", ",", "-", "[ab]", "[^a ]", "[a-c]", "[0-9]", ".", "^"});
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("the alternative that is named first wins, unless the longest is wanted") {
  CHECK(walk("a|a b", "a b") == 1);
  CHECK(walk("a|a b", "a b", Prefer::longest) == 3);
}

TEST_CASE("a match ends where a word does, so an ending that is glued to more is given up") {
  CHECK(walk("ask(ed)?", "asked") == 5);
  CHECK(walk("ask(ed)?", "askedly") == std::nullopt);
  CHECK(walk("ask", "ask_") == std::nullopt);
}

TEST_CASE("a gap takes as few words as it can") {
  CHECK(walk("ask <gap:3> guest", "ask a guest guest") == 11);
  CHECK(walk("ask <gap:1> guest", "ask one two guest") == std::nullopt);
}

TEST_CASE("a walk that finds no end gives up, and does not go on for ever") {
  PatternCompiler compiler(classes);
  PhraseCoder coder;
  const auto address = compiler.code("a <gap:12> <gap:12> <gap:12> <gap:12> <gap:12> b", coder);
  PhraseWalk walk(coder.code(), Prefer::first);
  std::string text = "a";
  for (int i = 0; i < 60; ++i) text += " a-a-a-a";
  std::uint32_t end = 0;
  CHECK(walk.run(address, text, 0, end) == PhraseWalk::Result::gave_up);
}

TEST_CASE("code says what the regular expression of the same pattern says") {
  Grower grower(11);
  int found = 0;
  for (int round = 0; round < 8000; ++round) {
    const std::string pattern = grower.pattern();
    PatternCompiler compiler(classes);
    const std::string regex = compiler.regex(pattern);
    if (regex.empty()) continue;  // nothing in it must be there
    PhraseCoder coder;
    const CodeAddress address = compiler.code(pattern, coder);
    for (int text = 0; text < 4; ++text) {
      const std::string words = grower.text();
      const Prefer prefer = text % 2 == 0 ? Prefer::first : Prefer::longest;
      PhraseWalk walk(coder.code(), prefer);
      std::uint32_t end = 0;
      const auto result = walk.run(address, words, 0, end);
      if (result == PhraseWalk::Result::gave_up) continue;
      const auto expected = re2_end(regex, words, prefer);
      CAPTURE(pattern);
      CAPTURE(words);
      REQUIRE((result == PhraseWalk::Result::found) == expected.has_value());
      if (!expected) continue;
      REQUIRE(end == *expected);
      ++found;
    }
  }
  CHECK(found > 800);
}

TEST_CASE("the code of a regular expression says what RE2 prefers") {
  RegexGrower grower(23);
  int simple = 0;
  int found = 0;
  for (int round = 0; round < 6000; ++round) {
    const std::string regex = grower.regex();
    PhraseCoder coder;
    const auto code = coder.add_regex(regex);
    if (!code) continue;
    ++simple;
    for (int text = 0; text < 4; ++text) {
      const std::string words = grower.text();
      PhraseWalk walk(coder.code(), Prefer::first);
      std::uint32_t end = 0;
      const auto result = walk.run(code->address, words, 0, end);
      if (result == PhraseWalk::Result::gave_up) continue;
      const auto expected = re2_end(regex, words, Prefer::first);
      CAPTURE(regex);
      CAPTURE(words);
      REQUIRE((result == PhraseWalk::Result::found) == expected.has_value());
      if (!expected) continue;
      REQUIRE(end == *expected);
      ++found;
    }
  }
  CHECK(simple > 3000);
  CHECK(found > 3000);
}
