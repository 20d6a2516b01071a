#include "input/odt.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/bounds.hpp"
#include "base/utf8.hpp"
#include "input/odt_text.hpp"
#include "input/zip.hpp"
#include "input/zip_refusals.hpp"

namespace rapport {
namespace {

using odt::DocumentReader;

constexpr std::string_view mime_mark = "application/vnd.oasis.opendocument.";

bool contains(std::string_view bytes, std::string_view wanted) {
  return bytes.find(wanted) != std::string_view::npos;
}

// "text" of "application/vnd.oasis.opendocument.text-template"; empty when there is none. A package
// has its type in its first part, not compressed, a flat file in its first element.
std::string_view kind_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, looks_like_zip(bytes) ? 200 : 16'384);
  const std::size_t found = head.find(mime_mark);
  if (found == std::string_view::npos) return {};
  const std::string_view rest = head.substr(found + mime_mark.size());
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto end = std::ranges::find_if_not(rest, is_letter);
  return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

bool is_flat(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 16'384);
  const std::size_t start = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return start != std::string_view::npos && head.substr(start).starts_with("<?xml") &&
         contains(head, "<office:document") && contains(head, mime_mark);
}

// Programs that pack an OpenDocument by hand leave out the first part, or compress it.
bool is_package(std::string_view bytes) {
  return looks_like_zip(bytes) &&
         (!kind_of(bytes).empty() ||
          (contains(bytes, "META-INF/manifest.xml") && contains(bytes, "content.xml")));
}

Refusal about_kind(std::string_view kind) {
  struct Row {
    std::string_view kind;
    std::string_view message;
  };
  static constexpr std::array<Row, 3> rows = {{
      {"spreadsheet", "is an OpenDocument spreadsheet, not a text document"},
      {"presentation", "is an OpenDocument presentation, not a text document"},
      {"graphics", "is an OpenDocument drawing, not a text document"},
  }};
  const auto* row = std::ranges::find(rows, kind, &Row::kind);
  return {row == rows.end() ? "is an OpenDocument file, but not a text document" : row->message,
          "save it as ODT, DOCX or PDF"};
}

// The manifest tells of each part whether it is encrypted; the archive does not.
class Manifest : public XmlHandler {
 public:
  bool start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.local == "file-entry") {
      const std::string_view path = attributes.find("full-path").value_or("");
      is_text_ = path == "content.xml" || path == "encrypted-package";
    }
    encrypted = encrypted || (is_text_ && name.local == "encryption-data");
    return !encrypted;
  }
  bool end(const XmlName&) override { return true; }
  bool text(std::string_view) override { return true; }

  bool encrypted = false;

 private:
  bool is_text_ = false;
};

bool is_encrypted(ZipArchive& archive) {
  Manifest manifest;
  static_cast<void>(read_part(archive, "META-INF/manifest.xml", manifest));
  return manifest.encrypted;
}

class OdtReader final : public Reader {
 public:
  [[nodiscard]] std::string_view name() const override { return "odt"; }
  [[nodiscard]] std::string_view description() const override {
    return "OpenDocument text (ODT, OTT, FODT)";
  }
  [[nodiscard]] Recognition recognise(const Input& input) const override;
  [[nodiscard]] Result<Extracted> read(const Input& input) const override;

 private:
  [[nodiscard]] Result<Extracted> deliver(const Input& input, DocumentReader& reader) const;
};

bool holds(std::string_view bytes, std::string_view name) {
  return bytes.find(name) != std::string_view::npos;
}

Recognition OdtReader::recognise(const Input& input) const {
  static constexpr std::array<std::string_view, 3> endings = {".odt", ".ott", ".fodt"};
  if (is_package(input.bytes) || is_flat(input.bytes)) return Recognition::by_content;
  const std::string name = utf8::lower(input.name);
  const auto fits = [&](std::string_view ending) { return name.ends_with(ending); };
  if (!std::ranges::any_of(endings, fits)) return Recognition::no;
  // Some programs pack the part that names the kind like all others, or leave it out.
  const bool packed = looks_like_zip(input.bytes) && holds(input.bytes, "content.xml") &&
                      !holds(input.bytes, "word/");
  return packed ? Recognition::by_content : Recognition::by_name;
}

Result<Extracted> OdtReader::read(const Input& input) const {
  const std::string_view kind = kind_of(input.bytes);
  if (!kind.empty() && kind != "text") return refuse(input, about_kind(kind));
  DocumentReader reader;
  if (!looks_like_zip(input.bytes)) {
    if (!is_flat(input.bytes)) {
      return refuse(input, {"is not an OpenDocument file", "save it as ODT, DOCX or PDF"});
    }
    reader.end_part(part_end(parse_xml(std::string_view(input.bytes), reader)));
    return deliver(input, reader);
  }
  auto archive = ZipArchive::open(input.bytes, max_inflated);
  if (!archive) return refuse(input, about_archive(archive.error()));
  if (is_encrypted(*archive)) {
    return refuse(input,
                  {"is protected by a password", "open it, remove the password and save it anew"});
  }
  // Text without its styles is still text.
  reader.end_part(read_part(*archive, "styles.xml", reader));
  reader.end_part(read_part(*archive, "content.xml", reader));
  return deliver(input, reader);
}

Result<Extracted> OdtReader::deliver(const Input& input, DocumentReader& reader) const {
  if (reader.last_end() == PartEnd::missing) {
    return refuse(input, {"is damaged: its main part is missing", "get a fresh copy"});
  }
  if (!gives_text(reader.last_end())) return refuse(input, about_part(reader.last_end()));
  if (!reader.has_text() && reader.last_end() == PartEnd::complete) {
    return refuse(input, about_kind(""));
  }
  return assemble(input, name(), reader.take_stories());
}

}  // namespace

const Reader& odt_reader() {
  static const OdtReader reader;
  return reader;
}

}  // namespace rapport
