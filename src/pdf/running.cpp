#include "pdf/running.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr double edge_share = 0.1;  // of the page's height

// Words without the numbers, which change from page to page.
std::string skeleton(std::string_view text) {
  std::string result(text);
  std::erase_if(result, [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '\t'; });
  return result;
}

std::optional<PageEdge> edge_of(const PrintedLine& line, const PageSize& size) {
  if (line.box.bottom < edge_share * size.height) return PageEdge::top;
  if (line.box.top > (1 - edge_share) * size.height) return PageEdge::bottom;
  return std::nullopt;
}

// What a line must share with one of another page. Tops are compared in steps of 4 points.
using Key = std::pair<std::string, long>;

Key key_of(const PrintedLine& line) {
  return {skeleton(line.text), std::lround(std::clamp(line.box.top, -1e6, 1e6) / 4)};
}

}  // namespace

bool is_page_number(std::string_view text) {
  const std::string bare = utf8::lower(skeleton(text));
  static const std::set<std::string, std::less<>> forms = {"",      "-",     "--", "–",    "––",
                                                           "/",     "|",     "of", "page", "pageof",
                                                           "page/", "page|", "p.", "[]",   "()"};
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && digits <= 4 && forms.contains(bare) && text.size() < 20;
}

void mark_running_lines(std::vector<std::vector<PrintedLine>>& pages,
                        const std::vector<PageSize>& sizes) {
  std::map<Key, std::set<std::size_t>> seen;  // on which pages
  const auto visit_edges = [&](auto visit) {
    for (std::size_t page = 0; page < pages.size() && page < sizes.size(); ++page) {
      for (PrintedLine& line : pages[page]) {
        if (const auto edge = edge_of(line, sizes[page])) visit(line, page, *edge);
      }
    }
  };
  visit_edges([&](const PrintedLine& line, std::size_t page, PageEdge) {
    seen[key_of(line)].insert(page);
  });
  visit_edges([&](PrintedLine& line, std::size_t, PageEdge edge) {
    const bool repeats = line.text.size() > 2 && seen[key_of(line)].size() > 1;
    if (repeats || is_page_number(line.text)) line.edge = edge;
  });
}

}  // namespace rapport
