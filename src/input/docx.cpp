// From the parts of a Word file to its text: headers first, then the body, the notes and the
// footers, which is where a page shows them.
#include "input/docx.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/bounds.hpp"
#include "input/docx_package.hpp"
#include "input/docx_refusals.hpp"
#include "input/docx_styles.hpp"
#include "input/docx_text.hpp"
#include "input/story.hpp"
#include "input/zip.hpp"

namespace rapport {
namespace {

using docx::StoryKind;

// A section has three of each at most.
constexpr std::size_t max_headers_and_footers = 60;

bool is_ole(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_rtf(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes.starts_with("{\\rtf");
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

// Each part once, however many sections use it, and each text once: the header of the first page
// is often a copy of the others'.
std::vector<PartText> read_margins(Package& package, const docx::Part& body, StoryKind kind,
                                   const docx::Styles& styles, TextBudget& budget) {
  const std::string_view type = kind == StoryKind::header ? "header" : "footer";
  std::vector<std::string> parts;
  std::vector<PartText> stories;
  for (const std::string& id : body.headers_and_footers) {
    const auto relation = std::ranges::find(package.relations, id, &docx::Relation::id);
    if (relation == package.relations.end() || relation->type != type) continue;
    if (std::ranges::find(parts, relation->part) != parts.end()) continue;
    if (parts.size() == max_headers_and_footers) break;
    parts.push_back(relation->part);
    PartText story = docx::read_story(package.archive, relation->part, kind, styles, budget).story;
    const auto is_copy = [&](const PartText& other) { return same_text(other, story); };
    if (std::ranges::none_of(stories, is_copy)) stories.push_back(std::move(story));
  }
  return stories;
}

// The stories in reading order, `body` among them.
std::vector<PartText> read_rest(Package& package, docx::Part body, const docx::Styles& styles,
                                TextBudget& budget) {
  std::vector<PartText> stories = read_margins(package, body, StoryKind::header, styles, budget);
  std::vector<PartText> footers = read_margins(package, body, StoryKind::footer, styles, budget);
  stories.push_back(std::move(body.story));
  for (const StoryKind kind : {StoryKind::footnotes, StoryKind::endnotes}) {
    const std::string part =
        package.part_of_type(kind == StoryKind::footnotes ? "footnotes" : "endnotes");
    if (part.empty()) continue;
    stories.push_back(docx::read_story(package.archive, part, kind, styles, budget).story);
  }
  std::ranges::move(footers, std::back_inserter(stories));
  return stories;
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
  if (is_ole(input.bytes)) return refuse(input, docx::about_ole(input.bytes));
  if (is_rtf(input.bytes)) return refuse(input, docx::about_rtf());
  auto archive = ZipArchive::open(input.bytes, max_inflated);
  if (!archive) return refuse(input, docx::about(archive.error()));

  Package package{.archive = std::move(*archive)};
  package.main = docx::main_part(package.archive);
  package.relations = docx::relations_of(package.archive, package.main);
  const docx::Styles styles = docx::Styles::read(package.archive, package.part_of_type("styles"));
  TextBudget budget;
  docx::Part body =
      docx::read_story(package.archive, package.main, StoryKind::body, styles, budget);
  if (body.story.end == PartEnd::missing)
    return refuse(input, docx::about_archive(package.archive));
  if (!gives_text(body.story.end)) return refuse(input, about_part(body.story.end));
  if (body.story.end == PartEnd::complete && body.root != "document") {
    return refuse(input, docx::about_archive(package.archive));
  }

  return assemble(input, name(), read_rest(package, std::move(body), styles, budget));
}

}  // namespace

const Reader& docx_reader() {
  static const DocxReader reader;
  return reader;
}

}  // namespace rapport
