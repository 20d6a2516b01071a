// From the parts of a Word file to its text: headers first, then the body, the notes and the
// footers, which is where a page shows them.
#include "input/docx.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "input/docx_findings.hpp"
#include "input/docx_hidden.hpp"
#include "input/docx_package.hpp"
#include "input/docx_refusals.hpp"
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

tl::unexpected<Error> refuse(const Input& input, const docx::Refusal& words) {
  return fail({.subject = input.name,
               .message = std::string(words.message),
               .remedy = std::string(words.remedy)});
}

bool is_ole(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_rtf(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return bytes.starts_with("{\\rtf");
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

Extracted assemble(const std::vector<Story>& stories, docx::Settled settled) {
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
  std::ranges::move(settled.findings, std::back_inserter(extracted.findings));
  extracted.hidden = std::move(settled.hidden);
  return extracted;
}

bool has_images(const Story& story) {
  return story.oddities.images;
}

bool is_cut(const Story& story) {
  return story.end != PartEnd::complete;
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
  auto archive = ZipArchive::open(input.bytes, inflation_budget);
  if (!archive) return refuse(input, docx::about(archive.error()));

  Package package{.archive = std::move(*archive)};
  package.main = docx::main_part(package.archive);
  package.relations = docx::relations_of(package.archive, package.main);
  const docx::Styles styles = docx::Styles::read(package.archive, package.part_of_type("styles"));
  docx::TextBudget budget;
  Story body = docx::read_story(package.archive, package.main, StoryKind::body, styles, budget);
  if (body.end == PartEnd::missing)
    return refuse(input, docx::about_archive(package.archive, input.bytes));
  if (!gives_text(body.end)) return refuse(input, docx::about(body.end));
  if (body.end == PartEnd::complete && body.root != "document") {
    return refuse(input, docx::about_archive(package.archive, input.bytes));
  }

  std::vector<Story> stories = read_rest(package, std::move(body), styles, budget);
  docx::Settled settled = docx::settle_hidden(stories);
  if (std::ranges::all_of(stories, [](const Story& story) { return story.lines.empty(); })) {
    return refuse(input, docx::about_empty(std::ranges::any_of(stories, is_cut),
                                           std::ranges::any_of(stories, has_images)));
  }
  return assemble(stories, std::move(settled));
}

}  // namespace

const Reader& docx_reader() {
  static const DocxReader reader;
  return reader;
}

}  // namespace rapport
