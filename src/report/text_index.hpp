// Where something stands as other tools count it: lines and columns from 1, in code points.
//
// A tool that shows a place in a file wants a line and a column. A text file has them. PDF and DOCX
// have none, and there they are those of the text as `rapport extract` prints it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "rapport/document.hpp"
#include "report/code_points.hpp"
#include "report/quote.hpp"

namespace rapport {

struct TextRegion {
  std::size_t start_line = 1;
  std::size_t start_column = 0;  // 0: not known, as of any column below
  std::size_t end_line = 1;
  std::size_t end_column = 0;  // of the character behind the last
  // Code points before it in the extracted text, and in it; none where the lines are the file's
  // own.
  struct Characters {
    std::size_t offset = 0;
    std::size_t length = 0;
  };
  std::optional<Characters> characters{};
};

class TextIndex {
 public:
  // The document must outlive the index.
  explicit TextIndex(const Document& document);

  // Of a byte range of Document::text.
  [[nodiscard]] TextRegion region(Span span) const;
  // The line of Document::text that stands at a place, or the first of its page; nothing when the
  // text has no such place.
  [[nodiscard]] std::optional<Span> find(const Place& place);
  // The sentence or bullet at an offset, or the line when none is there.
  [[nodiscard]] std::string_view unit_at(std::size_t offset) const;

 private:
  using Key = std::tuple<int, int, int, std::string>;  // page, line, paragraph, part

  [[nodiscard]] std::size_t line_of(std::size_t offset) const;  // index into starts_
  [[nodiscard]] Span line(std::size_t index) const;             // without its newline
  void index_places();

  const Document* document_;
  CodePoints points_;
  std::vector<std::size_t> starts_{};    // of the lines
  std::map<Key, std::size_t> places_{};  // to the first line there; filled when first asked
};

}  // namespace rapport
