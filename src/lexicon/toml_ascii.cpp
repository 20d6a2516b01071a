#include "lexicon/toml_ascii.hpp"

#include <algorithm>

namespace rapport {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Walks over a file from string to string and from comment to comment. Where quotes do not match it
// may be wrong about what follows, which the parser never gets to.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  }

  std::optional<std::size_t> stray() {
    while (at_ < text_.size() && !stray_) {
      const char c = text_[at_];
      if (!is_ascii(at_)) return at_;
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if ((c == '"' || c == '\'') && opens()) {
        pass_string(c);
      } else {
        ++at_;
      }
    }
    return stray_;
  }

 private:
  [[nodiscard]] bool is_ascii(std::size_t at) const {
    return static_cast<unsigned char>(text_[at]) < 0x80;
  }
  [[nodiscard]] bool has(std::string_view what) const {
    return text_.substr(at_).starts_with(what);
  }

  // A quote that is glued to what stands before it opens no string.
  [[nodiscard]] bool opens() const {
    return at_ == 0 ||
           std::string_view(" \t\r\n=,[{.\xBF").find(text_[at_ - 1]) != std::string_view::npos;
  }

  void pass_string(char quote) {
    const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
    if (!has(triple)) {
      ++at_;
      return pass_to(triple.substr(0, 1), quote == '"', true);
    }
    at_ += triple.size();
    pass_to(triple, quote == '"', false);
    // Two more quotes may belong to the string.
    while (at_ < text_.size() && text_[at_] == quote) ++at_;
  }

  // Behind the next `end`, or to the end of the line where the string has but one.
  void pass_to(std::string_view end, bool escapes, bool one_line) {
    while (at_ < text_.size() && !has(end)) {
      if (one_line && text_[at_] == '\n') return;
      if (escapes && text_[at_] == '\\') pass_backslash();
      ++at_;
    }
    at_ = std::min(at_ + end.size(), text_.size());
  }

  // At the end of a line it swallows all blanks up to the next character, which toml++ trips over.
  void pass_backslash() {
    ++at_;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at_);
    if (next != std::string_view::npos && !is_ascii(next) && !stray_) stray_ = next;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<std::size_t> stray_{};
};

}  // namespace

std::optional<std::size_t> stray_character(std::string_view toml) {
  return Walk(toml).stray();
}

}  // namespace rapport
