// HTML that documents cannot break. Markup comes from string literals alone; whatever else goes in
// is escaped on the way, by type and not by care:
//
//   Html html;
//   html.put("<p title=\"{}\">{}</p>", name, html_text_with_marks);
//
// A string in the place of {} becomes text, an Html goes in as it is, a number is a number.
// Attribute values always stand between double quotes: a single quote is not escaped.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rapport {

// `text` on one line, printable (see display.hpp), with the characters that mean something to HTML
// written as references. Good between tags, and between the double quotes of an attribute.
[[nodiscard]] std::string html_text(std::string_view text);

class Html {
 public:
  // What put() hands to fmt for a value: numbers as they are, all else as a string.
  template <class T>
  using Shown = std::conditional_t<std::is_arithmetic_v<T>, T, std::string>;

  // `markup` is checked at compile time, so it is a literal: a document's text cannot be markup.
  template <class... Values>
  Html& put(fmt::format_string<Shown<Values>...> markup, const Values&... values) {
    text_ += fmt::format(markup, shown(values)...);
    return *this;
  }

  Html& add(const Html& more) {
    text_ += more.text_;
    return *this;
  }

  // Text that is safe already and must stay as it is: our own style sheet, say.
  Html& add_verbatim(std::string_view safe) {
    text_ += safe;
    return *this;
  }

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  template <class T>
  static Shown<T> shown(const T& value) {
    if constexpr (std::is_arithmetic_v<T>) {
      return value;
    } else if constexpr (std::is_same_v<T, Html>) {
      return value.text_;
    } else {
      return html_text(value);
    }
  }

  std::string text_{};
};

}  // namespace rapport
