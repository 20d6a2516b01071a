#include "input/magic.hpp"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

using namespace std::string_view_literals;

constexpr ForeignFormat image{"is an image: a machine reads no text in it",
                              "give the PDF, DOCX or text that it was made from"};
constexpr ForeignFormat rtf{"is an RTF document, which is not read yet",
                            "save it as DOCX, PDF or plain text"};
constexpr ForeignFormat old_office{"is a document of an old Microsoft Office",
                                   "save it as DOCX or PDF"};
constexpr ForeignFormat zip{"is a ZIP archive, not a document", "unpack it and give the document"};
constexpr ForeignFormat archive{"is an archive, not a document", "unpack it and give the document"};
constexpr ForeignFormat web_archive{"is a web archive, which is not read",
                                    "save the page as HTML instead, or print it to PDF"};
constexpr ForeignFormat postscript{"is PostScript", "convert it to PDF"};
constexpr ForeignFormat pdf{"is a PDF", "give it as a file of its own"};
constexpr ForeignFormat program{"is a program, not a document", "give the document"};
constexpr ForeignFormat media{"is a sound or a film", "give a document"};

struct Magic {
  std::string_view bytes;
  std::size_t at;
  const ForeignFormat* format;
};

// More telling entries first.
constexpr auto magics = std::to_array<Magic>({
    {"\x89PNG"sv, 0, &image},
    {"\xFF\xD8\xFF"sv, 0, &image},
    {"GIF8"sv, 0, &image},
    {"BM"sv, 0, &image},
    {"II*\0"sv, 0, &image},
    {"MM\0*"sv, 0, &image},
    {"WEBP"sv, 8, &image},
    {"ftyphei"sv, 4, &image},
    {"ftypmif1"sv, 4, &image},
    {"ftypavif"sv, 4, &image},
    {"8BPS"sv, 0, &image},
    {"{\\rtf"sv, 0, &rtf},
    {"\xD0\xCF\x11\xE0"sv, 0, &old_office},
    {"PK\x03\x04"sv, 0, &zip},
    {"PK\x05\x06"sv, 0, &zip},
    {"\x1F\x8B"sv, 0, &archive},
    {"BZh"sv, 0, &archive},
    {"7z\xBC\xAF"sv, 0, &archive},
    {"Rar!"sv, 0, &archive},
    {"\xFD"
     "7zXZ"sv,
     0, &archive},
    {"bplist00"sv, 0, &web_archive},
    {"%PDF-"sv, 0, &pdf},
    {"%!PS"sv, 0, &postscript},
    {"\x7F"
     "ELF"sv,
     0, &program},
    {"MZ\x90"sv, 0, &program},
    {"ID3"sv, 0, &media},
    {"OggS"sv, 0, &media},
    {"RIFF"sv, 0, &media},
    {"ftyp"sv, 4, &media},
});

// "BM" alone would take a resume of Mr. B. M. for a bitmap.
bool really(const Magic& magic, std::string_view bytes) {
  if (magic.bytes.size() > 3) return true;
  return bytes.substr(0, 512).find('\0') != std::string_view::npos || magic.bytes[0] < ' ';
}

// What browsers save as one file (.mhtml): a mail whose parts are the page and its pictures.
bool is_web_archive(std::string_view bytes) {
  const auto head = bytes.substr(0, 2048);
  const auto has = [&](std::string_view words) {
    return head.find(words) != std::string_view::npos;
  };
  return (head.starts_with("From: <Saved by") || head.starts_with("MIME-Version:")) &&
         has("multipart/related");
}

}  // namespace

const ForeignFormat* foreign_format(std::string_view bytes) {
  for (const Magic& magic : magics) {
    if (bytes.size() >= magic.at && bytes.substr(magic.at).starts_with(magic.bytes) &&
        really(magic, bytes)) {
      return magic.format;
    }
  }
  if (is_web_archive(bytes)) return &web_archive;
  return nullptr;
}

Error unreadable(const Input& input) {
  const ForeignFormat* format = foreign_format(input.bytes);
  if (format == nullptr) {
    return {.subject = input.name,
            .message = "is no document that can be read: its bytes are not text",
            .remedy = "give a PDF, DOCX, ODT, HTML or plain text"};
  }
  return {.subject = input.name,
          .message = std::string(format->what),
          .remedy = std::string(format->remedy)};
}

}  // namespace rapport
