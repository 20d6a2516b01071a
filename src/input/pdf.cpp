#include "input/pdf.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "input/pdf_assemble.hpp"
#include "input/pdf_document.hpp"
#include "input/pdf_findings.hpp"
#include "input/pdf_pages.hpp"
#include "input/pdf_paint.hpp"
#include "input/pdf_quality.hpp"
#include "input/pdf_render.hpp"
#include "input/pdf_running.hpp"

namespace rapport {
namespace {

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
    PdfPages pages = read_pages(**document, scan_paint(input.bytes));
    if (pages.broken.size() == pages.lines.size()) return fail(damaged_pdf(input));
    const TextQuality quality = quality_of(pages.lines);
    if (auto judged = judge(input, quality); !judged) return fail(judged.error());
    Extracted extracted = assemble(pages.lines, pages.sizes);
    if (!pages.straight.empty()) {
      Extracted naive = assemble(pages.straight, pages.sizes);
      extracted.naive = {.text = std::move(naive.text), .blocks = std::move(naive.blocks)};
    }
    extracted.findings = findings_of(pages, quality);
    extracted.pages = std::move(pages.sizes);
    extracted.hidden = std::move(pages.hidden);
    return extracted;
  }

  static Extracted assemble(std::vector<PageLines>& lines, const std::vector<PageSize>& sizes) {
    mark_emphasised(lines);
    mark_running_lines(lines, sizes);
    return assemble_pages(lines);
  }
};

}  // namespace

const Reader& pdf_reader() {
  static const PdfReader reader;
  return reader;
}

}  // namespace rapport
