// From the parts of a Word file to its text: headers first, then the body, the notes and the
// footers, which is where a page shows them.
#include "input/docx.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "input/docx_findings.hpp"
#include "input/docx_package.hpp"
#include "input/docx_styles.hpp"
#include "input/docx_text.hpp"
#include "input/zip.hpp"

namespace rapport {
namespace {

using docx::PartEnd;
using docx::Story;
using docx::StoryKind;

// What all parts that are read may inflate to together. The largest real resume needs 3 MB.
constexpr std::uint64_t inflation_budget = 64 << 20;
// A section has three of each at most.
constexpr std::size_t max_headers_and_footers = 60;

struct Words {
  std::string_view message;
  std::string_view remedy;
};

constexpr std::string_view save_as_docx = "save it as DOCX or PDF";
constexpr std::string_view save_anew = "open it in Word or LibreOffice and save it anew as DOCX";
constexpr Words not_word = {"is not a Word document", save_as_docx};
constexpr Words damaged = {"is damaged: the archive that a Word document is cannot be read",
                           "get a fresh copy, or open it in Word or LibreOffice and save it anew"};
constexpr Words damaged_text = {"is damaged: its text cannot be read", save_anew};
constexpr Words too_large = {"holds far more than a resume or a letter",
                             "check that it is the right file"};

tl::unexpected<Error> refuse(const Input& input, const Words& words) {
  return fail({.subject = input.name,
               .message = std::string(words.message),
               .remedy = std::string(words.remedy)});
}

bool contains(std::string_view bytes, std::string_view wanted) {
  return bytes.find(wanted) != std::string_view::npos;
}

// Names of streams stand in UTF-16 in an OLE file's directory.
std::string utf16(std::string_view ascii) {
  std::string result;
  for (const char c : ascii) result.append({c, '\0'});
  return result;
}

bool is_ole(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_rtf(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes.starts_with("{\\rtf");
}

Words about_ole(std::string_view bytes) {
  if (contains(bytes, utf16("EncryptedPackage"))) {
    return {"is protected by a password", "open it, remove the password and save it anew"};
  }
  if (contains(bytes, utf16("Workbook")) || contains(bytes, utf16("PowerPoint Document"))) {
    return not_word;
  }
  return {"is in Word's old format (.doc), which is not read", save_as_docx};
}

// What an archive is that has no Word document in it.
Words about_archive(const ZipArchive& archive, std::string_view bytes) {
  struct Row {
    std::string_view folder;
    Words words;
  };
  static constexpr std::array<Row, 5> rows = {{
      {"xl/", {"is an Excel workbook, not a Word document", save_as_docx}},
      {"ppt/", {"is a PowerPoint presentation, not a Word document", save_as_docx}},
      {"META-INF/container.xml", {"is an e-book (EPUB), not a Word document", save_as_docx}},
      {"META-INF/MANIFEST.MF", {"is a Java archive, not a Word document", "give a document"}},
      {"word/", {"is damaged: its main part is missing", save_anew}},
  }};
  if (contains(bytes.substr(0, 200), "application/vnd.oasis.opendocument.")) {
    return {"is an OpenDocument file (ODT), which is not read yet", save_as_docx};
  }
  for (const Row& row : rows) {
    if (archive.has_folder(row.folder)) return row.words;
  }
  return {"is a zip archive, not a Word document", "unpack it and give the document in it"};
}

Words about(ZipFault fault) {
  if (fault == ZipFault::not_zip) return not_word;
  return fault == ZipFault::too_many ? too_large : damaged;
}

// Why the main part could not be read at all. Damaged XML is not here: it gives what it can.
Words about(PartEnd end) {
  switch (end) {
    case PartEnd::encrypted:
      return {"is protected by a password", "unpack it with the password and pack it without"};
    case PartEnd::unsupported:
      return {"is packed by a method that Word does not use", save_anew};
    case PartEnd::doctype:
      return {"declares a document type, which no Word document does: it may be an attack",
              save_anew};
    case PartEnd::encoding:
      return {"is written in an encoding that Word does not use", save_anew};
    case PartEnd::too_large:
      return too_large;
    default:
      return damaged;
  }
}

bool gives_text(PartEnd end) {
  return end == PartEnd::complete || end == PartEnd::damaged || end == PartEnd::too_complex;
}

// A Word file opened as far as its main part's relations.
struct Package {
  ZipArchive archive;
  std::string main{};
  std::vector<docx::Relation> relations{};

  [[nodiscard]] std::string part_of_type(std::string_view type) const {
    const auto found = std::ranges::find(relations, type, &docx::Relation::type);
    return found == relations.end() ? "" : found->part;
  }
};

bool same_text(const Story& a, const Story& b) {
  return std::ranges::equal(a.lines, b.lines, {}, &docx::Line::text, &docx::Line::text);
}

// Each part once, however many sections use it, and each text once: the header of the first page
// is often a copy of the others'.
std::vector<Story> read_margins(Package& package, const Story& body, StoryKind kind,
                                const docx::Styles& styles, docx::TextBudget& budget) {
  const std::string_view type = kind == StoryKind::header ? "header" : "footer";
  std::vector<std::string> parts;
  std::vector<Story> stories;
  for (const std::string& id : body.headers_and_footers) {
    const auto relation = std::ranges::find(package.relations, id, &docx::Relation::id);
    if (relation == package.relations.end() || relation->type != type) continue;
    if (std::ranges::find(parts, relation->part) != parts.end()) continue;
    if (parts.size() == max_headers_and_footers) break;
    parts.push_back(relation->part);
    Story story = docx::read_story(package.archive, relation->part, kind, styles, budget);
    const auto is_copy = [&](const Story& other) { return same_text(other, story); };
    if (std::ranges::none_of(stories, is_copy)) stories.push_back(std::move(story));
  }
  return stories;
}

// The stories in reading order, `body` among them.
std::vector<Story> read_rest(Package& package, Story body, const docx::Styles& styles,
                             docx::TextBudget& budget) {
  std::vector<Story> stories = read_margins(package, body, StoryKind::header, styles, budget);
  std::vector<Story> footers = read_margins(package, body, StoryKind::footer, styles, budget);
  stories.push_back(std::move(body));
  for (const StoryKind kind : {StoryKind::footnotes, StoryKind::endnotes}) {
    const std::string part =
        package.part_of_type(kind == StoryKind::footnotes ? "footnotes" : "endnotes");
    if (part.empty()) continue;
    stories.push_back(docx::read_story(package.archive, part, kind, styles, budget));
  }
  std::ranges::move(footers, std::back_inserter(stories));
  return stories;
}

// The size that most of the text has, in half points.
int usual_size(const std::vector<Story>& stories) {
  std::vector<std::pair<int, std::size_t>> bytes_by_size;
  for (const Story& story : stories) {
    for (const docx::Line& line : story.lines) {
      const auto found =
          std::ranges::find(bytes_by_size, line.half_points, &std::pair<int, std::size_t>::first);
      if (found != bytes_by_size.end()) {
        found->second += line.text.size();
      } else if (bytes_by_size.size() < 100) {
        bytes_by_size.emplace_back(line.half_points, line.text.size());
      }
    }
  }
  const auto most =
      std::ranges::max_element(bytes_by_size, {}, &std::pair<int, std::size_t>::second);
  return most == bytes_by_size.end() ? 0 : most->first;
}

Extracted assemble(const std::vector<Story>& stories) {
  Extracted extracted{.format = "docx"};
  const int usual = usual_size(stories);
  for (const Story& story : stories) {
    for (const docx::Line& line : story.lines) {
      if (!extracted.text.empty()) extracted.text += '\n';
      const std::size_t begin = extracted.text.size();
      extracted.text += line.text;
      // 13 points over 11 are meant to be seen, 12 over 11 are not.
      const bool larger = usual > 0 && line.half_points * 100LL >= usual * 115LL;
      extracted.blocks.push_back(
          {.begin = begin,
           .end = extracted.text.size(),
           .role = line.role,
           .place = {.paragraph = line.paragraph, .part = std::string(line.part)},
           .starts_paragraph = line.is_first,
           .heading_level = line.heading_level,
           .emphasised = line.bold || larger});
    }
  }
  extracted.findings = docx::findings(stories);
  return extracted;
}

Words about_empty(const std::vector<Story>& stories) {
  const auto has_images = [](const Story& story) { return story.oddities.images; };
  if (std::ranges::any_of(stories, has_images)) {
    return {"has no text, only images", "write the text as text, not as a picture of it"};
  }
  const bool cut = std::ranges::any_of(
      stories, [](const Story& story) { return story.end != PartEnd::complete; });
  return cut ? damaged_text : Words{"has no text", "check that it is the right file"};
}

class DocxReader : public Reader {
 public:
  [[nodiscard]] std::string_view name() const override { return "docx"; }
  [[nodiscard]] std::string_view description() const override {
    return "Word document (DOCX, DOCM, DOTX)";
  }
  [[nodiscard]] Recognition recognise(const Input& input) const override;
  [[nodiscard]] Result<Extracted> read(const Input& input) const override;
};

Recognition DocxReader::recognise(const Input& input) const {
  static constexpr std::array<std::string_view, 7> endings = {".docx", ".docm", ".dotx", ".dotm",
                                                              ".doc",  ".dot",  ".rtf"};
  const std::string_view bytes = input.bytes;
  if (looks_like_zip(bytes) || is_ole(bytes) || is_rtf(bytes)) return Recognition::by_content;
  std::string name = input.name;
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const auto fits = [&](std::string_view ending) { return name.ends_with(ending); };
  return std::ranges::any_of(endings, fits) ? Recognition::by_name : Recognition::no;
}

Result<Extracted> DocxReader::read(const Input& input) const {
  if (is_ole(input.bytes)) return refuse(input, about_ole(input.bytes));
  if (is_rtf(input.bytes))
    return refuse(input, {"is an RTF file, which is not read", save_as_docx});
  auto archive = ZipArchive::open(input.bytes, inflation_budget);
  if (!archive) return refuse(input, about(archive.error()));

  Package package{.archive = std::move(*archive)};
  package.main = docx::main_part(package.archive);
  package.relations = docx::relations_of(package.archive, package.main);
  const docx::Styles styles = docx::Styles::read(package.archive, package.part_of_type("styles"));
  docx::TextBudget budget;
  Story body = docx::read_story(package.archive, package.main, StoryKind::body, styles, budget);
  if (body.end == PartEnd::missing)
    return refuse(input, about_archive(package.archive, input.bytes));
  if (!gives_text(body.end)) return refuse(input, about(body.end));
  if (body.end == PartEnd::complete && body.root != "document") {
    return refuse(input, about_archive(package.archive, input.bytes));
  }

  const std::vector<Story> stories = read_rest(package, std::move(body), styles, budget);
  if (std::ranges::all_of(stories, [](const Story& story) { return story.lines.empty(); })) {
    return refuse(input, about_empty(stories));
  }
  return assemble(stories);
}

}  // namespace

const Reader& docx_reader() {
  static const DocxReader reader;
  return reader;
}

}  // namespace rapport
