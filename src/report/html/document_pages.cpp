// The pages of a PDF as they look, with the evidence boxed where it stands. Everything is one SVG a
// page: positions are in points and scale with it, and need no style attributes.
#include <algorithm>
#include <cmath>
#include <limits>

#include "report/base64.hpp"
#include "report/cited.hpp"
#include "report/html/parts.hpp"
#include "text/source_range.hpp"

namespace rapport::html {
namespace {

struct PageBox {
  int page = 0;
  Box box{};
};

bool sane(const Box& box) {
  const bool finite = std::isfinite(box.left) && std::isfinite(box.top) &&
                      std::isfinite(box.right) && std::isfinite(box.bottom);
  return finite && box.left < box.right && box.top < box.bottom;
}

// Whether a word goes on in the line of a box: beside it, and not far away.
bool continues(const PageBox& line, const Word& word) {
  const double middle = (word.box.top + word.box.bottom) / 2;
  return word.page == line.page && middle > line.box.top && middle < line.box.bottom &&
         word.box.left > line.box.left && word.box.left < line.box.right + 3 * line.box.height();
}

// A box for each line that a stretch of text stands on.
std::vector<PageBox> boxes_of(const Document& document, Span span) {
  const SourceRange range = source_range(document, span.begin, span.end);
  const auto& words = document.source.words;
  auto word =
      std::ranges::partition_point(words, [&](const Word& w) { return w.end <= range.begin; });
  std::vector<PageBox> boxes;
  for (; word != words.end() && word->begin < range.end; ++word) {
    if (!sane(word->box)) continue;
    if (boxes.empty() || !continues(boxes.back(), *word)) {
      boxes.push_back({word->page, word->box});
      continue;
    }
    Box& box = boxes.back().box;
    box = {box.left, std::min(box.top, word->box.top), std::max(box.right, word->box.right),
           std::max(box.bottom, word->box.bottom)};
  }
  return boxes;
}

Html rect(const Box& box) {
  Html html;
  return html.put("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"2\"/>",
                  box.left - 1, box.top - 1, box.width() + 2, box.height() + 2);
}

// The line under quantified evidence, which sets it apart without colour.
Html underline(const Box& box) {
  Html html;
  return html.put("<path d=\"M{:.1f} {:.1f}H{:.1f}\"/>", box.left, box.bottom + 2.6, box.right);
}

class PageView {
 public:
  PageView(const View& view, std::size_t reading, int page, std::set<std::size_t>& placed)
      : view_(view),
        document_(view.document(reading)),
        reading_(reading),
        page_(page),
        placed_(placed) {}

  Html write() {
    const std::size_t index = static_cast<std::size_t>(page_) - 1;
    const PageSize& size = document_.source.pages[index];
    const PageImage& image = document_.source.images[index];
    const Html overlay = marks();
    Html html;
    html.put(
        "<svg class=\"page\" viewBox=\"0 0 {:.1f} {:.1f}\" role=\"group\" aria-label=\"Page "
        "{} of {}, {} marked\">\n",
        size.width, size.height, page_, base_name(document_.name),
        count_ == 1 ? "1 place" : fmt::format("{} places", count_));
    html.put(
        "<image width=\"{:.1f}\" height=\"{:.1f}\" preserveAspectRatio=\"none\" "
        "href=\"data:image/png;base64,",
        size.width, size.height);
    html.add_verbatim(base64(image.png)).put("\"/>\n");
    return html.add(flags()).add(overlay).add(pins(size)).put("</svg>\n");
  }

 private:
  Html marks() {
    Html html;
    for (std::size_t i = 0; i < view_.marks.size(); ++i) {
      const Mark& mark = view_.marks[i];
      if (mark.reading != reading_) continue;
      const auto boxes = boxes_of(document_, mark.span);
      Html shapes;
      for (const PageBox& box : boxes) {
        if (box.page != page_) continue;
        shapes.add(rect(box.box));
        if (mark.shows.front().level == Level::quantified) shapes.add(underline(box.box));
      }
      if (shapes.empty()) continue;
      ++count_;
      html.put("<a ");
      if (placed_.insert(i).second) html.put("id=\"{}\" ", view_.id("m", i));
      html.put("{} aria-label=\"{}: {}\"><title>{}</title>{}</a>\n", mark_attributes(view_, mark),
               document_.slice(mark.span.begin, mark.span.end), shown_by(view_, mark),
               shown_by(view_, mark), shapes);
    }
    return html;
  }

  // What a finding rests on is underlined; marks lie above, and take the click.
  [[nodiscard]] Html flags() const {
    Html html;
    for (std::size_t i = 0; i < view_.flags.size(); ++i) {
      const Flag& flag = view_.flags[i];
      if (flag.reading != reading_) continue;
      const auto boxes = boxes_of(document_, flag.span);
      Html lines;
      for (const PageBox& box : boxes) {
        if (box.page == page_) lines.add(rect(box.box)).add(underline(box.box));
      }
      if (lines.empty()) continue;
      html.put("<a class=\"flag\" ");
      if (boxes.front().page == page_) html.put("id=\"{}\" ", view_.id("q", i));
      html.put("href=\"#{}\" aria-label=\"{}: worth a look\">{}</a>\n", view_.id("f", flag.finding),
               document_.slice(flag.span.begin, flag.span.end), lines);
    }
    return html;
  }

  // Of the text of the page.
  [[nodiscard]] double left_edge() const {
    double left = std::numeric_limits<double>::max();
    for (const Word& word : document_.source.words) {
      if (word.page == page_ && sane(word.box)) left = std::min(left, word.box.left);
    }
    return left;
  }

  // In the margin, at the height of the sentence.
  [[nodiscard]] Html pins(const PageSize& size) const {
    Html html;
    const double x = std::clamp(left_edge() - 20, 9.0, std::max(9.0, size.width - 9));
    for (const auto& [key, hints] : view_.hints_of) {
      if (key.first != reading_) continue;
      const Unit& unit = document_.units[key.second];
      const auto boxes = boxes_of(document_, {unit.begin, unit.end});
      if (boxes.empty() || boxes.front().page != page_) continue;
      const Box& box = boxes.front().box;
      html.put(
          "<a class=\"pin\" href=\"#{}\" aria-label=\"Improve this sentence for {}\"><title>"
          "Improve this sentence</title><circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"7\"/>"
          "<path d=\"M{:.1f} {:.1f}h7M{:.1f} {:.1f}v7\"/></a>\n",
          view_.hint_id(hints.front()), view_.assessment().skills[hints.front().skill].entry.title,
          x, (box.top + box.bottom) / 2, x - 3.5, (box.top + box.bottom) / 2, x,
          (box.top + box.bottom) / 2 - 3.5);
    }
    return html;
  }

  const View& view_;
  const Document& document_;
  std::size_t reading_;
  int page_;
  std::set<std::size_t>& placed_;
  std::size_t count_ = 0;
};

}  // namespace

Pages document_pages(const View& view, std::size_t reading) {
  const Extracted& source = view.document(reading).source;
  const std::size_t count = std::min(source.images.size(), source.pages.size());
  Pages pages;
  for (std::size_t i = 0; i < count; ++i) {
    if (source.images[i].width <= 0) continue;
    PageView page(view, reading, static_cast<int>(i) + 1, pages.placed);
    pages.html.add(page.write());
  }
  return pages;
}

}  // namespace rapport::html
