#include "input/html_elements.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/utf8.hpp"

namespace rapport::html {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// Lower case, without blanks: "display:none;font-weight:bold".
std::string squeezed(std::string_view style) {
  std::string result = utf8::lower(style);
  std::erase_if(result, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  return result;
}

// Of a unit that is the same everywhere; 0 for the others, which depend on what is around.
int half_points(std::string_view size) {
  double number = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
  if (error != std::errc() || number < 0 || number > 1000) return 0;
  const std::string_view unit = size.substr(static_cast<std::size_t>(end - size.data()));
  if (unit == "pt") return static_cast<int>(std::lround(number * 2));
  if (unit == "px") return static_cast<int>(std::lround(number * 1.5));
  return 0;
}

bool is_zero(std::string_view value) {
  return value.starts_with('0') && value.find_first_of("123456789") == std::string_view::npos;
}

int weight(std::string_view value) {
  if (value == "bold" || value == "bolder") return 1;
  if (value == "normal" || value == "lighter") return -1;
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  if (number == 0) return 0;
  return number >= 600 ? 1 : -1;
}

void declare(std::string_view property, std::string_view value, Look& look) {
  value = value.substr(0, value.find('!'));  // !important
  if (property == "display") look.hidden = look.hidden || value == "none";
  if (property == "visibility") look.hidden = look.hidden || value == "hidden";
  if (property == "opacity") look.hidden = look.hidden || is_zero(value);
  if (property == "font-weight") look.weight = weight(value);
  if (property == "mso-list") look.list_mark = value == "ignore";
  if (property == "mso-hide") look.hidden = look.hidden || value == "all";
  if (property == "white-space")
    look.preformatted = value.starts_with("pre") || value == "break-spaces";
  if (property != "font-size") return;
  look.hidden = look.hidden || is_zero(value);
  look.half_points = half_points(value);
}

void read_style(std::string_view style, Look& look) {
  const std::string text = squeezed(style);
  const std::string_view all(text);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(';', at), all.size());
    const std::string_view one = all.substr(at, end - at);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos) {
      declare(one.substr(0, colon), one.substr(colon + 1), look);
    }
    at = end + 1;
  }
}

bool leads_elsewhere(const XmlAttributes& attributes) {
  static constexpr std::array<std::string_view, 7> roles = {
      "navigation", "search", "menu", "menubar", "toolbar", "alertdialog", "dialog"};
  return is_one_of(attributes.find("role").value_or(""), roles) ||
         attributes.find("aria-modal") == "true";
}

// What asks for consent stands over the page, under a name of its own.
bool is_cookie_banner(const XmlAttributes& attributes) {
  static constexpr std::array<std::string_view, 4> names = {"cookie", "consent", "onetrust",
                                                            "gdpr"};
  const std::string id = utf8::lower(attributes.find("id").value_or(""));
  return std::ranges::any_of(names, [&](std::string_view name) { return id.starts_with(name); });
}

// An icon is a word in a font of pictures ("expand_more"), hidden from whoever hears the page. A
// larger part is hidden in the same way while a dialog stands before it; that is no reason.
bool is_icon(std::string_view element, const XmlAttributes& attributes) {
  static constexpr std::array<std::string_view, 7> inline_elements = {"i", "span", "em",   "b",
                                                                      "a", "sup",  "small"};
  return attributes.find("aria-hidden") == "true" && is_one_of(element, inline_elements);
}

}  // namespace

Sort sort_of(std::string_view element) {
  using enum Sort;
  static const std::unordered_map<std::string_view, Sort> table = {
      {"address", block},
      {"article", block},
      {"aside", block},
      {"blockquote", block},
      {"body", block},
      {"caption", block},
      {"center", block},
      {"dd", block},
      {"details", block},
      {"dialog", block},
      {"dir", block},
      {"div", block},
      {"dl", block},
      {"dt", block},
      {"fieldset", block},
      {"figcaption", block},
      {"figure", block},
      {"footer", block},
      {"form", block},
      {"header", block},
      {"hgroup", block},
      {"hr", block},
      {"legend", block},
      {"main", block},
      {"menu", block},
      {"ol", block},
      {"p", block},
      {"section", block},
      {"summary", block},
      {"table", block},
      {"tbody", block},
      {"tfoot", block},
      {"thead", block},
      {"tr", block},
      {"ul", block},
      {"h1", heading},
      {"h2", heading},
      {"h3", heading},
      {"h4", heading},
      {"h5", heading},
      {"h6", heading},
      {"li", list_item},
      {"td", cell},
      {"th", cell},
      {"b", bold},
      {"strong", bold},
      {"br", line_break},
      {"pre", preformatted},
      {"listing", preformatted},
      {"xmp", preformatted},
      {"img", image},
      {"script", script},
      {"audio", left_out},
      {"button", left_out},
      {"canvas", left_out},
      {"datalist", left_out},
      {"iframe", left_out},
      {"map", left_out},
      {"nav", left_out},
      {"noframes", left_out},
      {"noscript", left_out},
      {"object", left_out},
      {"rp", left_out},
      {"rt", left_out},
      {"select", left_out},
      {"style", left_out},
      {"svg", left_out},
      {"template", left_out},
      {"textarea", left_out},
      {"title", left_out},
      {"video", left_out},
  };
  const auto found = table.find(element);
  return found == table.end() ? inline_text : found->second;
}

Look look_of(std::string_view element, const XmlAttributes& attributes) {
  Look look;
  if (const auto style = attributes.find("style")) read_style(*style, look);
  const auto hidden = attributes.find("hidden");
  look.hidden = look.hidden || (hidden && *hidden != "until-found") ||
                (element == "dialog" && !attributes.find("open"));
  look.left_out =
      leads_elsewhere(attributes) || is_cookie_banner(attributes) || is_icon(element, attributes);
  return look;
}

}  // namespace rapport::html
