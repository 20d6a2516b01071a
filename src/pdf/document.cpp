#include "pdf/document.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <limits>
#include <string>
#include <string_view>

#include "pdf/fonts.hpp"

namespace rapport {
namespace {

constexpr std::string_view tiny_pdf =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F<</Type/Font"
    "/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n"
    "4 0 obj<</Length 21>>stream\nBT/F 5 Tf(a)Tj ET    \nendstream endobj\n"
    "trailer<</Root 1 0 R>>\n";

PdfDocument load_bytes(std::string_view bytes) {
  return PdfDocument(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

Error locked(const Input& input) {
  return {.subject = input.name,
          .message = "is locked with a password",
          .remedy = "save a copy without a password; applicant-tracking systems need one too"};
}

}  // namespace

// Poppler rebuilds its global tables whenever its last document closes, which costs a fifth of the
// time of a file; one document stays open for the life of the process. Extracting its page builds
// what threads would otherwise race for.
void prepare_poppler() {
  static const PdfDocument kept = [] {
    leave_fonts_alone();
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    PdfDocument tiny = load_bytes(tiny_pdf);
    if (tiny) {
      if (const PdfPage page = open_page(*tiny, 1)) (void)page->text_list();
    }
    return tiny;
  }();
}

void PopplerDelete::operator()(poppler::document* document) const {
  delete document;
}

void PopplerDelete::operator()(poppler::page* page) const {
  delete page;
}

Result<PdfDocument> open_pdf(const Input& input) {
  if (input.bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return fail({.subject = input.name,
                 .message = "is too large",
                 .remedy = "save it with smaller images"});
  }
  prepare_poppler();
  PdfDocument document = load_bytes(input.bytes);
  if (!document) return fail(damaged_pdf(input));
  if (document->is_locked()) return fail(locked(input));
  if (document->pages() <= 0) return fail(damaged_pdf(input));
  return document;
}

PdfPage open_page(const poppler::document& document, int number) {
  return PdfPage(document.create_page(number - 1));
}

PageSize size_of(const poppler::page& page) {
  const poppler::rectf rect = page.page_rect();
  const auto orientation = page.orientation();
  const bool turned =
      orientation == poppler::page::landscape || orientation == poppler::page::seascape;
  return turned ? PageSize{rect.height(), rect.width()} : PageSize{rect.width(), rect.height()};
}

Error damaged_pdf(const Input& input) {
  return {.subject = input.name,
          .message = "is not a readable PDF: the file is damaged or incomplete",
          .remedy = "export it again, or open it in a PDF viewer and print it to a new PDF"};
}

}  // namespace rapport
