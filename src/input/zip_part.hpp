// An XML part of a document that is a zip archive, read as events.
#pragma once

#include <string_view>

#include "input/xml.hpp"
#include "input/zip.hpp"

namespace rapport {

// How reading a part ended. Up to `too_complex` its text, or the beginning of it, was delivered.
enum class PartEnd {
  complete,
  stopped,  // by the handler
  damaged,  // its XML is
  too_complex,
  doctype,
  encoding,
  missing,
  broken_zip,
  encrypted,
  unsupported,
  too_large,
};

[[nodiscard]] PartEnd read_part(ZipArchive& archive, std::string_view name, XmlHandler& handler);

[[nodiscard]] PartEnd part_end(XmlEnd end);

// Whether a part that ended so gave text, if it has any.
[[nodiscard]] bool gives_text(PartEnd end);

}  // namespace rapport
