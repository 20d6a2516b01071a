#include "lexicon/pattern.hpp"

#include <algorithm>
#include <set>

#include "lexicon/pattern_tree.hpp"
#include "lexicon/phrase_code.hpp"

namespace rapport {

namespace {

bool has(std::string_view mark, const std::vector<std::string>& words) {
  return std::ranges::any_of(
      words, [&](const std::string& word) { return word.find(mark) != std::string::npos; });
}

// "covid#": a word of which no list can be made.
bool has_glued_number(const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [](const std::string& word) {
    return word.size() > 1 && word.find('#') != std::string::npos;
  });
}

PatternEdges edges_of(const Alternatives& tree) {
  return {edge_words(tree, Edge::first), edge_words(tree, Edge::last), most_blanks(tree)};
}

}  // namespace

struct PatternCompiler::Groups {
  ClassGroups by_class;
};

PatternCompiler::PatternCompiler(const WordClasses& classes)
    : classes_(classes), groups_(std::make_unique<Groups>()) {}
PatternCompiler::PatternCompiler(PatternCompiler&&) noexcept = default;
PatternCompiler::~PatternCompiler() = default;

tl::expected<PatternEdges, PatternFault> PatternCompiler::edges(std::string_view pattern) {
  const auto tree = parse_pattern(pattern, classes_, groups_->by_class);
  if (!tree) return tl::make_unexpected(tree.error());
  PatternEdges result = edges_of(*tree);
  if (has(too_many_words, result.first) || has(too_many_words, result.last)) {
    return tl::make_unexpected(PatternFault{
        0, "groups glued to each other, which make too many words", "put blanks between them"});
  }
  if (has(any_word, result.first) || has(any_word, result.last)) {
    return tl::make_unexpected(
        PatternFault{0, "a gap at the edge of a phrase", "begin and end with a word"});
  }
  if (has_glued_number(result.first) || has_glued_number(result.last)) {
    return tl::make_unexpected(
        PatternFault{0, "a number glued to a word at the edge of a phrase", "put a blank between"});
  }
  return result;
}

std::vector<PatternEdges> PatternCompiler::edges_of_alternatives(std::string_view pattern) {
  const auto tree = parse_pattern(pattern, classes_, groups_->by_class);
  std::vector<PatternEdges> result;
  if (!tree) return result;
  for (const Alternatives& part : spread_out(*tree)) {
    result.push_back(edges_of(part));
    if (part.size() == 1) result.back().middle = middle_words(part.front());
  }
  return result;
}

std::uint32_t PatternCompiler::code(std::string_view pattern, PhraseCoder& coder) {
  const auto tree = parse_pattern(pattern, classes_, groups_->by_class);
  return coder.add(tree ? *tree : Alternatives{});
}

std::string PatternCompiler::regex(std::string_view pattern) {
  const auto tree = parse_pattern(pattern, classes_, groups_->by_class);
  return tree ? regex_of(*tree) : "";
}

std::vector<std::string> PatternCompiler::phrases(std::string_view pattern, std::size_t count) {
  const auto tree = parse_pattern(pattern, classes_, groups_->by_class);
  if (!tree) return {};
  std::set<std::string> phrases;
  for (unsigned seed = 0; seed < count; ++seed) phrases.insert(say_phrase(*tree, seed));
  return {phrases.begin(), phrases.end()};
}

}  // namespace rapport
