// The words of a posting's sentence with all that tells a keyword from noise.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assess/term_index.hpp"
#include "lexicon/stem.hpp"
#include "match/scanner.hpp"
#include "rapport/posting.hpp"

namespace rapport {

struct PostingWord {
  std::string word{};  // folded
  Token span{};        // in the folded sentence
  std::string stem{};
  std::string printed{};
  std::string gap{};           // what stands before it: a blank, a hyphen
  bool small = false;          // "the", "with": no term begins or ends with it
  bool noise = false;          // a general verb or adjective
  bool noun = false;           // a general noun
  bool capital = false;        // written as a name where others are not, or as an acronym
  bool introduced = false;     // behind "experience with", also as a later entry of its list
  bool head = false;           // "certification", "software"
  bool name = false;           // of a tool, which needs its capital: "Word", "Teams"
  bool headed = false;         // before "certification", "software"
  bool breaks_before = false;  // no term reaches over it from the left
  bool place = false;          // behind "in", "near"
  bool job = false;            // "agent", "manager"
  bool taken = false;          // part of a skill's evidence, or a name
};

struct PostingSentence {
  PostingPart part = PostingPart::unclear;
  std::vector<PostingWord> words{};
};

class PostingWords {
 public:
  explicit PostingWords(const Lexicon& lexicon, const Stemmer& stemmer);

  // The sentences of a posting that may hold keywords: neither headings nor the header nor what the
  // employer says of itself.
  [[nodiscard]] std::vector<PostingSentence> sentences(const Posting& posting) const;

 private:
  using Names = std::set<std::string, std::less<>>;

  [[nodiscard]] Names names_in(const Posting& posting, std::size_t header) const;
  [[nodiscard]] bool is_general(std::string_view word) const;
  [[nodiscard]] PostingSentence read(const Posting& posting, std::size_t unit,
                                     const Names& names) const;
  [[nodiscard]] bool is_name(const PostingWord& word, const Names& names) const;
  void classify(PostingWord& word) const;
  void judge_capitals(std::vector<PostingWord>& words) const;
  void mark_introduced(const std::vector<Hit>& hits, const Folded& folded,
                       PostingSentence& sentence) const;

  static void introduce(const Hit& hit, const Folded& folded, std::vector<PostingWord>& words);

  [[nodiscard]] bool is(std::string_view word, const char* word_class) const;

  const Lexicon& lexicon_;
  const Stemmer& stemmer_;
  std::optional<Scanner> scanner_{};
};

}  // namespace rapport
