#include "text/markdown.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.hpp"
#include "input/bullet.hpp"

namespace rapport {
namespace {

constexpr std::size_t max_emphasis = 200;  // bytes
constexpr std::size_t max_link = 300;

bool blank_at(std::string_view line, std::size_t at) {
  return at >= line.size() || line[at] == ' ' || line[at] == '\t';
}

bool word_before(std::string_view line, std::size_t at) {
  return at > 0 && utf8::is_word(utf8::decode_before(line, at).code);
}

bool word_at(std::string_view line, std::size_t at) {
  return at < line.size() && utf8::is_word(utf8::decode(line, at).code);
}

class Marks {
 public:
  explicit Marks(std::string_view line) : line_(line) {}

  std::vector<ByteRange> find() {
    std::size_t at = prefix();
    while (at < line_.size()) at = step(at);
    std::ranges::sort(marks_, {}, &ByteRange::begin);
    return std::move(marks_);
  }

 private:
  void drop(std::size_t begin, std::size_t end) { marks_.push_back({begin, end}); }

  // "## Skills" and "> quoted"; a bullet stays, as units know it.
  std::size_t prefix() {
    const std::size_t hashes = line_.find_first_not_of('#');
    if (hashes != std::string_view::npos && hashes > 0 && hashes <= 6 && line_[hashes] == ' ') {
      drop(0, hashes + 1);
      return close_heading(hashes + 1);
    }
    return bullet_length(line_);
  }

  // "## Skills ##"
  std::size_t close_heading(std::size_t begin) {
    const std::size_t last = line_.find_last_not_of("# \t");
    if (last != std::string_view::npos && last > begin && last + 2 < line_.size() &&
        line_[last + 1] == ' ' && line_[last + 2] == '#') {
      drop(last + 1, line_.size());
      line_ = line_.substr(0, last + 1);
    }
    return begin;
  }

  // Handles what stands at `at`; returns where to go on.
  std::size_t step(std::size_t at) {
    const char c = line_[at];
    if (c == '*' || c == '_') return emphasis(at);
    if (c == '[') return link(at);
    if (c == '\\' && at + 1 < line_.size() &&
        std::string_view("*_#[]").find(line_[at + 1]) != std::string_view::npos) {
      drop(at, at + 1);
      return at + 2;
    }
    return at + 1;
  }

  std::size_t emphasis(std::size_t at) {
    const char mark = line_[at];
    std::size_t end = at;
    while (end < line_.size() && line_[end] == mark) ++end;
    const std::size_t length = end - at;
    if (length > 3) return end;  // a rule, or a blank to fill in
    if (length >= 2 && mark == '*') {
      if (at > 0 && blank_at(line_, at - 1) && blank_at(line_, end)) return end;  // 2 ** 3
      drop(at, end);
      return end;
    }
    if (opens(at, end)) pair(at, end, mark);
    return end;
  }

  [[nodiscard]] bool opens(std::size_t at, std::size_t end) const {
    return !word_before(line_, at) && !blank_at(line_, end);
  }

  // Drops the marks only when the closing ones follow soon: a lone * or _ is text. The bound keeps
  // a line of a million marks linear.
  void pair(std::size_t at, std::size_t end, char mark) {
    if (closing_.contains(at)) return;
    const std::size_t length = end - at;
    const std::size_t limit = std::min(line_.size(), end + max_emphasis);
    for (std::size_t close = end; close + length <= limit; ++close) {
      if (line_[close] != mark || blank_at(line_, close - 1)) continue;
      std::size_t after = close;
      while (after < line_.size() && line_[after] == mark) ++after;
      if (after - close == length && !word_at(line_, after)) {
        drop(at, end);
        drop(close, after);
        closing_.insert(close);
        return;
      }
      close = after;
    }
  }

  // "[our shop](https://example.com)" keeps "our shop"; a placeholder "[N]" stays as it is.
  std::size_t link(std::size_t at) {
    const auto near = line_.substr(0, std::min(line_.size(), at + max_link));
    const std::size_t middle = near.find("](", at);
    if (middle == std::string_view::npos || near.find('[', at + 1) < middle) return at + 1;
    const std::size_t close = near.find(')', middle);
    if (close == std::string_view::npos) return at + 1;
    drop(at, at + 1);
    drop(middle, close + 1);
    return close + 1;
  }

  std::string_view line_;
  std::vector<ByteRange> marks_{};
  std::unordered_set<std::size_t> closing_{};  // marks that an opening one has claimed
};

}  // namespace

std::vector<ByteRange> markdown_marks(std::string_view line) {
  if (line.find_first_of("#*_[\\") == std::string_view::npos) return {};
  return Marks(line).find();
}

}  // namespace rapport
