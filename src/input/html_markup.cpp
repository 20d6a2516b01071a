#include "input/html_markup.hpp"

#include <algorithm>

namespace rapport::html {
namespace {

constexpr int max_attributes = 1'000;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Behind the next `mark`, or at the end.
std::size_t behind(std::string_view text, std::string_view mark, std::size_t from) {
  const std::size_t found = text.find(mark, from);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

// `<!-->` and `<!--->` are comments too.
std::size_t comment_end(std::string_view text, std::size_t at) {
  const std::string_view content = text.substr(at + 4);
  if (content.starts_with('>')) return at + 5;
  return content.starts_with("->") ? at + 6 : behind(text, "-->", at + 4);
}

struct Tag {
  std::size_t end = 0;  // behind its '>'
  int attributes = 0;   // at least as many as it has
};

// A quote is one only behind '='; in it a '>' ends nothing.
Tag read_tag(std::string_view text, std::size_t at) {
  Tag tag{.end = at};
  bool after_equals = false;
  while (tag.end < text.size() && text[tag.end] != '>') {
    const char c = text[tag.end];
    if (after_equals && (c == '"' || c == '\'')) {
      tag.end = std::min(text.find(c, tag.end + 1), text.size() - 1);
      ++tag.attributes;
    } else if (is_blank(c) && !is_blank(text[tag.end - 1])) {
      ++tag.attributes;
    }
    if (!is_blank(c)) after_equals = c == '=';
    ++tag.end;
  }
  tag.end = std::min(tag.end + 1, text.size());
  return tag;
}

bool has_name(std::string_view text, std::size_t at, std::string_view name) {
  if (text.size() - at < name.size()) return false;
  for (const char c : name) {
    const char found = text[at++];
    if (found != c && found != c - 'a' + 'A') return false;
  }
  return true;
}

// Where the content of a script or a style ends, which is no markup; `from` for other elements.
std::size_t raw_end(std::string_view text, std::size_t name, std::size_t from) {
  for (const std::string_view raw : {"script", "style"}) {
    if (!has_name(text, name, raw)) continue;
    for (; (from = text.find("</", from)) != std::string_view::npos; ++from) {
      if (has_name(text, from + 2, raw)) return from;
    }
    return text.size();
  }
  return from;
}

}  // namespace

Markup prepare(std::string_view text) {
  Markup markup;
  markup.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t angle = std::min(text.find('<', at), text.size());
    markup.text.append(text, at, angle - at);
    at = angle;
    const std::string_view rest = text.substr(at, 4);
    if (rest == "<!--") {
      at = comment_end(text, at);
    } else if (rest.starts_with("<![")) {
      at = behind(text, ">", at);
    } else if (rest.size() > 1 && is_letter(rest[1])) {
      const Tag tag = read_tag(text, at + 1);
      markup.is_cut = tag.attributes > max_attributes;
      if (markup.is_cut) break;
      const std::size_t end = raw_end(text, at + 1, tag.end);
      markup.text.append(text, at, end - at);
      at = end;
    } else {
      markup.text += rest.substr(0, 1);
      ++at;
    }
  }
  std::replace(markup.text.begin(), markup.text.end(), '\0', ' ');
  return markup;
}

}  // namespace rapport::html
