#include "pdf/pages.hpp"

#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/bounds.hpp"
#include "pdf/hidden.hpp"
#include "pdf/ink.hpp"
#include "pdf/render.hpp"
#include "pdf/words.hpp"

namespace rapport {
namespace {

constexpr double ink_dpi = 90;      // letters of 6 points still have insides
constexpr double picture_dpi = 45;  // enough to tell paper from print

// A page of drawings may take seconds, and a file has many.
constexpr std::chrono::seconds drawing_time{5};

// Fewer words than this on a page, and it may be a picture of text.
constexpr std::size_t few_words = 60;
constexpr std::size_t few_words_beside_picture = 250;

bool is_mostly_picture(const Raster& raster, const std::vector<PrintedWord>& words) {
  const InkShares shares = ink_shares(raster, words);
  return shares.pictures > 0.12 && shares.pictures > 2.5 * shares.words;
}

struct Draft {
  std::vector<PrintedWord> words{};
  std::vector<Hiding> hiding{};  // one a word
};

class PageReader {
 public:
  PageReader(const poppler::document& document, const PaintScan& paint)
      : document_(document), paint_(paint) {}

  PdfPages read() {
    const int count = document_.pages();
    const int last = std::min(count, max_pages);
    for (int number = 1; number <= last && words_ < max_words; ++number) read_page(number);
    if (static_cast<int>(drafts_.size()) < count) pages_.truncated = true;
    // Where not one word can be seen, the pages were drawn without what is on them.
    pages_.nothing_visible = words_ > 0 && std::ranges::all_of(drafts_, all_hidden);
    for (std::size_t i = 0; i < drafts_.size(); ++i) lay_out_page(static_cast<int>(i) + 1);
    return std::move(pages_);
  }

 private:
  static bool all_hidden(const Draft& draft) {
    return std::ranges::find(draft.hiding, Hiding::none) == draft.hiding.end();
  }

  void read_page(int number) {
    drafts_.emplace_back();
    pages_.sizes.emplace_back();
    const PdfPage page = open_page(document_, number);
    if (!page) {
      pages_.broken.push_back(number);
      return;
    }
    pages_.sizes.back() = size_of(*page);
    PageWords read = words_of(*page, max_words - words_);
    pages_.truncated = pages_.truncated || read.truncated;
    words_ += read.words.size();
    drafts_.back().words = std::move(read.words);
    look_at(*page, number, drafts_.back());
  }

  void look_at(const poppler::page& page, int number, Draft& draft) {
    draft.hiding.assign(draft.words.size(), Hiding::none);
    mark_tiny(draft.words, draft.hiding);
    if (draft.words.empty()) return;
    Raster raster;
    if (paint_.may_hide && in_time(number)) {
      raster = drawn(page, ink_dpi);
      mark_inkless(raster, draft.words, draft.hiding);
    }
    const bool few = draft.words.size() < few_words ||
                     (paint_.has_large_picture && draft.words.size() < few_words_beside_picture);
    if (!few || drawing_ > drawing_time) return;
    if (raster.empty()) raster = drawn(page, picture_dpi);
    if (is_mostly_picture(raster, draft.words)) pages_.pictures.push_back(number);
  }

  bool in_time(int number) {
    if (drawing_ <= drawing_time) return true;
    if (pages_.undrawn == 0) pages_.undrawn = number;
    return false;
  }

  Raster drawn(const poppler::page& page, double dpi) {
    const auto start = std::chrono::steady_clock::now();
    Raster raster = render(page, dpi);
    drawing_ += std::chrono::steady_clock::now() - start;
    return raster;
  }

  void lay_out_page(int number) {
    Draft& draft = drafts_[static_cast<std::size_t>(number) - 1];
    if (!pages_.nothing_visible) {
      if (paint_.only_invisible) spare_misplaced(draft.words, draft.hiding);
      std::ranges::move(take_hidden(draft.words, draft.hiding, number),
                        std::back_inserter(pages_.hidden));
    }
    pages_.lines.push_back(lay_out(draft.words));
    if (!is_in_columns(pages_.lines.back())) {
      pages_.straight.push_back(pages_.lines.back());
      return;
    }
    pages_.columns.push_back(number);
    pages_.straight.push_back(lay_out_straight(draft.words));
  }

  const poppler::document& document_;
  const PaintScan& paint_;
  PdfPages pages_{};
  std::vector<Draft> drafts_{};
  std::size_t words_ = 0;
  std::chrono::steady_clock::duration drawing_{};
};

}  // namespace

PdfPages read_pages(const poppler::document& document, const PaintScan& paint) {
  PdfPages pages = PageReader(document, paint).read();
  if (pages.columns.empty()) pages.straight.clear();
  return pages;
}

}  // namespace rapport
