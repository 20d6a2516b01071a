#include "match/phrase_walk.hpp"

#include <algorithm>
#include <cstring>

namespace rapport {

namespace {

constexpr int most_steps = 20'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_';
}

bool is_blank(char c) {
  return c == ' ' || c == '-';
}

// What a separator, or a further word of a gap, can begin with.
bool may_separate(char c) {
  return is_blank(c) || c == '\'' || c == '/' || c == ',';
}

PhraseOp op_of(CodeWord word) {
  return static_cast<PhraseOp>(word & ((1U << phrase_op_bits) - 1));
}

}  // namespace

PhraseWalk::Result PhraseWalk::run(CodeAddress address, std::string_view text, std::uint32_t begin,
                                   std::uint32_t& end) {
  text_ = text;
  ways_.clear();
  frames_.assign(1, {});
  address_ = address;
  at_ = begin;
  frame_ = 0;
  left_ = whole;
  Result result = Result::none;
  for (int steps = 0; steps < most_steps; ++steps) {
    if (has_arrived()) {
      if (result == Result::none || at_ > end) end = at_;
      result = Result::found;
      if (prefer_ == Prefer::first || !take_back()) return result;
    } else if (!step() && !take_back()) {
      return result;
    }
  }
  return Result::gave_up;
}

// At the end of the pattern, and of a word.
bool PhraseWalk::has_arrived() const {
  return frame_ == 0 && op_of(code_[address_]) == PhraseOp::back && !is_word_letter(letter(at_));
}

bool PhraseWalk::step() {
  const CodeWord word = code_[address_];
  const CodeWord operand = word >> phrase_op_bits;
  switch (op_of(word)) {
    case PhraseOp::text:
      return text(operand);
    case PhraseOp::hyphen:
      return hyphen();
    case PhraseOp::number:
      return number();
    case PhraseOp::separator:
      return separator();
    case PhraseOp::gap_before:
    case PhraseOp::gap_after:
    case PhraseOp::gap_at_end:
      return gap(operand);
    case PhraseOp::choice:
      return choice(operand);
    case PhraseOp::by_letter:
      return by_letter();
    case PhraseOp::maybe:
      keep(operand, at_);
      ++address_;
      return true;
    case PhraseOp::call:
      return call(operand);
    case PhraseOp::back:
      return back();
    case PhraseOp::letter:
      return one_letter();
    case PhraseOp::beginning:
      ++address_;
      return at_ == 0;
    case PhraseOp::go_on:
      address_ = operand;
      return true;
  }
  return false;
}

void PhraseWalk::keep(CodeAddress address, std::uint32_t at, std::uint32_t left, bool widen) {
  ways_.push_back({address, at, frame_, static_cast<std::uint32_t>(frames_.size()), left, widen});
}

bool PhraseWalk::take_back() {
  while (!ways_.empty()) {
    const Way way = ways_.back();
    ways_.pop_back();
    address_ = way.address;
    at_ = way.at;
    frame_ = way.frame;
    frames_.resize(way.frames);
    left_ = way.left;
    if (!way.widen) return true;
    widen(op_of(code_[address_]), left_ - 1);
  }
  return false;
}

bool PhraseWalk::take_first(std::size_t kept) {
  if (ways_.size() == kept) return false;
  std::reverse(ways_.begin() + static_cast<std::ptrdiff_t>(kept), ways_.end());
  return take_back();
}

bool PhraseWalk::text(CodeWord length) {
  if (text_.size() - at_ < length) return false;
  if (std::memcmp(&code_[address_ + 1], text_.data() + at_, length) != 0) return false;
  at_ += length;
  address_ += 1 + (length + 3) / 4;  // whole words
  return true;
}

bool PhraseWalk::hyphen() {
  ++address_;
  if (!is_blank(letter(at_))) return true;
  keep(address_, at_);
  ++at_;
  return true;
}

bool PhraseWalk::number() {
  if (!is_digit(letter(at_))) return false;
  const std::size_t kept = ways_.size();
  std::uint32_t end = at_ + 1;
  while (is_digit(letter(end)) || letter(end) == ',' || letter(end) == '.') ++end;
  for (; end > at_; --end) {
    if (!is_digit(letter(end - 1))) continue;  // "30," and "30." end before the sign
    if (letter(end) == '+') keep(address_ + 1, end + 1);
    keep(address_ + 1, end);
  }
  return take_first(kept);
}

std::uint32_t PhraseWalk::run_end(std::uint32_t at, std::string_view stops) const {
  return static_cast<std::uint32_t>(std::min(text_.find_first_of(stops, at), text_.size()));
}

bool PhraseWalk::separator() {
  const char next = letter(at_);
  if (is_blank(next)) {
    ++at_;
    ++address_;
    return true;
  }
  const std::size_t kept = ways_.size();
  if (next == '\'' && letter(at_ + 1) == 's') separator_at(at_ + 2);
  if (next == '\'') separator_at(at_ + 1);
  separator_at(at_);
  return take_first(kept);
}

void PhraseWalk::separator_at(std::uint32_t at) {
  if (is_blank(letter(at))) keep(address_ + 1, at + 1);
  if (letter(at) != '/') return;
  for (std::uint32_t end = run_end(at + 1, " /"); end > at + 1; --end) {
    if (is_blank(letter(end))) keep(address_ + 1, end + 1);
  }
}

// A look at the first letters of what an address stands for: most alternatives differ there, and
// need not be kept as a way.
bool PhraseWalk::may_match(CodeAddress address) const {
  const CodeWord word = code_[address];
  if (op_of(word) != PhraseOp::text) return true;
  const std::size_t length = std::min<std::size_t>(word >> phrase_op_bits, sizeof(CodeWord));
  if (text_.size() - at_ < length) return false;
  const char* letters = reinterpret_cast<const char*>(&code_[address + 1]);
  return std::equal(letters, letters + length, text_.data() + at_);
}

bool PhraseWalk::choice(CodeWord count) {
  const unsigned here = letter_kind(letter(at_));
  const CodeWord* entries = &code_[address_ + 1];
  const std::size_t kept = ways_.size();
  for (std::size_t i = count; i-- > 0;) {
    if ((entries[2 * i + 1] >> here & 1U) != 0 && may_match(entries[2 * i]))
      keep(entries[2 * i], at_);
  }
  return ways_.size() > kept && take_back();
}

bool PhraseWalk::by_letter() {
  const CodeAddress list = code_[address_ + 1 + letter_kind(letter(at_))];
  const std::size_t kept = ways_.size();
  for (CodeWord i = code_[list]; i > 0; --i) {
    if (may_match(code_[list + i])) keep(code_[list + i], at_);
  }
  return ways_.size() > kept && take_back();
}

bool PhraseWalk::call(CodeWord address) {
  frames_.push_back({address_ + 1, frame_});
  frame_ = static_cast<std::uint32_t>(frames_.size() - 1);
  address_ = address;
  return true;
}

bool PhraseWalk::back() {
  if (frame_ == 0) return false;  // the pattern ends within a word
  address_ = frames_[frame_].back;
  frame_ = frames_[frame_].around;
  return true;
}

bool PhraseWalk::one_letter() {
  if (at_ >= text_.size()) return false;
  const auto letter = static_cast<unsigned char>(text_[at_]);
  if (letter >= 128 || (code_[address_ + 1 + letter / 32] >> letter % 32 & 1U) == 0) return false;
  ++at_;
  address_ += 5;
  return true;
}

// Gaps are lazy: the tightest span is the one to show.
bool PhraseWalk::gap(CodeWord words) {
  const std::uint32_t left = left_ == whole ? words : left_;
  left_ = whole;
  if (left > 0) keep(address_, at_, left, true);
  ++address_;
  return true;
}

void PhraseWalk::widen(PhraseOp gap, std::uint32_t left) {
  const std::size_t kept = ways_.size();
  if (gap == PhraseOp::gap_before) {
    const std::uint32_t end = run_end(at_, " ;:");
    if (end > at_ && letter(end) == ' ') keep(address_, end + 1, left);
    return;
  }
  const bool possessive = letter(at_) == '\'';
  if (possessive && letter(at_ + 1) == 's') widen_at(at_ + 2, gap, left);
  if (possessive) widen_at(at_ + 1, gap, left);
  widen_at(at_, gap, left);
  std::reverse(ways_.begin() + static_cast<std::ptrdiff_t>(kept), ways_.end());
}

void PhraseWalk::widen_at(std::uint32_t at, PhraseOp gap, std::uint32_t left) {
  if (letter(at) == ',') ++at;
  if (!is_blank(letter(at))) return;
  for (std::uint32_t end = run_end(at + 1, " ;:"); end > at + 1; --end) {
    if (gap == PhraseOp::gap_at_end || may_separate(letter(end))) keep(address_, end, left);
  }
}

}  // namespace rapport
