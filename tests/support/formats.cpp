#include "support/formats.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace rapport::formats {

namespace {

std::string near(std::string_view text, std::size_t at) {
  const std::size_t begin = at < 30 ? 0 : at - 30;
  return fmt::format("at byte {}, near `{}`", at, text.substr(begin, 60));
}

// --- HTML ---

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"meta", "link", "img", "br", "input", "hr"};
  return std::ranges::find(names, name) != names.end();
}

bool is_cell(std::string_view name) {
  return name == "td" || name == "th";
}

// A cell or a row, which ends without a tag where the next one begins, or the table ends.
bool ends_itself(std::string_view name) {
  return is_cell(name) || name == "tr";
}

// Reads tags as strictly as we write them: attributes in double quotes, elements that end where
// their parent does, no `<` in text.
class HtmlChecker {
 public:
  explicit HtmlChecker(std::string_view text) : text_(text) {}

  std::string fault() {
    if (!text_.starts_with("<!DOCTYPE html>\n")) return "no document type";
    at_ = text_.find('\n');
    while (fault_.empty() && at_ < text_.size()) next();
    if (fault_.empty() && !open_.empty()) say("an element is never closed: " + open_.back());
    return fault_;
  }

  [[nodiscard]] const std::vector<std::string>& active() const { return active_; }

 private:
  void say(const std::string& what) {
    if (fault_.empty()) fault_ = what + ' ' + near(text_, at_);
  }

  void next() {
    if (text_[at_] != '<') {
      at_ = std::min(text_.find('<', at_), text_.size());
      return;
    }
    ++at_;
    const bool closes = at_ < text_.size() && text_[at_] == '/';
    if (closes) ++at_;
    const std::string name = word();
    if (name.empty()) return say("a `<` that opens no tag");
    closes ? close(name) : open(name);
  }

  std::string word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
                                  text_[at_] == '-' || text_[at_] == ':'))
      ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  void close(const std::string& name) {
    if (at_ >= text_.size() || text_[at_] != '>') return say("a closing tag with more in it");
    ++at_;
    while (!open_.empty() && open_.back() != name && ends_itself(open_.back())) open_.pop_back();
    if (open_.empty() || open_.back() != name) return say("closes what is not open: " + name);
    open_.pop_back();
  }

  void open(const std::string& name) {
    const bool ended = attributes();
    if (!fault_.empty()) return;
    if (name == "script" || name == "style" || name == "form" || name == "iframe" ||
        name == "object" || name == "embed" || name == "base" || name == "meta" || name == "link")
      active_.push_back(name);
    if (name == "script" || name == "style") {
      at_ = std::min(text_.find("</" + name, at_), text_.size());
    }
    while (!open_.empty() &&
           (name == "tr" ? ends_itself(open_.back()) : is_cell(name) && is_cell(open_.back())))
      open_.pop_back();
    if (!ended && !is_void(name)) open_.push_back(name);
  }

  // Whether the tag ends its own element.
  bool attributes() {
    for (;;) {
      while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
      if (text_.substr(at_).starts_with("/>")) {
        at_ += 2;
        return true;
      }
      if (at_ < text_.size() && text_[at_] == '>') {
        ++at_;
        return false;
      }
      const std::string name = word();
      if (name.empty()) return say("what is no attribute"), false;
      if (name.starts_with("on") || name == "style") return say("an attribute that acts"), false;
      if (at_ >= text_.size() || text_[at_] != '=') continue;
      if (text_.substr(at_).starts_with("=\"")) {
        value(name);
        continue;
      }
      ++at_;
      if (word().empty()) return say("a value without quotes that is no word"), false;
    }
  }

  void value(std::string_view name) {
    const std::size_t begin = at_ + 2;
    const std::size_t end = text_.find('"', begin);
    if (end == std::string_view::npos) return say("a value without end");
    const std::string_view value = text_.substr(begin, end - begin);
    if (value.find('<') != std::string_view::npos) say("a `<` in a value");
    // A page beside this one is named without a colon, which would make a scheme of what is before.
    const bool beside = value.find(':') == std::string_view::npos && !value.starts_with("//");
    const bool local = beside || value.starts_with("data:") || value.starts_with("file:///");
    if ((name == "href" || name == "src") && !local) say("points elsewhere");
    at_ = end + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string> open_{};
  std::vector<std::string> active_{};
  std::string fault_{};
};

// --- CSV ---

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  std::vector<std::vector<std::string>> rows() {
    std::vector<std::vector<std::string>> rows;
    while (at_ < text_.size()) {
      std::vector<std::string> row;
      do {
        row.push_back(cell());
      } while (passed(","));
      rows.push_back(std::move(row));
      if (!passed("\r\n") && !passed("\n")) break;
    }
    return rows;
  }
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

 private:
  bool passed(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  std::string cell() {
    if (!passed("\"")) {
      const std::size_t end = std::min(text_.find_first_of(",\r\n\"", at_), text_.size());
      const std::string plain(text_.substr(at_, end - at_));
      at_ = end;
      return plain;
    }
    std::string quoted;
    while (at_ < text_.size()) {
      if (passed("\"\"")) {
        quoted += '"';
      } else if (passed("\"")) {
        break;
      } else {
        quoted += text_[at_++];
      }
    }
    return quoted;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_trick(char32_t code) {
  return (code < 0x20 && code != '\n') || (code >= 0x7F && code <= 0x9F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         code == 0x200B || code == 0x200E || code == 0x200F || code == 0x2028 || code == 0x2029 ||
         code == 0xFEFF;
}

}  // namespace

std::string fault_in_json(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) return "no JSON: " + std::string(text.substr(0, 200));
  return utf8::is_valid(text) ? "" : "no UTF-8";
}

std::string fault_in_json_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return "a line without end";
    if (std::string fault = fault_in_json(text.substr(0, end)); !fault.empty()) return fault;
    text.remove_prefix(end + 1);
  }
  return "";
}

std::string fault_in_xml(std::string_view text) {
  const auto free = [](xmlDoc* document) { xmlFreeDoc(document); };
  const std::unique_ptr<xmlDoc, decltype(free)> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), "report.xml", "UTF-8",
                    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE),
      free);
  if (document) return "";
  const xmlError* why = xmlGetLastError();
  return fmt::format("no XML: {}", why != nullptr ? why->message : "?");
}

std::string fault_in_html(std::string_view text, std::string_view like) {
  if (!utf8::is_valid(text)) return "no UTF-8";
  HtmlChecker checker(text);
  if (std::string fault = checker.fault(); !fault.empty()) return fault;
  HtmlChecker model(like);
  if (std::string fault = model.fault(); !fault.empty()) return "what it is compared to: " + fault;
  if (checker.active() == model.active()) return "";
  return fmt::format("acts by {} instead of {}", fmt::join(checker.active(), ", "),
                     fmt::join(model.active(), ", "));
}

std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
  return CsvReader(text).rows();
}

std::string fault_in_csv(std::string_view text) {
  CsvReader reader(text);
  const auto rows = reader.rows();
  if (!reader.at_end()) return "a quote in a cell that has none around it";
  if (!utf8::is_valid(text)) return "no UTF-8";
  for (const auto& row : rows) {
    if (row.size() != rows.front().size()) return "rows of several lengths";
    for (const std::string& cell : row) {
      if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string::npos)
        return "a formula: " + cell;
    }
  }
  return "";
}

std::string fault_in_terminal(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    if (!next.valid) return "no UTF-8 " + near(text, at);
    if (is_trick(next.code))
      return fmt::format("U+{:04X} {}", static_cast<unsigned>(next.code), near(text, at));
    at += next.length;
  }
  return "";
}

std::string fault_in_annotations(std::string_view text) {
  if (std::string fault = fault_in_terminal(text); !fault.empty()) return fault;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = text.substr(0, end);
    if (!line.starts_with("::error ") && !line.starts_with("::warning ") &&
        !line.starts_with("::notice "))
      return "no annotation: " + std::string(line);
    text.remove_prefix(end + 1);
  }
  return "";
}

std::string fault_in(std::string_view format, std::string_view text, std::string_view like) {
  if (format == "json" || format == "sarif" || format == "gitlab") return fault_in_json(text);
  if (format == "junit") return fault_in_xml(text);
  if (format == "html") return fault_in_html(text, like);
  if (format == "csv") return fault_in_csv(text);
  if (format == "github") return fault_in_annotations(text);
  return fault_in_terminal(text);
}

}  // namespace rapport::formats
