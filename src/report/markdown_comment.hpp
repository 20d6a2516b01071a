// Fits a Markdown report into a comment on a pull request. GitHub takes 65,536 characters and
// refuses the whole comment beyond that, so what does not fit is left out, and the report says so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

class MarkdownComment {
 public:
  // In bytes, which are never fewer than characters; room is left for what a bot puts around it.
  static constexpr std::size_t most = 64'000;

  // Text to show: whole lines, as many as fit. A title is short, and safe in Markdown and HTML.
  void show(std::string_view title, std::string_view body);
  // The same behind a title that opens it; nothing for an empty body.
  void fold(std::string_view title, std::string_view body);

  [[nodiscard]] std::string take() &&;

 private:
  [[nodiscard]] std::string_view fitting_lines(std::string_view body, std::size_t around) const;

  std::string text_{};
  std::vector<std::string> cut_{};  // the titles of what is not there in full
};

}  // namespace rapport
