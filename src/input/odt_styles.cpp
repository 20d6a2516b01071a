#include "input/odt_styles.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rapport::odt {
namespace {

constexpr std::size_t max_styles = 20'000;
constexpr std::size_t max_master_pages = 1'000;
// Real chains have five links at most; a loop has no end.
constexpr int max_chain = 20;

std::string key(std::string_view family, std::string_view name) {
  std::string result(family);
  result.append(" ").append(name);
  return result;
}

double number(std::string_view value, std::string_view& unit) {
  double result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  unit = value.substr(static_cast<std::size_t>(end - value.data()));
  return error == std::errc() && result >= 0 && result < 10'000 ? result : 0;
}

// "14pt", "115%"; lengths of other units are not used for letters.
void read_size(std::string_view value, Look& look) {
  std::string_view unit;
  const double size = number(value, unit);
  if (unit == "pt") look.half_points = static_cast<int>(std::lround(size * 2));
  if (unit == "%") look.percent = static_cast<int>(size);
}

void read_look(const XmlAttributes& attributes, Look& look) {
  if (const auto weight = attributes.find("font-weight")) {
    std::string_view unit;
    look.bold = *weight == "bold" || number(*weight, unit) >= 600;
  }
  if (const auto size = attributes.find("font-size")) read_size(*size, look);
  if (const auto display = attributes.find("display")) look.hidden = *display == "none";
}

int heading_level(std::string_view value) {
  return value.size() == 1 && value[0] >= '1' && value[0] <= '9' ? value[0] - '0' : 0;
}

}  // namespace

std::string_view vocabulary(std::string_view uri) {
  constexpr std::string_view mark = ":xmlns:";
  const std::size_t found = uri.find(mark);
  if (!uri.starts_with("urn:") || found == std::string_view::npos) return {};
  uri.remove_prefix(found + mark.size());
  return uri.substr(0, uri.find(':'));
}

void Look::overlay(const Look& other) {
  if (other.bold) bold = other.bold;
  if (other.hidden) hidden = other.hidden;
  if (other.half_points) half_points = other.half_points;
  if (other.percent && half_points) half_points = *half_points * *other.percent / 100;
}

void Styles::start(std::string_view vocabulary, std::string_view element,
                   const XmlAttributes& attributes) {
  if (vocabulary != "style") return;
  if (element == "style") {
    open(attributes);
  } else if (element == "default-style") {
    current_ = &defaults_[std::string(attributes.find("family").value_or(""))];
  } else if (element == "text-properties" && current_) {
    read_look(attributes, *current_);
  } else if (element == "master-page" && master_pages_.size() < max_master_pages) {
    master_pages_.push_back({.name = std::string(attributes.find("name").value_or("")),
                             .next = std::string(attributes.find("next-style-name").value_or(""))});
  }
}

void Styles::end(std::string_view vocabulary, std::string_view element) {
  if (vocabulary == "style" && (element == "style" || element == "default-style")) {
    current_ = nullptr;
  }
}

void Styles::open(const XmlAttributes& attributes) {
  if (styles_.size() >= max_styles) return;
  Style& style =
      styles_[key(attributes.find("family").value_or(""), attributes.find("name").value_or(""))];
  style = {.parent = std::string(attributes.find("parent-style-name").value_or("")),
           .heading_level = heading_level(attributes.find("default-outline-level").value_or("")),
           .master_page = std::string(attributes.find("master-page-name").value_or(""))};
  current_ = &style.own;
}

std::vector<const Styles::Style*> Styles::chain(std::string_view family,
                                                std::string_view name) const {
  std::vector<const Style*> links;
  while (!name.empty() && links.size() < max_chain) {
    const auto found = styles_.find(key(family, name));
    if (found == styles_.end()) break;
    links.push_back(&found->second);
    name = found->second.parent;
  }
  std::ranges::reverse(links);
  return links;
}

ParagraphLook Styles::paragraph(std::string_view name) const {
  ParagraphLook look;
  if (const auto found = defaults_.find("paragraph"); found != defaults_.end()) {
    look.text.overlay(found->second);
  }
  for (const Style* style : chain("paragraph", name)) {
    look.text.overlay(style->own);
    if (style->heading_level > 0) look.heading_level = style->heading_level;
    look.master_page = style->master_page;
  }
  return look;
}

Look Styles::span(std::string_view name) const {
  Look look;
  for (const Style* style : chain("text", name)) {
    look.overlay(style->own);
    if (style->own.percent) look.percent = style->own.percent;
  }
  return look;
}

std::set<std::string> Styles::pages(const std::set<std::string>& named) const {
  std::set<std::string> used = named;
  if (!master_pages_.empty()) {
    const auto standard = std::ranges::find(master_pages_, "Standard", &MasterPage::name);
    used.insert(standard == master_pages_.end() ? master_pages_[0].name : standard->name);
  }
  // At most as many rounds as there are pages to find.
  for (std::size_t before = 0; before != used.size();) {
    before = used.size();
    for (const MasterPage& page : master_pages_) {
      if (!page.next.empty() && used.contains(page.name)) used.insert(page.next);
    }
  }
  return used;
}

}  // namespace rapport::odt
