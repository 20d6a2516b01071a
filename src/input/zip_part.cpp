#include "input/zip_part.hpp"

namespace rapport {
namespace {

PartEnd end_of(ZipFault fault) {
  switch (fault) {
    case ZipFault::missing:
      return PartEnd::missing;
    case ZipFault::encrypted:
      return PartEnd::encrypted;
    case ZipFault::unsupported:
      return PartEnd::unsupported;
    case ZipFault::too_large:
      return PartEnd::too_large;
    case ZipFault::not_zip:
    case ZipFault::damaged:
    case ZipFault::too_many:
      break;
  }
  return PartEnd::broken_zip;
}

}  // namespace

PartEnd part_end(XmlEnd end) {
  switch (end) {
    case XmlEnd::complete:
      return PartEnd::complete;
    case XmlEnd::damaged:
      return PartEnd::damaged;
    case XmlEnd::stopped:
      return PartEnd::stopped;
    case XmlEnd::doctype:
      return PartEnd::doctype;
    case XmlEnd::encoding:
      return PartEnd::encoding;
    case XmlEnd::too_complex:
      break;
  }
  return PartEnd::too_complex;
}

PartEnd read_part(ZipArchive& archive, std::string_view name, XmlHandler& handler) {
  auto stream = archive.stream(name);
  if (!stream) return end_of(stream.error());
  const XmlEnd end =
      parse_xml([&](std::span<char> buffer) { return stream->read(buffer); }, handler);
  // A parser that met the end of the document, or gave up, has seen neither the checksum nor how
  // much more there is.
  if (end != XmlEnd::stopped) stream->drain();
  return stream->fault() ? end_of(*stream->fault()) : part_end(end);
}

bool gives_text(PartEnd end) {
  return end == PartEnd::complete || end == PartEnd::damaged || end == PartEnd::too_complex;
}

}  // namespace rapport
