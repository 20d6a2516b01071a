#include "pdf/module.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "pdf/assemble.hpp"
#include "pdf/document.hpp"
#include "pdf/findings.hpp"
#include "pdf/pages.hpp"
#include "pdf/paint.hpp"
#include "pdf/quality.hpp"
#include "pdf/render.hpp"
#include "pdf/running.hpp"

namespace rapport {
namespace {

Extracted assemble(std::vector<PageLines>& lines, const std::vector<PageSize>& sizes) {
  mark_emphasised(lines);
  mark_running_lines(lines, sizes);
  return assemble_pages(lines);
}

Result<Extracted> read_document(const Input& input) {
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

Result<Extracted> read_pdf(const Input& input) {
  return guarded(input, [&] { return read_document(input); });
}

Result<std::vector<PageImage>> draw_pdf(const Input& input) {
  return guarded(input, [&]() -> Result<std::vector<PageImage>> {
    const auto document = open_pdf(input);
    if (!document) return fail(document.error());
    return draw_pages(**document);
  });
}

}  // namespace

const PdfModule& poppler_module() {
  static constexpr PdfModule module{
      .version = RAPPORT_VERSION, .prepare = prepare_poppler, .read = read_pdf, .draw = draw_pdf};
  return module;
}

}  // namespace rapport
