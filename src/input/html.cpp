// From the bytes of a web page to its text. A page that is drawn by scripts has none; postings of
// that kind often carry themselves as data for search engines, which is read then.
#include "input/html.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "input/encoding.hpp"
#include "input/html_page.hpp"
#include "input/html_posting.hpp"
#include "input/zip_refusals.hpp"

namespace rapport {
namespace {

constexpr std::size_t look_ahead = 16 << 10;  // bytes at the start that tell what a file is

// What a script-drawn page shows before its scripts run: "Loading …", "Log in", a copyright.
constexpr std::size_t words_of_a_shell = 40;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// The encoding that a page names: <meta charset="utf-8">, <meta http-equiv="Content-Type"
// content="text/html; charset=utf-8">, <?xml encoding="utf-8"?>. Empty when it names none.
std::string declared_encoding(std::string_view bytes) {
  const std::string head = utf8::lower(bytes.substr(0, look_ahead));
  for (const std::string_view key : {"charset", "encoding"}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \t\r\n=\"'", at + key.size());
    if (at == std::string::npos) continue;
    std::size_t end = at;
    while (end < head.size() && is_name_character(head[end])) ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return "";
}

// A page that is UTF-8 is read so whatever it says: browsers save pages in UTF-8 and leave the
// declaration as it was.
DecodedText decode_page(std::string_view bytes) {
  const std::string declared = declared_encoding(bytes);
  DecodedText decoded = decode_text(bytes);
  if (!decoded.guessed) return decoded;
  if (auto as_declared = decode_as(bytes, declared)) return std::move(*as_declared);
  decoded.guessed = declared.empty();
  return decoded;
}

bool is_tag_end(char c) {
  return c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
}

// The name of the first tag or declaration, comments and blanks before it left out: "!doctype",
// "?xml", "div". Empty when something else stands there.
std::string first_tag(std::string_view bytes) {
  constexpr std::string_view blanks = " \t\r\n\f";
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (true) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
    if (!bytes.starts_with("<!--")) break;
    const std::size_t end = bytes.find("-->");
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 3);
  }
  if (!bytes.starts_with('<')) return "";
  bytes.remove_prefix(1);
  const auto end = std::ranges::find_if(bytes.substr(0, 20), is_tag_end);
  return utf8::lower(bytes.substr(0, static_cast<std::size_t>(end - bytes.begin())));
}

// Declarations and elements that only a page begins with.
bool begins_page(std::string_view bytes, const std::string& tag) {
  if (tag == "html" || tag == "head" || tag == "body") return true;
  if (tag != "!doctype" && tag != "?xml") return false;
  const std::string head = utf8::lower(bytes.substr(0, 2048));
  return head.find("<html") != std::string::npos || head.find("doctype html") != std::string::npos;
}

// Elements that a piece of a page may begin with.
bool begins_fragment(const std::string& tag) {
  static constexpr std::array<std::string_view, 20> tags = {
      "article", "base", "center", "div",    "font",    "h1",   "h2",    "h3",    "header", "link",
      "main",    "meta", "p",      "script", "section", "span", "style", "table", "title",  "ul"};
  return std::ranges::find(tags, tag) != tags.end();
}

bool ends_in(const std::string& name, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

bool has_page_name(const std::string& name) {
  static constexpr auto endings = std::to_array<std::string_view>({".html", ".htm", ".xhtml"});
  return ends_in(utf8::lower(name), endings);
}

// Markdown may hold elements of HTML, at its start too.
bool has_text_name(const std::string& name) {
  static constexpr auto endings = std::to_array<std::string_view>({".md", ".markdown", ".txt"});
  return ends_in(utf8::lower(name), endings);
}

std::size_t count_words(const PartText& story) {
  std::size_t words = 0;
  for (const StoryLine& line : story.lines) {
    for (std::size_t i = 0; i < line.text.size(); ++i) {
      const bool starts = line.text[i] != ' ' && (i == 0 || line.text[i - 1] == ' ');
      words += starts ? 1 : 0;
    }
  }
  return words;
}

Finding note(std::string_view id, std::string_view message, std::string_view remedy) {
  Finding finding;
  finding.id = id;
  finding.severity = Severity::note;
  finding.message = message;
  finding.remedy = remedy;
  return finding;
}

Refusal about_blank_page(const HtmlPage& page) {
  if (page.has_scripts) {
    return {"holds no text: what the page shows is drawn by scripts",
            "open it in a browser and print it to PDF, or copy its text into a file"};
  }
  if (page.story.end == PartEnd::complete) return about_empty(false, page.story.oddities.images);
  return about_part(PartEnd::too_large);
}

class HtmlReader final : public Reader {
 public:
  [[nodiscard]] std::string_view name() const override { return "html"; }
  [[nodiscard]] std::string_view description() const override { return "web page (HTML)"; }
  [[nodiscard]] Recognition recognise(const Input& input) const override;
  [[nodiscard]] Result<Extracted> read(const Input& input) const override;
};

Recognition HtmlReader::recognise(const Input& input) const {
  const std::string tag = first_tag(input.bytes);
  if (begins_page(input.bytes, tag)) return Recognition::by_content;
  if (has_page_name(input.name)) {
    // Plain text that is called a page is read as the text that it is.
    const bool has_tag = input.bytes.find("</") != std::string::npos || !tag.empty();
    return has_tag ? Recognition::by_content : Recognition::by_name;
  }
  const bool fragment = begins_fragment(tag) && input.bytes.find("</") != std::string::npos;
  return fragment && !has_text_name(input.name) ? Recognition::by_content : Recognition::no;
}

Result<Extracted> HtmlReader::read(const Input& input) const {
  DecodedText decoded = decode_page(input.bytes);
  HtmlPage page = read_page(decoded.text);
  bool from_data = false;
  if (!page.data.empty() && count_words(page.story) < words_of_a_shell) {
    HtmlPage posting = read_page(posting_html(page.data));
    from_data = count_words(posting.story) > count_words(page.story);
    if (from_data) page.story = std::move(posting.story);
  }
  if (page.story.end == PartEnd::too_large) return refuse(input, about_part(page.story.end));
  if (page.story.lines.empty()) return refuse(input, about_blank_page(page));

  std::vector<PartText> stories;
  stories.push_back(std::move(page.story));
  auto extracted = assemble(input, name(), std::move(stories));
  if (!extracted) return extracted;
  auto& findings = extracted->findings;
  // On the web, unlike in a Word file, that is usual: menus, other languages, what folds out.
  for (Finding& finding : findings) {
    if (finding.id == "hidden-text") finding.severity = Severity::note;
  }
  if (from_data) {
    findings.push_back(note("text-from-data",
                            "the page is drawn by scripts; the posting was read from the data "
                            "that it carries for search engines",
                            "compare it with what a browser shows"));
  }
  std::ranges::move(encoding_findings(decoded, extracted->text), std::back_inserter(findings));
  return extracted;
}

}  // namespace

const Reader& html_reader() {
  static const HtmlReader reader;
  return reader;
}

}  // namespace rapport
