// What is said of a document that is a zip archive and cannot be read.
#pragma once

#include <string_view>

#include "input/zip_part.hpp"
#include "rapport/reader.hpp"

namespace rapport {

// Message and remedy of an error.
struct Refusal {
  std::string_view message{};
  std::string_view remedy{};
};

[[nodiscard]] tl::unexpected<Error> refuse(const Input& input, const Refusal& words);

// An archive that does not open.
[[nodiscard]] Refusal about_archive(ZipFault fault);
// A main part that could not be read at all. Damaged XML is not meant: it gives what it can.
[[nodiscard]] Refusal about_part(PartEnd end);
// A document without text.
[[nodiscard]] Refusal about_empty(bool is_cut, bool has_images);

}  // namespace rapport
