#include "report/json_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/results.hpp"

namespace rapport {
namespace {

// U+007F to U+009F, U+061C, U+200B to U+200F, U+2028 to U+202E, U+2066 to U+2069, U+FEFF
bool is_escaped(unsigned point) {
  return (point >= 0x7F && point <= 0x9F) || point == 0x061C ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

// The code point at the start of valid UTF-8 of at most three bytes, and its length; the first byte
// alone for all others, which are never escaped.
std::pair<unsigned, std::size_t> low_code_point(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead >= 0xC2 && lead <= 0xDF && text.size() > 1) {
    return {(lead & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  }
  if (lead >= 0xE0 && lead <= 0xEF && text.size() > 2) {
    return {(lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  return {lead < 0x80 ? lead : 0x10000, 1};
}

}  // namespace

Json json_of(const Place& place) {
  Json json = Json::object();
  if (place.page > 0) json["page"] = place.page;
  if (place.line > 0) json["line"] = place.line;
  if (place.column > 0) json["column"] = place.column;
  if (place.paragraph > 0) json["paragraph"] = place.paragraph;
  if (!place.part.empty()) json["part"] = place.part;
  if (place.box) {
    json["box"] = {{"left", place.box->left},
                   {"top", place.box->top},
                   {"right", place.box->right},
                   {"bottom", place.box->bottom}};
  }
  return json;
}

Json json_of(const Finding& finding) {
  Json quotes = Json::array();
  for (const Quotation& quote : finding.quotes) {
    quotes.push_back(
        {{"document", quote.document}, {"place", json_of(quote.place)}, {"text", quote.text}});
  }
  return {{"id", finding.id},
          {"severity", name_of(finding.severity)},
          {"document", finding.document},
          {"place", json_of(finding.place)},
          {"message", finding.message},
          {"remedy", finding.remedy},
          {"title", finding.title},
          {"subject", finding.subject},
          {"quotes", std::move(quotes)}};
}

Json json_of(const Section& section, const CodePoints& points) {
  return {{"kind", name_of(section.kind)},
          {"heading", section.heading},
          {"start", points.before(section.begin)},
          {"end", points.before(section.end)}};
}

std::string dump(const Json& json, int indent) {
  const std::string text = json.dump(indent, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(text.size());
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      const auto rest = text.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = std::find_if_not(rest, text.end(), is_plain);
      safe.append(rest, end);
      at += static_cast<std::size_t>(end - rest);
      continue;
    }
    const auto [point, length] = low_code_point(std::string_view(text).substr(at));
    if (is_escaped(point)) {
      safe += fmt::format("\\u{:04x}", point);
    } else {
      safe.append(text, at, length);
    }
    at += length;
  }
  return safe;
}

}  // namespace rapport
