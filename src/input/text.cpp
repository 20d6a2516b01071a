// The text reader keeps the decoded text as it is and only lays blocks over it, one a line, so that
// an offset in Extracted::text is an offset in what the user gave.
#include "input/text.hpp"

#include <algorithm>
#include <array>

#include "base/bounds.hpp"
#include "base/utf8.hpp"
#include "input/bullet.hpp"
#include "input/encoding.hpp"
#include "input/magic.hpp"

namespace rapport {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank_line(std::string_view line) {
  bool blank = true;
  utf8::for_each(line, [&](utf8::Decoded next, std::size_t) {
    blank = blank && (next.code <= ' ' || next.code == 0xA0 || next.code == 0xFEFF);
  });
  return blank;
}

// Bytes of the line break at `at`; 0 when there is none. Word's own breaks (vertical tab,
// U+2028, U+2029) come with pasted text.
std::size_t break_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\v' || c == '\f') return 1;
  const auto rest = text.substr(at, 3);
  return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

int hash_level(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  if (marks == 0 || marks == std::string_view::npos || marks > 6) return 0;
  return line[marks] == ' ' ? static_cast<int>(marks) : 0;
}

// "====" or "----" under a line makes that line a heading; three at least, as a lone dash is a
// bullet.
int underline_level(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  if (line.size() < 3 || (line[0] != '=' && line[0] != '-')) return 0;
  if (line.find_first_not_of(line[0]) != std::string_view::npos) return 0;
  return line[0] == '=' ? 1 : 2;
}

class Lines {
 public:
  explicit Lines(Extracted& out) : out_(out), text_(out.text) {}

  void lay() {
    std::size_t begin = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (std::size_t at = begin; at < text_.size();) {
      const std::size_t length = break_length(text_, at);
      if (length == 0) {
        ++at;
        continue;
      }
      line(begin, at);
      if (text_[at] == '\f') after_blank_ = true;  // a new page
      at += length;
      begin = at;
    }
    line(begin, text_.size());
  }

 private:
  void line(std::size_t begin, std::size_t end) {
    ++number_;
    const auto content = text_.substr(begin, end - begin);
    if (is_blank_line(content)) {
      after_blank_ = true;
      return;
    }
    underline(content);
    Block block{.begin = begin, .end = end};
    block.place.line = number_;
    block.place.column = 1;
    block.may_wrap = true;
    block.starts_paragraph = after_blank_;
    block.heading_level = hash_level(content);
    if (bullet_length(content) > 0) block.role = BlockRole::list_item;
    out_.blocks.push_back(block);
    after_blank_ = false;
  }

  // Only a short line of its own can be the heading: a ruler below a paragraph is a ruler.
  void underline(std::string_view content) {
    const int level = underline_level(content);
    if (level == 0 || after_blank_ || out_.blocks.empty()) return;
    Block& above = out_.blocks.back();
    const bool first = above.starts_paragraph || out_.blocks.size() == 1;
    if (first && above.role == BlockRole::body && above.end - above.begin <= 60) {
      above.heading_level = level;
    }
  }

  Extracted& out_;
  std::string_view text_;
  int number_ = 0;
  bool after_blank_ = false;
};

// Texts hold tabs and line breaks; other control characters by the dozen mean a binary file.
bool looks_binary(std::string_view bytes) {
  if (utf16_order(bytes)) return false;
  if (bytes.find('\0') != std::string_view::npos) return true;
  const auto sample = bytes.substr(0, 64UL * 1024);
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(sample, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7F;
  }));
  return controls * 20 > sample.size();
}

bool refused(std::string_view bytes) {
  return looks_binary(bytes) || foreign_format(bytes) != nullptr;
}

bool has_text_name(std::string_view name) {
  constexpr auto endings = std::to_array<std::string_view>({".txt", ".md", ".markdown", ".text"});
  const std::string small = utf8::lower(name);
  return std::ranges::any_of(endings, [&](auto ending) { return small.ends_with(ending); });
}

class TextReader final : public Reader {
 public:
  [[nodiscard]] std::string_view name() const override { return "text"; }
  [[nodiscard]] std::string_view description() const override { return "plain text and Markdown"; }

  [[nodiscard]] Recognition recognise(const Input& input) const override {
    if (!refused(input.bytes)) return Recognition::by_content;
    return has_text_name(input.name) ? Recognition::by_name : Recognition::no;
  }

  [[nodiscard]] Result<Extracted> read(const Input& input) const override {
    if (refused(input.bytes)) return fail(unreadable(input));
    DecodedText decoded = decode_text(input.bytes);
    // What is beyond the bound is cut off in any case; laying lines over it takes much memory.
    if (decoded.text.size() > max_text) decoded.text.resize(max_text + 1);
    Extracted out = extract_text(std::move(decoded.text));
    if (out.blocks.empty()) {
      return fail({.subject = input.name,
                   .message = "holds no text, only blanks",
                   .remedy = "give a document with text in it"});
    }
    out.findings = encoding_findings(decoded, out.text);
    return out;
  }
};

}  // namespace

Extracted extract_text(std::string text) {
  Extracted out{.format = "text", .text = std::move(text)};
  Lines(out).lay();
  return out;
}

const Reader& text_reader() {
  static const TextReader reader;
  return reader;
}

}  // namespace rapport
