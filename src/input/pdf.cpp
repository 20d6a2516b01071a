#include "input/pdf.hpp"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "input/pdf_document.hpp"
#include "input/pdf_layout.hpp"
#include "input/pdf_quality.hpp"
#include "input/pdf_render.hpp"
#include "input/pdf_running.hpp"

namespace rapport {
namespace {

// No resume comes near these; what lies beyond them is cut off, and a finding says so.
constexpr int most_pages = 60;
constexpr std::size_t most_words_on_page = 20'000;
constexpr std::size_t most_words = 100'000;
constexpr std::size_t longest_word = 4'000;  // bytes

// LaTeX's bitmap fonts have no names and no table of letters: codes of its T1 encoding arrive as
// they are, in the place of control codes.
std::string_view tex_text(char32_t code) {
  switch (code) {
    case 0x10:
      return "“";
    case 0x11:
      return "”";
    case 0x15:
      return "–";
    case 0x16:
      return "—";
    case 0x1B:
      return "ff";
    case 0x1C:
      return "fi";
    case 0x1D:
      return "fl";
    case 0x1E:
      return "ffi";
    case 0x1F:
      return "ffl";
    case 0x88:
      return "•";
    default:
      return {};
  }
}

// poppler's own conversion opens an iconv for every word, and stops at what iconv refuses.
std::string to_utf8(const poppler::ustring& text, bool is_tex) {
  std::string result;
  for (std::size_t i = 0; i < text.size() && result.size() < longest_word; ++i) {
    char32_t code = text[i];
    const bool leads = code >= 0xD800 && code < 0xDC00 && i + 1 < text.size() &&
                       text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
    if (leads) {
      code = 0x10000 + ((code - 0xD800) << 10) + (text[++i] - 0xDC00u);
    } else if (code >= 0xD800 && code < 0xE000) {
      code = utf8::replacement;
    }
    if (const std::string_view known = tex_text(code); is_tex && !known.empty()) {
      result += known;
      continue;
    }
    if (code < 0x80) {
      result += static_cast<char>(code);
    } else {
      utf8::append(result, code);
    }
  }
  return result;
}

bool is_bold(const std::string& font) {
  const std::string name = utf8::lower(font);
  // Small capitals are set for headings as bold type is. The last four are LaTeX's.
  for (const std::string_view mark : {"bold", "black", "heavy", "demi", "-bd", "smallcap", "smcp",
                                      "caps", "csc", "cmbx", "sfbx", "ecbx", "lmbx"}) {
    if (name.find(mark) != std::string::npos) return true;
  }
  return false;
}

PrintedWord printed_word(const poppler::text_box& box) {
  const poppler::rectf r = box.bbox();
  const std::string font = box.has_font_info() ? box.get_font_name() : "unknown";
  PrintedWord word{.text = to_utf8(box.text(), font.empty()),
                   .box = {r.left(), r.top(), r.right(), r.bottom()},
                   .space_after = box.has_space_after(),
                   .rotation = box.rotation()};
  word.size = box.has_font_info() ? box.get_font_size() : 0;
  if (!(word.size > 0)) word.size = word.box.height() / 1.15;
  word.bold = is_bold(font);
  return word;
}

bool is_usable(const PrintedWord& word) {
  constexpr double far = 1e6;                                      // points; a page of a mile
  const auto sane = [](double x) { return x > -far && x < far; };  // false for NaN
  const bool blank = word.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
  return !blank && sane(word.box.left) && sane(word.box.top) && sane(word.box.right) &&
         sane(word.box.bottom) && sane(word.size);
}

// A line break inside a word would break Extracted's promise that a newline ends a block.
void clean(std::string& text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\t') c = ' ';
  }
}

// What is read of a document before it becomes Extracted.
class Pages {
 public:
  explicit Pages(const poppler::document& document) : document_(document) {}

  void read() {
    const int count = document_.pages();
    const int last = std::min(count, most_pages);
    for (int number = 1; number <= last && words_ < most_words; ++number) read_page(number);
    if (static_cast<int>(lines.size()) < count) truncated = true;
  }

  std::vector<std::vector<PrintedLine>> lines{};
  std::vector<PageSize> sizes{};
  std::vector<int> broken{};  // pages that could not be opened
  bool truncated = false;

 private:
  void read_page(int number) {
    lines.emplace_back();
    sizes.emplace_back();
    const PdfPage page = open_page(document_, number);
    if (!page) {
      broken.push_back(number);
      return;
    }
    sizes.back() = size_of(*page);
    lines.back() = lay_out(words_of(*page));
  }

  std::vector<PrintedWord> words_of(const poppler::page& page) {
    std::vector<PrintedWord> words;
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
      if (words.size() >= most_words_on_page || words_ >= most_words) {
        truncated = true;
        break;
      }
      PrintedWord word = printed_word(box);
      if (!is_usable(word)) continue;
      clean(word.text);
      words.push_back(std::move(word));
      ++words_;
    }
    return words;
  }

  const poppler::document& document_;
  std::size_t words_ = 0;
};

// Turns lines into Extracted's text, blocks and words.
class Assembler {
 public:
  Extracted assemble(const Pages& pages) {
    extracted_.format = "pdf";
    extracted_.pages = pages.sizes;
    for (std::size_t i = 0; i < pages.lines.size(); ++i) {
      int number = 0;
      for (const PrintedLine& line : pages.lines[i]) {
        add(line, static_cast<int>(i) + 1, ++number);
      }
    }
    return std::move(extracted_);
  }

 private:
  void add(const PrintedLine& line, int page, int number) {
    if (!extracted_.blocks.empty()) extracted_.text += '\n';
    Block block{.begin = extracted_.text.size()};
    extracted_.text += line.text;
    block.end = extracted_.text.size();
    block.role = role_of(line);
    block.place = {.page = page, .line = number, .box = line.box};
    block.may_wrap = true;
    block.starts_paragraph = line.starts_paragraph && !continues(line, page);
    block.emphasised = line.emphasised;
    for (const LineWord& word : line.words) {
      extracted_.words.push_back(
          {block.begin + word.begin, block.begin + word.end, page, word.box});
    }
    extracted_.blocks.push_back(std::move(block));
    if (line.edge != PageEdge::none) return;
    last_ = &line;
    last_page_ = page;
  }

  static BlockRole role_of(const PrintedLine& line) {
    if (line.edge == PageEdge::top) return BlockRole::header;
    if (line.edge == PageEdge::bottom) return BlockRole::footer;
    return line.list_item ? BlockRole::list_item : BlockRole::body;
  }

  // Whether this is a page's first line of text and may go on with the page before.
  bool continues(const PrintedLine& line, int page) const {
    return last_ != nullptr && last_page_ < page && line.edge == PageEdge::none && last_->full &&
           !line.list_item && !line.emphasised && !last_->emphasised &&
           std::abs(last_->size - line.size) < 0.6;
  }

  Extracted extracted_{};
  const PrintedLine* last_ = nullptr;  // of the text, running heads and feet left out
  int last_page_ = 0;
};

constexpr std::string_view export_again =
    "export the PDF from the word processor again, or run OCR on it";

Error no_text(const Input& input) {
  return {.subject = input.name,
          .message =
              "has no text layer, only images of pages: an applicant-tracking system would "
              "see an empty file too",
          .remedy = std::string(export_again)};
}

Error bad_text(const Input& input, std::string_view what) {
  return {.subject = input.name,
          .message = fmt::format("its text cannot be read by machines: {}", what),
          .remedy = std::string(export_again)};
}

Result<void> judge(const Input& input, TextQuality quality) {
  switch (quality) {
    case TextQuality::none:
      return fail(no_text(input));
    case TextQuality::unreadable:
      return fail(bad_text(input, "its fonts do not say which letters their glyphs stand for"));
    case TextQuality::glued:
      return fail(bad_text(input, "there are no blanks between its words"));
    case TextQuality::shattered:
      return fail(bad_text(input, "its words are broken into single letters"));
    case TextQuality::good:
    case TextQuality::partly_unreadable:
      break;
  }
  return {};
}

void add_findings(const Pages& pages, TextQuality quality, std::vector<Finding>& out) {
  const auto warn = [&out](std::string id, Place place, std::string message, std::string remedy) {
    out.push_back({.id = std::move(id),
                   .place = std::move(place),
                   .message = std::move(message),
                   .remedy = std::move(remedy)});
  };
  if (pages.truncated) {
    warn("truncated", {}, "the file is too long, and its end was not read",
         "split it, or leave out what is no part of the application");
  }
  if (quality == TextQuality::partly_unreadable) {
    warn("unreadable-glyphs", {}, "some letters cannot be read by machines",
         "export the PDF with embedded standard fonts");
  }
  for (const int page : pages.broken) {
    warn("unreadable-page", {.page = page}, "this page is damaged and was not read",
         "export the PDF again");
  }
  for (std::size_t i = 0; i < pages.lines.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    if (std::count(pages.broken.begin(), pages.broken.end(), number) > 0) continue;
    if (count_words(pages.lines[i]) == 0) {
      warn("page-without-text", {.page = number}, "this page has no text that a machine can read",
           std::string(export_again));
    }
    const auto spaced = std::find_if(pages.lines[i].begin(), pages.lines[i].end(),
                                     [](const PrintedLine& line) { return line.letter_spaced; });
    if (spaced == pages.lines[i].end()) continue;
    warn("letter-spaced-text",
         {.page = number,
          .line = static_cast<int>(spaced - pages.lines[i].begin()) + 1,
          .box = spaced->box},
         "words are printed with blanks between their letters, and many systems read them as "
         "single letters",
         "use the font's letter spacing in place of blanks");
  }
}

class PdfReader : public Reader {
 public:
  std::string_view name() const override { return "pdf"; }
  std::string_view description() const override { return "PDF with a text layer"; }

  Recognition recognise(const Input& input) const override {
    if (std::string_view(input.bytes).substr(0, 1024).find("%PDF-") != std::string_view::npos) {
      return Recognition::by_content;
    }
    const std::size_t dot = input.name.rfind('.');
    const std::string ending = dot == std::string::npos ? "" : utf8::lower(input.name.substr(dot));
    return ending == ".pdf" ? Recognition::by_name : Recognition::no;
  }

  Result<Extracted> read(const Input& input) const override {
    return guarded(input, [&] { return read_document(input); });
  }

  Result<std::vector<PageImage>> draw(const Input& input) const override {
    return guarded(input, [&]() -> Result<std::vector<PageImage>> {
      const auto document = open_pdf(input);
      if (!document) return fail(document.error());
      return draw_pages(**document);
    });
  }

 private:
  static Result<Extracted> read_document(const Input& input) {
    const auto document = open_pdf(input);
    if (!document) return fail(document.error());
    Pages pages(**document);
    pages.read();
    if (pages.broken.size() == pages.lines.size()) return fail(damaged_pdf(input));
    const TextQuality quality = quality_of(pages.lines);
    if (auto judged = judge(input, quality); !judged) return fail(judged.error());
    mark_emphasised(pages.lines);
    mark_running_lines(pages.lines, pages.sizes);
    Extracted extracted = Assembler().assemble(pages);
    add_findings(pages, quality, extracted.findings);
    return extracted;
  }
};

}  // namespace

const Reader& pdf_reader() {
  static const PdfReader reader;
  return reader;
}

}  // namespace rapport
