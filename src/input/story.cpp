#include "input/story.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "input/story_findings.hpp"
#include "input/story_hidden.hpp"
#include "input/zip_refusals.hpp"

namespace rapport {
namespace {

// The size that most of the text has, in half points.
int usual_size(std::span<const PartText> stories) {
  std::vector<std::pair<int, std::size_t>> bytes_by_size;
  for (const PartText& story : stories) {
    for (const StoryLine& line : story.lines) {
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

bool has_images(const PartText& story) {
  return story.oddities.images;
}

bool is_cut(const PartText& story) {
  return story.end != PartEnd::complete;
}

// Text and blocks.
void lay(std::span<const PartText> stories, Extracted& extracted) {
  const int usual = usual_size(stories);
  for (const PartText& story : stories) {
    for (const StoryLine& line : story.lines) {
      if (!extracted.text.empty()) extracted.text += '\n';
      const std::size_t begin = extracted.text.size();
      extracted.text += line.text;
      for (const TextRange& prompt : line.prompts)
        extracted.prompts.push_back({begin + prompt.begin, begin + prompt.end});
      // 13 points over 11 are meant to be seen, 12 over 11 are not.
      const bool larger = usual > 0 && line.half_points * 100LL >= usual * 115LL;
      extracted.blocks.push_back(
          {.begin = begin,
           .end = extracted.text.size(),
           .role = line.role,
           .place = {.paragraph = line.paragraph, .part = std::string(line.part)},
           .may_wrap = line.may_wrap,
           .starts_paragraph = line.is_first,
           .heading_level = line.heading_level,
           .emphasised = line.bold || larger});
    }
  }
}

}  // namespace

namespace {

void extend(std::vector<TextRange>& ranges, std::size_t begin, std::size_t end) {
  if (!ranges.empty() && ranges.back().end == begin) {
    ranges.back().end = end;
  } else {
    ranges.push_back({begin, end});
  }
}

}  // namespace

void LineBuilder::print(std::string_view text, bool bold, int half_points, bool pale) {
  const std::size_t begin = line_.text.size();
  line_.text += text;
  if (pale) extend(line_.pale, begin, line_.text.size());
  if (prompting_) extend(line_.prompts, begin, line_.text.size());
  if (is_blank(text)) return;
  line_.bold = bold && (line_.bold || !any_printed_);
  line_.half_points = any_printed_ ? std::min(line_.half_points, half_points) : half_points;
  any_printed_ = true;
}

std::optional<StoryLine> LineBuilder::take() {
  StoryLine line = std::exchange(line_, {});
  any_printed_ = false;
  if (is_blank(line.text)) return std::nullopt;
  return line;
}

bool is_blank(std::string_view text) {
  constexpr std::string_view no_break_space = "\u00A0";
  while (!text.empty()) {
    if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (static_cast<unsigned char>(text.front()) <= ' ') {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

bool same_text(const PartText& a, const PartText& b) {
  return std::ranges::equal(a.lines, b.lines, {}, &StoryLine::text, &StoryLine::text);
}

Result<Extracted> assemble(const Input& input, std::string_view format,
                           std::vector<PartText> stories) {
  SettledHidden settled = settle_hidden(stories);
  if (std::ranges::all_of(stories, [](const PartText& story) { return story.lines.empty(); })) {
    return refuse(input, about_empty(std::ranges::any_of(stories, is_cut),
                                     std::ranges::any_of(stories, has_images)));
  }
  Extracted extracted{.format = std::string(format)};
  lay(stories, extracted);
  extracted.findings = findings(stories);
  std::ranges::move(settled.findings, std::back_inserter(extracted.findings));
  extracted.hidden = std::move(settled.hidden);
  return extracted;
}

}  // namespace rapport
