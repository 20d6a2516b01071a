#include "pdf/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "input/hidden_text.hpp"

namespace rapport {
namespace {

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

class Collector {
 public:
  explicit Collector(const PdfPages& pages) : pages_(pages) {}

  std::vector<Finding> collect(TextQuality quality) {
    if (pages_.truncated) {
      warn("truncated", {}, "the file is too long, and its end was not read",
           "split it, or leave out what is no part of the application");
    }
    tell_of_glyphs(quality);
    if (pages_.nothing_visible) findings_.push_back(nothing_visible());
    std::ranges::move(rapport::findings_of(pages_.hidden), std::back_inserter(findings_));
    if (pages_.undrawn > 0) {
      warn("hidden-text-not-sought", {.page = pages_.undrawn},
           "from this page on hidden words were not looked for: the pages take too long to draw",
           "export the PDF with simpler drawings");
    }
    for (const int page : pages_.broken) {
      warn("unreadable-page", {.page = page}, "this page is damaged and was not read",
           "export the PDF again");
    }
    for (std::size_t i = 0; i < pages_.lines.size(); ++i) tell_of_page(static_cast<int>(i) + 1);
    if (!pages_.columns.empty()) tell_of_columns();
    return std::move(findings_);
  }

 private:
  void warn(std::string id, Place place, std::string message, std::string_view remedy) {
    Finding finding;
    finding.id = std::move(id);
    finding.place = std::move(place);
    finding.message = std::move(message);
    finding.remedy = remedy;
    findings_.push_back(std::move(finding));
  }

  void tell_of_glyphs(TextQuality quality) {
    constexpr std::string_view remedy =
        "use another font for them, or export the PDF with embedded standard fonts";
    for (std::size_t i = 0; i < pages_.lines.size(); ++i) {
      const PrintedLine* line = unreadable_line(pages_.lines[i]);
      if (line == nullptr) continue;
      const auto index = line - pages_.lines[i].data();
      return warn(
          "unreadable-glyphs",
          {.page = static_cast<int>(i) + 1, .line = static_cast<int>(index) + 1, .box = line->box},
          "machines cannot read the letters here: their font does not say what they are", remedy);
    }
    if (quality != TextQuality::partly_unreadable) return;
    warn("unreadable-glyphs", {}, "some letters cannot be read by machines", remedy);
  }

  void tell_of_page(int number) {
    if (std::ranges::count(pages_.broken, number) > 0) return;
    const PageLines& lines = pages_.lines[static_cast<std::size_t>(number) - 1];
    if (count_words(lines) == 0) {
      warn("page-without-text", {.page = number}, "this page has no text that a machine can read",
           export_again);
    } else if (std::ranges::count(pages_.pictures, number) > 0) {
      warn("text-in-picture", {.page = number},
           "most of what this page shows is a picture, and machines read no text in pictures",
           "put what it says into the text of the document");
    }
    const auto spaced = std::ranges::find(lines, true, &PrintedLine::letter_spaced);
    if (spaced == lines.end()) return;
    warn("letter-spaced-text",
         {.page = number, .line = static_cast<int>(spaced - lines.begin()) + 1, .box = spaced->box},
         fmt::format("words are printed with blanks between their letters (“{}”), and many systems "
                     "read them as single letters",
                     spaced->text.substr(0, 80)),
         "use the font's letter spacing in place of blanks");
  }

  void tell_of_columns() {
    warn("columns", {.page = pages_.columns.front()},
         "this page is set in columns, and systems that read straight across mix their lines",
         "see what they get with `rapport extract --as naive`; one column is always read right");
    findings_.back().severity = Severity::note;
  }

  const PdfPages& pages_;
  std::vector<Finding> findings_{};
};

}  // namespace

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

std::vector<Finding> findings_of(const PdfPages& pages, TextQuality quality) {
  return Collector(pages).collect(quality);
}

}  // namespace rapport
