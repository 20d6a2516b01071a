#include "input/docx_refusals.hpp"

#include <array>
#include <string>

namespace rapport::docx {
namespace {

constexpr std::string_view save_as_docx = "save it as DOCX or PDF";
constexpr std::string_view save_anew = "open it in Word or LibreOffice and save it anew as DOCX";
constexpr Refusal not_word = {"is not a Word document", save_as_docx};
bool contains(std::string_view bytes, std::string_view wanted) {
  return bytes.find(wanted) != std::string_view::npos;
}

// Names of streams stand in UTF-16 in an OLE file's directory.
std::string utf16(std::string_view ascii) {
  std::string result;
  for (const char c : ascii) result.append({c, '\0'});
  return result;
}

}  // namespace

Refusal about_ole(std::string_view bytes) {
  if (contains(bytes, utf16("EncryptedPackage"))) {
    return {"is protected by a password", "open it, remove the password and save it anew"};
  }
  if (contains(bytes, utf16("Workbook")) || contains(bytes, utf16("PowerPoint Document"))) {
    return not_word;
  }
  return {"is in Word's old format (.doc), which is not read", save_as_docx};
}

Refusal about_rtf() {
  return {"is an RTF file, which is not read", save_as_docx};
}

Refusal about_archive(const ZipArchive& archive) {
  struct Row {
    std::string_view folder;
    Refusal refusal;
  };
  static constexpr std::array<Row, 5> rows = {{
      {"xl/", {"is an Excel workbook, not a Word document", save_as_docx}},
      {"ppt/", {"is a PowerPoint presentation, not a Word document", save_as_docx}},
      {"META-INF/container.xml", {"is an e-book (EPUB), not a Word document", save_as_docx}},
      {"META-INF/MANIFEST.MF", {"is a Java archive, not a Word document", "give a document"}},
      {"word/", {"is damaged: its main part is missing", save_anew}},
  }};
  for (const Row& row : rows) {
    if (archive.has_folder(row.folder)) return row.refusal;
  }
  return {"is a zip archive, not a Word document", "unpack it and give the document in it"};
}

Refusal about(ZipFault fault) {
  return fault == ZipFault::not_zip ? not_word : about_archive(fault);
}

}  // namespace rapport::docx
