// The walk through phrase code: tries whether a pattern matches at a word, as RE2 would with the
// pattern's regular expression, to the byte. (Of a pattern that is written as one this holds for
// Prefer::first: which of two matches is the longest, one that ends before a sign or one that ends
// with it, only RE2 knows.)
//
// It goes forward and keeps the ways not taken, so a pattern of several wide gaps could make it
// walk for long; after a fixed number of steps it gives up, and RE2 decides, whose time is linear.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/phrase_code.hpp"

namespace rapport {

// Of the matches that a pattern has at a word: the one that its alternatives prefer, or the
// longest.
enum class Prefer { first, longest };

class PhraseWalk {
 public:
  enum class Result { none, found, gave_up };

  PhraseWalk(std::span<const CodeWord> code, Prefer prefer) : code_(code), prefer_(prefer) {}

  // `end` is set to that of the match. A match ends where a word does.
  [[nodiscard]] Result run(CodeAddress address, std::string_view text, std::uint32_t begin,
                           std::uint32_t& end);

 private:
  // A call to come back from: the address behind it, and the call around it.
  struct Frame {
    CodeAddress back;
    std::uint32_t around;
  };
  // Where to go on, at which place of the text, in which call.
  struct Way {
    CodeAddress address;
    std::uint32_t at;
    std::uint32_t frame;
    std::uint32_t frames;  // how many there were
    std::uint32_t left;    // words that a gap may still take; `whole` when it has taken none
    bool widen;            // the gap takes one more first
  };
  static constexpr std::uint32_t whole = ~std::uint32_t{0};

  [[nodiscard]] char letter(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  [[nodiscard]] std::uint32_t run_end(std::uint32_t at, std::string_view stops) const;
  [[nodiscard]] bool has_arrived() const;
  [[nodiscard]] bool may_match(CodeAddress address) const;

  void keep(CodeAddress address, std::uint32_t at, std::uint32_t left = whole, bool widen = false);
  bool take_back();
  bool take_first(std::size_t kept);  // of the ways kept since there were so many
  bool step();
  bool text(CodeWord length);
  bool hyphen();
  bool number();
  bool separator();
  void separator_at(std::uint32_t at);
  bool choice(CodeWord count);
  bool by_letter();
  bool call(CodeWord address);
  bool back();
  bool one_letter();
  bool gap(CodeWord words);
  void widen(PhraseOp gap, std::uint32_t left);
  void widen_at(std::uint32_t at, PhraseOp gap, std::uint32_t left);

  std::span<const CodeWord> code_;
  Prefer prefer_;
  std::string_view text_{};
  std::vector<Way> ways_{};
  std::vector<Frame> frames_{};
  // Where it stands now.
  CodeAddress address_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t frame_ = 0;
  std::uint32_t left_ = whole;
};

}  // namespace rapport
