// The readers, each on bytes of any kind. libFuzzer sees into our code alone, not into the
// libraries behind it.
#include "input/docx.hpp"
#include "input/html.hpp"
#include "input/odt.hpp"
#include "input/pdf.hpp"
#include "input/text.hpp"
#include "read_target.hpp"
#include "targets.hpp"

namespace rapport::fuzz {

void fuzz_pdf(std::string_view bytes) {
  read_whole(pdf_reader(), "fuzz.pdf", std::string(bytes));
}

void fuzz_docx(std::string_view bytes) {
  read_whole(docx_reader(), "fuzz.docx", archive_of(bytes));
}

void fuzz_odt(std::string_view bytes) {
  read_whole(odt_reader(), "fuzz.odt", archive_of(bytes));
}

void fuzz_html(std::string_view bytes) {
  read_whole(html_reader(), "fuzz.html", std::string(bytes));
}

void fuzz_text(std::string_view bytes) {
  read_whole(text_reader(), "fuzz.txt", std::string(bytes));
}

}  // namespace rapport::fuzz
