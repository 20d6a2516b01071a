#include "match/placeholder_shapes.hpp"

#include <algorithm>
#include <optional>

namespace rapport {
namespace {

constexpr std::size_t longest = 120;  // bytes between brackets

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) >= 0x80);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// Of ASCII: a quotation mark ahead of a bracket is no part of a word.
bool is_alnum(char c) {
  return static_cast<unsigned char>(c) < 0x80 && (is_letter(c) || is_digit(c));
}

// A text that is being looked at from `at` on, and what of it is asked again and again.
struct Look {
  std::string_view text;
  bool has_end_tag = false;  // "</": HTML
  bool has_stream = false;   // "cout": C++
  std::size_t at = 0;

  [[nodiscard]] bool starts(std::string_view with) const {
    return text.substr(at).starts_with(with);
  }
  [[nodiscard]] char before() const { return at == 0 ? ' ' : text[at - 1]; }
};

char at_or_blank(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : ' ';
}

bool has_letter(std::string_view words) {
  return std::ranges::any_of(words, is_letter);
}

std::optional<PlaceholderShape> between(const Look& look, std::string_view open,
                                        std::string_view close, Doubt doubt,
                                        std::string_view never = "") {
  const std::size_t inside = look.at + open.size();
  const std::size_t end = look.text.substr(inside, longest + close.size()).find(close);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view words = look.text.substr(inside, end);
  if (!has_letter(words) || words.find_first_of(never) != std::string_view::npos)
    return std::nullopt;
  return PlaceholderShape{look.at, inside + end + close.size(), words, doubt};
}

// Not "array[i]", "word[s]", nor a link of Markdown: "[text](address)".
std::optional<PlaceholderShape> square(const Look& look) {
  if (is_alnum(look.before())) return std::nullopt;
  auto shape = between(look, "[", "]", Doubt::words, "[{<");
  if (!shape) return std::nullopt;
  const char next = at_or_blank(look.text, shape->end);
  const char after = at_or_blank(look.text, shape->end + 1);
  const bool link = next == '(' || next == '[' || (next == ':' && look.at == 0 && after != ' ');
  if (link || is_alnum(next)) return std::nullopt;
  return shape;
}

// Not an address, a tag with attributes, or an argument of a template: "vector<int>".
std::optional<PlaceholderShape> angle(const Look& look) {
  const char first = at_or_blank(look.text, look.at + 1);
  if (is_alnum(look.before()) || !is_letter(first)) return std::nullopt;
  auto shape = between(look, "<", ">", Doubt::words, "<@=:;.\"/\\()");
  if (shape && look.has_end_tag) return std::nullopt;
  return shape;
}

// "<<Name>>", not the operators of C++: "cout << x >> y".
std::optional<PlaceholderShape> angles(const Look& look) {
  if (look.has_stream) return std::nullopt;
  return between(look, "<<", ">>", Doubt::none, "<>;=\"(");
}

std::optional<PlaceholderShape> curly(const Look& look) {
  if (look.starts("{{")) return between(look, "{{", "}}", Doubt::none, "\\;\"");
  if (look.before() == '\\' || is_alnum(look.before())) return std::nullopt;
  return between(look, "{", "}", Doubt::words, "\\{;:\"(=");
}

// "%FIRST_NAME%": upper case, as mail programs have it.
std::optional<PlaceholderShape> percents(const Look& look) {
  if (is_alnum(look.before())) return std::nullopt;
  auto shape = between(look, "%", "%", Doubt::none);
  if (!shape || shape->words.size() < 4 || is_alnum(at_or_blank(look.text, shape->end)))
    return std::nullopt;
  const bool name =
      std::ranges::all_of(shape->words, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
  return name ? shape : std::nullopt;
}

bool is_joint(char c) {
  return std::string_view("-/. ()").find(c) != std::string_view::npos;
}

// Whether the line that holds [begin, end) has a letter or a digit near it: a line of underscores
// alone is a rule.
bool stands_with_words(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t near = 80;
  const std::string_view before = text.substr(begin - std::min(begin, near), std::min(begin, near));
  const std::string_view after = text.substr(end, near);
  const std::size_t newline = before.rfind('\n');
  const auto same_line = before.substr(newline == std::string_view::npos ? 0 : newline + 1);
  return std::ranges::any_of(same_line, is_alnum) ||
         std::ranges::any_of(after.substr(0, after.find('\n')), is_alnum);
}

// "Phone: (___) ___-____". Not "snake___case", nor the rule under a heading, nor a line to sign on.
std::optional<PlaceholderShape> underscores(const Look& look) {
  constexpr std::size_t least = 3;
  constexpr std::size_t most = 40;
  if (is_alnum(look.before()) || look.before() == '_') return std::nullopt;
  std::size_t end = look.at;
  std::size_t last = look.at;  // behind the last underscore
  const auto goes_on = [&] {
    return look.text[end] == '_' || (is_joint(look.text[end]) && end - last < 2);
  };
  while (end < look.text.size() && end - look.at <= most + 2 && goes_on()) {
    if (look.text[end++] == '_') last = end;
  }
  const std::string_view run = look.text.substr(look.at, last - look.at);
  if (!run.starts_with("___") || run.size() < least || run.size() > most) return std::nullopt;
  if (is_alnum(at_or_blank(look.text, last))) return std::nullopt;
  if (!stands_with_words(look.text, look.at, last)) return std::nullopt;
  return PlaceholderShape{look.at, last, run, Doubt::none};
}

// The end of a run of X at `at`; `at` where there is none.
std::size_t crosses(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == 'X' || text[end] == 'x') && text[end] == text[at])
    ++end;
  return end;
}

bool is_year_with_blanks(const Look& look, std::size_t end) {
  if (look.at < 2) return false;
  const std::string_view century = look.text.substr(look.at - 2, 2);
  const bool whole = look.at == 2 || !is_alnum(look.text[look.at - 3]);
  return (century == "20" || century == "19") && whole && end - look.at == 2;
}

// "XXXX", "$XX", "X%", "20XX", "XXX-XXX-XXXX". Not "XXX" alone, which is thirty, or a size.
std::optional<PlaceholderShape> crossed(const Look& look) {
  if (look.before() == 'X' || look.before() == 'x') return std::nullopt;
  std::size_t end = crosses(look.text, look.at);
  std::size_t begin = look.at;
  std::size_t length = end - begin;
  bool sure = length >= 4;
  if (is_year_with_blanks(look, end) && !is_alnum(at_or_blank(look.text, end)))
    return PlaceholderShape{begin - 2, end, look.text.substr(begin - 2, 4), Doubt::none};
  if (is_alnum(look.before())) return std::nullopt;
  // Runs that are joined as in a number or a date.
  while (length >= 2 && end - begin < longest && end + 2 < look.text.size() &&
         is_joint(look.text[end]) && look.text[end] != ' ' &&
         crosses(look.text, end + 1) - end > 2) {
    end = crosses(look.text, end + 1);
    sure = true;
  }
  const bool capital = look.text[look.at] == 'X';
  if (capital && look.before() == '$') {
    --begin;
    const char scale = at_or_blank(look.text, end);
    if (scale == 'K' || scale == 'M' || scale == 'k') ++end;
    sure = true;
  }
  if (capital && at_or_blank(look.text, end) == '%') {
    ++end;
    sure = true;
  }
  if (!sure || is_alnum(at_or_blank(look.text, end))) return std::nullopt;
  return PlaceholderShape{begin, end, look.text.substr(begin, end - begin), Doubt::none};
}

std::optional<PlaceholderShape> shape_at(const Look& look) {
  switch (look.text[look.at]) {
    case '[':
      return square(look);
    case '<':
      return look.starts("<<") ? angles(look) : angle(look);
    case '{':
      return curly(look);
    case '(':
      return between(look, "(", ")", Doubt::words, "([{<");
    case '%':
      return percents(look);
    case '_':
      return underscores(look);
    case 'X':
    case 'x':
      return crossed(look);
    default:
      return look.starts("«") ? between(look, "«", "»", Doubt::words) : std::nullopt;
  }
}

}  // namespace

std::vector<PlaceholderShape> placeholder_shapes(std::string_view text) {
  std::vector<PlaceholderShape> shapes;
  Look look{.text = text,
            .has_end_tag = text.find("</") != std::string_view::npos,
            .has_stream = text.find("cout") != std::string_view::npos};
  while (look.at < text.size()) {
    const auto shape = shape_at(look);
    if (!shape) {
      ++look.at;
      continue;
    }
    shapes.push_back(*shape);
    // What turns out to be plain words may hold a placeholder.
    look.at = shape->doubt == Doubt::none ? shape->end : look.at + 1;
  }
  return shapes;
}

}  // namespace rapport
