#include "report/markdown_comment.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rapport {
namespace {

constexpr std::size_t note_room = 1'000;  // for the words about what was left out
constexpr std::size_t most_named = 8;     // parts, in that note

}  // namespace

std::string_view MarkdownComment::fitting_lines(std::string_view body, std::size_t around) const {
  const std::size_t taken = text_.size() + around + note_room;
  const std::size_t room = taken < most ? most - taken : 0;
  if (body.size() <= room) return body;
  const std::size_t end = body.rfind('\n', room);
  return body.substr(0, end == std::string_view::npos || room == 0 ? 0 : end + 1);
}

void MarkdownComment::show(std::string_view title, std::string_view body) {
  const std::string_view fits = fitting_lines(body, 0);
  text_ += fits;
  if (fits.size() < body.size()) cut_.emplace_back(title);
}

void MarkdownComment::fold(std::string_view title, std::string_view body) {
  if (body.empty()) return;
  const std::string opening = fmt::format("\n<details><summary>{}</summary>\n\n", title);
  constexpr std::string_view closing = "\n</details>\n";
  const std::string_view fits = fitting_lines(body, opening.size() + closing.size());
  if (fits.size() < body.size()) cut_.emplace_back(title);
  if (!fits.empty()) ((text_ += opening) += fits) += closing;
}

std::string MarkdownComment::take() && {
  if (!cut_.empty()) {
    const std::size_t named = std::min(most_named, cut_.size());
    text_ += fmt::format(
        "\n> **Cut to fit into a comment:** {}{}. The whole of it: `rapport check -f html`.\n",
        fmt::join(cut_.begin(), cut_.begin() + static_cast<std::ptrdiff_t>(named), "; "),
        named < cut_.size() ? fmt::format(" and {} more parts", cut_.size() - named) : "");
  }
  return std::move(text_);
}

}  // namespace rapport
