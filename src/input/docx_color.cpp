#include "input/docx_color.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace rapport::docx {

bool looks_alike(const Rgb& a, const Rgb& b) {
  constexpr int least_visible = 24;
  return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green),
                   std::abs(a.blue - b.blue)}) < least_visible;
}

std::optional<Rgb> parse_color(std::string_view hex) {
  if (hex.starts_with('#')) hex.remove_prefix(1);
  if (hex.size() != 6) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (error != std::errc() || end != hex.data() + hex.size() || value < 0) return std::nullopt;
  return Rgb{value >> 16, value >> 8 & 0xFF, value & 0xFF};
}

LetterColor letter_color(const XmlAttributes& attributes) {
  const auto color = parse_color(attributes.find("val").value_or("auto"));
  return color ? LetterColor{.automatic = false, .color = *color} : LetterColor{};
}

Ground shading(const XmlAttributes& attributes) {
  const std::string_view pattern = attributes.find("val").value_or("clear");
  const auto fill = parse_color(attributes.find("fill").value_or("auto"));
  const auto ink = parse_color(attributes.find("color").value_or("auto"));
  if (pattern == "clear" || pattern == "nil") {
    return fill ? Ground{Ground::Kind::known, *fill} : Ground{};
  }
  if (pattern == "solid") return {Ground::Kind::known, ink.value_or(Rgb{})};
  return {.kind = Ground::Kind::unknown};
}

Ground highlight(const XmlAttributes& attributes) {
  const std::string_view name = attributes.find("val").value_or("none");
  if (name == "none") return {};
  if (name == "white") return {Ground::Kind::known, white};
  return {.kind = Ground::Kind::unknown};
}

}  // namespace rapport::docx
