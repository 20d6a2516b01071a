#include <array>

#include "input/bounded.hpp"
#include "input/docx.hpp"
#include "input/html.hpp"
#include "input/magic.hpp"
#include "input/odt.hpp"
#include "input/pdf.hpp"
#include "input/text.hpp"
#include "rapport/reader.hpp"

namespace rapport {
namespace {

const Reader* first_that(const Input& input, Recognition sure) {
  for (const Reader* reader : readers()) {
    if (reader->recognise(input) == sure) return reader;
  }
  return nullptr;
}

// Null when there is none.
const Reader* choose(const Input& input) {
  if (const Reader* reader = first_that(input, Recognition::by_content)) return reader;
  // What is plainly something else is told as that, whatever it is called.
  if (foreign_format(input.bytes) != nullptr) return nullptr;
  return first_that(input, Recognition::by_name);
}

}  // namespace

std::span<const Reader* const> readers() {
  // An explicit list: a linker drops objects that only register themselves.
  static const std::array all = {
      &pdf_reader(),
      &odt_reader(),  // before the reader that claims every zip archive
      &docx_reader(), &html_reader(), &text_reader(),
  };
  return all;
}

Result<std::vector<PageImage>> Reader::draw(const Input& /*input*/) const {
  return std::vector<PageImage>{};
}

Result<Extracted> read(const Input& input) {
  const Reader* reader = choose(input);
  if (reader == nullptr) return fail(unreadable(input));
  auto extracted = reader->read(input);
  if (extracted) keep_within_bounds(*extracted);
  return extracted;
}

Result<std::vector<PageImage>> draw(const Input& input) {
  const Reader* reader = choose(input);
  if (reader == nullptr) return fail(unreadable(input));
  return reader->draw(input);
}

}  // namespace rapport
