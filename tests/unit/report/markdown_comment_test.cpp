#include "report/markdown_comment.hpp"

#include <doctest/doctest.h>

using namespace rapport;

namespace {

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += "- a line of about fifty characters, all told. \n";
  return text;
}

}  // namespace

TEST_CASE("A comment that fits is left as it is") {
  MarkdownComment comment;
  comment.show("Figures", "Covered 3.\n");
  comment.fold("More", "- one\n");
  comment.fold("Nothing", "");
  CHECK(std::move(comment).take() ==
        "Covered 3.\n\n<details><summary>More</summary>\n\n- one\n\n</details>\n");
}

TEST_CASE("A comment never grows beyond what GitHub takes, and says what it leaves out") {
  MarkdownComment comment;
  comment.show("Figures", "Covered 3.\n");
  comment.fold("Long", lines(3'000));
  comment.fold("Late", lines(30));
  const std::string text = std::move(comment).take();
  CHECK(text.size() <= MarkdownComment::most);
  CHECK(text.size() > MarkdownComment::most / 2);
  CHECK(text.find("all told. \n\n</details>\n") != std::string::npos);
  CHECK(text.find("<summary>Late</summary>") == std::string::npos);
  CHECK(text.find("**Cut to fit into a comment:** Long; Late.") != std::string::npos);
}

TEST_CASE("A thousand documents still make one comment") {
  MarkdownComment comment;
  for (int i = 0; i < 1'000; ++i) comment.show("a.pdf", lines(4));
  const std::string text = std::move(comment).take();
  CHECK(text.size() <= MarkdownComment::most);
  CHECK(text.find("more parts") != std::string::npos);
}
