#include "pdf/operators.hpp"

#include <algorithm>
#include <charconv>

namespace rapport {
namespace {

constexpr std::size_t most_numbers = 64;
constexpr std::string_view blanks = std::string_view(" \t\r\n\f\0", 6);
constexpr std::string_view ends = std::string_view(" \t\r\n\f\0()<>[]{}/%", 16);

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool is_number(std::string_view word) {
  return is_one_of(word.front(), "+-.0123456789");
}

double number(std::string_view word) {
  double value = 0;
  if (word.front() == '+') word.remove_prefix(1);
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

}  // namespace

void PdfOperators::read(std::string_view content) {
  content_ = content;
  for (std::size_t at = 0; at < content_.size();) {
    const char c = content_[at];
    if (c == '(') {
      at = skip_string(at);
    } else if (c == '%') {
      at = std::min(content_.find_first_of("\r\n", at), content_.size());
    } else if (content_.substr(at, 2) == "<<") {
      at += 2;
    } else if (c == '<') {
      at = std::min(content_.find('>', at), content_.size());
    } else if (c == '[') {
      ++arrays_;
      ++at;
    } else if (c == ']') {
      arrays_ = 0;
      ++at;
    } else if (c == '/' || !is_one_of(c, ends)) {
      at = read_word(at);
    } else {
      ++at;
    }
  }
}

// Past the parenthesis that closes the one at `at`.
std::size_t PdfOperators::skip_string(std::size_t at) const {
  int depth = 0;
  for (; at < content_.size(); ++at) {
    const char c = content_[at];
    if (c == '\\') ++at;
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) return at + 1;
  }
  return content_.size();
}

// Its data may look like anything; "EI" between blanks ends it.
std::size_t PdfOperators::skip_inline_image(std::size_t at) const {
  for (at = content_.find("EI", at); at != std::string_view::npos;
       at = content_.find("EI", at + 2)) {
    const bool begins = at > 0 && is_one_of(content_[at - 1], blanks);
    const bool finishes = at + 2 >= content_.size() || is_one_of(content_[at + 2], blanks);
    if (begins && finishes) return at + 2;
  }
  return content_.size();
}

std::size_t PdfOperators::read_word(std::size_t at) {
  const std::size_t end = std::min(content_.find_first_of(ends, at + 1), content_.size());
  const std::string_view word = content_.substr(at, end - at);
  if (word.front() == '/') {
    named_ = true;
  } else if (is_number(word)) {
    if (arrays_ == 0 && numbers_.size() < most_numbers) numbers_.push_back(number(word));
  } else {
    operate(word, numbers_, named_);
    numbers_.clear();
    named_ = false;
    if (word == "ID") return skip_inline_image(end);
  }
  return end;
}

}  // namespace rapport
