#include "input/docx_pictures.hpp"

#include <algorithm>
#include <charconv>

namespace rapport::docx {
namespace {

constexpr double emu_per_point = 12700;

double points(const XmlAttributes& attributes, std::string_view name) {
  const std::string_view text = attributes.find(name).value_or("");
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value / emu_per_point;
}

bool is_on(std::string_view value) {
  return value == "1" || value == "true";
}

}  // namespace

void Pictures::read(std::string_view element, const XmlAttributes& attributes) {
  if (element == "anchor" || element == "inline") {
    current_is_behind_ = is_on(attributes.find("behindDoc").value_or("0"));
    behind_text_ = behind_text_ || current_is_behind_;
    current_ = 0;
  } else if (element == "extent") {
    current_ = points(attributes, "cx") * points(attributes, "cy");
  } else if (element == "blip") {
    // What lies behind the text is decoration.
    if (!current_is_behind_) largest_ = std::max(largest_, current_);
  } else if (const auto style = attributes.find("style"); style) {
    // A shape of the older vocabulary that is stacked below the text.
    if (style->find("z-index:-") != std::string_view::npos) behind_text_ = true;
  }
}

}  // namespace rapport::docx
