// Document: one normalised text with its sections, its units, and the way back to the source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/extracted.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// Maps byte offsets of a text that was derived from another back to that other text. Between two
// anchors the texts run in parallel, byte by byte; an anchor stands wherever they part.
class OffsetMap {
 public:
  // The derived text's `to` stands for the source's `from`. Anchors are added in rising order of
  // `to`; `from` may jump.
  void add(std::size_t to, std::size_t from);
  // The source offset of a derived offset. Identity when no anchor was ever added.
  [[nodiscard]] std::size_t source(std::size_t to) const;

 private:
  struct Anchor {
    std::size_t to;
    std::size_t from;
  };
  std::vector<Anchor> anchors_{};
};

enum class DocumentKind { resume, cover_letter, posting };

enum class SectionKind {
  contact,  // name, address, phone: what stands above the first heading
  summary,
  experience,
  education,
  skills,
  projects,
  volunteering,
  certifications,
  awards,
  interests,
  languages,
  references,
  letter_body,
  other,  // under a heading that is none of these
};

struct Section {
  SectionKind kind = SectionKind::other;
  std::string heading{};  // as printed; empty when there is none
  std::size_t begin = 0;  // byte range in Document::text, heading included
  std::size_t end = 0;
};

enum class UnitKind {
  sentence,
  bullet,
  heading,  // of a section: names what follows, never evidence
};

// One sentence or one bullet, the piece that evidence is found in. Wrapped lines are joined: the
// range may span newlines, which read as blanks.
struct Unit {
  UnitKind kind = UnitKind::sentence;
  std::size_t begin = 0;  // byte range in Document::text, bullet mark left out
  std::size_t end = 0;
  std::size_t section = 0;  // index into Document::sections
};

struct Document {
  std::string name{};  // of the file
  DocumentKind kind = DocumentKind::resume;
  std::string text{};  // UTF-8, NFC, as `rapport extract` prints it
  std::vector<Section> sections{};
  std::vector<Unit> units{};
  Extracted source;
  OffsetMap to_source;       // Document::text to Extracted::text
  bool is_template = false;  // not filled in yet: placeholders are what it is made of

  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return std::string_view(text).substr(begin, end - begin);
  }
  // Where a stretch of text stands in the file; its box encloses the words of the first line.
  [[nodiscard]] Place place(std::size_t begin, std::size_t end) const;
};

// Normalises, cuts into sections and units, and recognises the kind unless it is given.
[[nodiscard]] Document make_document(std::string name, Extracted extracted,
                                     std::optional<DocumentKind> kind = std::nullopt);

[[nodiscard]] std::string_view name_of(DocumentKind kind);  // "resume", "cover-letter", "posting"
[[nodiscard]] std::string_view name_of(SectionKind kind);   // "letter-body", ...
[[nodiscard]] std::string_view name_of(UnitKind kind);
[[nodiscard]] std::optional<DocumentKind> document_kind(std::string_view name);

}  // namespace rapport
#pragma GCC visibility pop
