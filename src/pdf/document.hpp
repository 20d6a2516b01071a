// Opens PDF files: what reading them and drawing them have in common.
#pragma once

#include <memory>

#include "rapport/extracted.hpp"
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace poppler {
class document;
class page;
}  // namespace poppler

namespace rapport {

// Lets other files hold poppler's objects without its headers.
struct PopplerDelete {
  void operator()(poppler::document* document) const;
  void operator()(poppler::page* page) const;
};
using PdfDocument = std::unique_ptr<poppler::document, PopplerDelete>;
using PdfPage = std::unique_ptr<poppler::page, PopplerDelete>;

// Builds once what poppler keeps for all documents, so that processes forked later share it.
// Opening a file does the same, where nobody has.
void prepare_poppler();

// The bytes stay where they are as long as the document lives: poppler does not copy them.
[[nodiscard]] Result<PdfDocument> open_pdf(const Input& input);

// Null when the page is damaged. Pages count from 1.
[[nodiscard]] PdfPage open_page(const poppler::document& document, int number);

// As the page is shown, turned pages turned.
[[nodiscard]] PageSize size_of(const poppler::page& page);

[[nodiscard]] Error damaged_pdf(const Input& input);

// Calls `work`, which returns a Result, and turns poppler's exceptions into errors.
template <class Work>
auto guarded(const Input& input, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return fail(Error{.kind = ErrorKind::limit,
                      .subject = input.name,
                      .message = "needs more memory than there is",
                      .remedy = "print it to a new PDF"});
  } catch (const std::exception&) {
    return fail(damaged_pdf(input));
  }
}

}  // namespace rapport
