#include "match/folded.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace rapport {

namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// Signs that mean something to patterns or clauses, and would be lost by decomposition.
std::string_view sign(utf8proc_int32_t code) {
  switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x02BC:
    case 0x00B4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return "-";
    case 0x2014:
    case 0x2015:
      return " - ";
    case 0x2022:
    case 0x00B7:
    case 0x25AA:
    case 0x25CF:
    case 0x2023:
      return " ; ";
    case 0x20AC:
    case 0x00A3:
      return "$";
    default:
      return "";
  }
}

class Folder {
 public:
  explicit Folder(std::string_view source) : source_(source) {
    result_.text.reserve(source.size());
    result_.origin.reserve(source.size() + 1);
  }

  Folded run() {
    while (at_ < source_.size()) {
      if (plain_run()) continue;
      const auto byte = static_cast<unsigned char>(source_[at_]);
      if (byte < 0x80) {
        ascii(source_[at_++]);
      } else {
        wide();
      }
    }
    if (result_.text.ends_with(' ')) pop();
    result_.origin.push_back(static_cast<std::uint32_t>(source_.size()));
    tokenise();
    return std::move(result_);
  }

 private:
  // Small letters and digits, most of what there is, stay as they are.
  bool plain_run() {
    std::size_t end = at_;
    while (end < source_.size() && is_word_byte(source_[end]) && source_[end] != '_') ++end;
    if (end == at_) return false;
    result_.text.append(source_, at_, end - at_);
    for (; at_ < end; ++at_) result_.origin.push_back(static_cast<std::uint32_t>(at_));
    return true;
  }

  void put(char c) {
    if (c == ' ' && (result_.text.empty() || result_.text.back() == ' ')) return;
    result_.text += c;
    result_.origin.push_back(static_cast<std::uint32_t>(start_));
  }
  void put(std::string_view text) {
    std::ranges::for_each(text, [&](char c) { put(c); });
  }
  void pop() {
    result_.text.pop_back();
    result_.origin.pop_back();
  }

  void ascii(char c) {
    start_ = at_ - 1;
    if (c >= 'A' && c <= 'Z') {
      if (is_glued(at_ - 1)) put(' ');
      put(static_cast<char>(c - 'A' + 'a'));
    } else if (c == '&') {
      put(" and ");
    } else if (c == '|') {
      put(" ; ");
    } else if (c == '\'' && ends_plural()) {
      put("' ");
    } else if (c == '`') {
      put('\'');
    } else if (c <= ' ' || c == '_' || c == 0x7F) {
      put(' ');
    } else if (c != '*') {
      put(c);
    }
  }

  // Whether the capital at an offset begins a word that lost the blank before it, as happens where
  // lines were joined: "skillsProfessional". Not "PhD" or "iOS".
  bool is_glued(std::size_t at) const {
    const auto lower = [&](std::size_t i) {
      return i < source_.size() && source_[i] >= 'a' && source_[i] <= 'z';
    };
    return at >= 3 && lower(at - 1) && lower(at - 2) && lower(at - 3) && lower(at + 1) &&
           lower(at + 2);
  }

  // Whether an apostrophe that ends a plural lost the blank behind it: "students'needs".
  bool ends_plural() const {
    const auto lower = [&](std::size_t i) {
      return i < source_.size() && source_[i] >= 'a' && source_[i] <= 'z';
    };
    return at_ >= 2 && source_[at_ - 2] == 's' && lower(at_) && lower(at_ + 1) && lower(at_ + 2);
  }

  void wide() {
    start_ = at_;
    utf8proc_int32_t code = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(source_.data()) + at_;
    const auto length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(source_.size() - at_), &code);
    at_ += length > 0 ? static_cast<std::size_t>(length) : 1;
    if (length <= 0) {
      put(' ');
    } else if (const std::string_view known = sign(code); !known.empty()) {
      put(known);
    } else {
      decomposed(code);
    }
  }

  void decomposed(utf8proc_int32_t code) {
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                        UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto count =
        utf8proc_decompose_char(code, parts.data(), parts.size(), options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size());
         ++i) {
      const utf8proc_int32_t part = parts[static_cast<std::size_t>(i)];
      if (part < 0x80) {
        put(part <= ' ' ? ' ' : static_cast<char>(part));
      } else {
        const auto category = utf8proc_category(part);
        const bool word = category <= UTF8PROC_CATEGORY_LO ||
                          (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
        put(word && category != UTF8PROC_CATEGORY_CN ? '_' : ' ');
      }
    }
  }

  void tokenise() {
    const std::string& text = result_.text;
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t i = 0; i < size;) {
      if (!is_word_byte(text[i])) {
        ++i;
        continue;
      }
      const std::uint32_t begin = i;
      while (i < size && is_word_byte(text[i])) ++i;
      result_.tokens.push_back({begin, i});
    }
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  Folded result_;
};

}  // namespace

Folded fold(std::string_view source) {
  return Folder(source).run();
}

}  // namespace rapport
