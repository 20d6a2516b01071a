#include "pdf/assemble.hpp"

#include <cmath>
#include <cstddef>
#include <utility>

namespace rapport {
namespace {

class Assembler {
 public:
  Extracted assemble(const std::vector<std::vector<PrintedLine>>& pages) {
    extracted_.format = "pdf";
    for (std::size_t i = 0; i < pages.size(); ++i) {
      int number = 0;
      for (const PrintedLine& line : pages[i]) {
        add(line, static_cast<int>(i) + 1, ++number);
      }
    }
    return std::move(extracted_);
  }

 private:
  void add(const PrintedLine& line, int page, int number) {
    if (!extracted_.blocks.empty()) extracted_.text += '\n';
    Block block{.begin = extracted_.text.size()};
    extracted_.text += line.text;
    block.end = extracted_.text.size();
    block.role = role_of(line);
    block.place = {.page = page, .line = number, .box = line.box};
    block.may_wrap = true;
    block.starts_paragraph = line.starts_paragraph && !continues(line, page);
    block.emphasised = line.emphasised;
    for (const LineWord& word : line.words) {
      extracted_.words.push_back(
          {block.begin + word.begin, block.begin + word.end, page, word.box});
    }
    extracted_.blocks.push_back(std::move(block));
    if (line.edge != PageEdge::none) return;
    last_ = &line;
    last_page_ = page;
  }

  static BlockRole role_of(const PrintedLine& line) {
    if (line.edge == PageEdge::top) return BlockRole::header;
    if (line.edge == PageEdge::bottom) return BlockRole::footer;
    return line.list_item ? BlockRole::list_item : BlockRole::body;
  }

  // Whether this is a page's first line of text and may go on with the page before.
  bool continues(const PrintedLine& line, int page) const {
    return last_ != nullptr && last_page_ < page && line.edge == PageEdge::none && last_->full &&
           !line.list_item && !line.emphasised && !last_->emphasised &&
           std::abs(last_->size - line.size) < 0.6;
  }

  Extracted extracted_{};
  const PrintedLine* last_ = nullptr;  // of the text, running heads and feet left out
  int last_page_ = 0;
};

}  // namespace

Extracted assemble_pages(const std::vector<std::vector<PrintedLine>>& pages) {
  return Assembler().assemble(pages);
}

}  // namespace rapport
