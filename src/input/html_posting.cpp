#include "input/html_posting.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "input/html_page.hpp"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr int max_depth = 8;  // of what is looked through: @graph, mainEntity

bool is_posting(const Json& json) {
  const auto type = json.find("@type");
  if (type == json.end()) return false;
  if (type->is_string()) return *type == "JobPosting";
  if (!type->is_array()) return false;
  return std::any_of(type->begin(), type->end(),
                     [](const Json& one) { return one == "JobPosting"; });
}

const Json* find_posting(const Json& json, int depth) {
  if (depth > max_depth || !json.is_structured()) return nullptr;
  if (json.is_object() && is_posting(json)) return &json;
  for (const Json& part : json) {
    if (const Json* found = find_posting(part, depth + 1)) return found;
  }
  return nullptr;
}

void escape(std::string_view text, std::string& html) {
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '&') {
      html += "&amp;";
    } else {
      html += c;
    }
  }
}

// "&lt;p&gt;Greet guests": escaped once more than it should be.
std::string unescaped(const std::string& text) {
  std::string result;
  for (const StoryLine& line : read_page(text).story.lines) result += line.text + '\n';
  return result;
}

// Descriptions are HTML in most cases, and plain text with newlines in some.
void add_text(const std::string& text, std::string& html) {
  if (text.find('<') != std::string::npos) {
    html += text;
  } else if (text.find("&lt;") != std::string::npos) {
    html += unescaped(text);
  } else {
    html += "<div style='white-space:pre-line'>";
    escape(text, html);
    html += "</div>";
  }
}

// Strings, also in lists, under whatever names.
void add(const Json& json, std::string& html) {
  if (json.is_string()) return add_text(json.get_ref<const std::string&>(), html);
  if (!json.is_array()) return;
  for (const Json& part : json) {
    if (!part.is_string()) continue;
    html += "<li>";
    add_text(part.get_ref<const std::string&>(), html);
    html += "</li>";
  }
}

struct Row {
  const char* key;
  std::string_view heading;
};

constexpr std::array<Row, 6> rows = {{
    {"description", ""},
    {"responsibilities", "Responsibilities"},
    {"qualifications", "Qualifications"},
    {"skills", "Skills"},
    {"experienceRequirements", "Experience"},
    {"jobBenefits", "Benefits"},
}};

std::string html_of(const Json& posting) {
  std::string html;
  if (const auto title = posting.find("title"); title != posting.end() && title->is_string()) {
    html += "<h1>";
    escape(title->get_ref<const std::string&>(), html);
    html += "</h1>";
  }
  for (const Row& row : rows) {
    const auto found = posting.find(row.key);
    if (found == posting.end() || !(found->is_string() || found->is_array())) continue;
    if (!row.heading.empty()) html.append("<h2>").append(row.heading).append("</h2>");
    html += "<div>";
    add(*found, html);
    html += "</div>";
  }
  return html;
}

}  // namespace

std::string posting_html(std::span<const std::string> scripts) {
  for (const std::string& script : scripts) {
    const Json json = Json::parse(script, nullptr, false);
    if (json.is_discarded()) continue;
    if (const Json* posting = find_posting(json, 0)) return html_of(*posting);
  }
  return "";
}

}  // namespace rapport
