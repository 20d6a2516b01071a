#include <doctest/doctest.h>

#include "../draft.hpp"
#include "rapport/writer.hpp"
#include "report/markdown_text.hpp"

using namespace rapport;
using namespace rapport_test;

TEST_CASE("Markdown has a table of skills with the best evidence of each") {
  const Application application = sample_application();
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, {}};
  const std::string text = writer("markdown")->write({&one, 1}, {});
  CHECK(text.find("Covered **3 of 4**, demonstrated **2 of 4**.") != std::string::npos);
  CHECK(text.find("| Communication | ●●● quantified | “<b>Explained billing changes</b> to 40 ") !=
        std::string::npos);
  CHECK(text.find("| Humor | ○○○ missing |  |") != std::string::npos);
  CHECK(text.find("- **Humor** (cover-letter): A light word") != std::string::npos);
}

TEST_CASE("Markdown keeps to what GitHub takes, however many documents there are") {
  const Application application = sample_application();
  const Lexicon lexicon = small_lexicon();
  const std::vector<Report> many(200, Report{&application, &lexicon, {}});
  const std::string text = writer("markdown")->write(many, {});
  CHECK(text.size() < 65'536);
  CHECK(text.find("Cut to fit into a comment") != std::string::npos);
}

TEST_CASE("a document's own Markdown and HTML come out as plain characters") {
  CHECK(markdown_text("a|b *c* [d](e) <script> &amp; `f`") ==
        "a\\|b \\*c\\* \\[d\\](e) &lt;script\\> &amp;amp; \\`f\\`");
}

TEST_CASE("a text cannot begin a list or a heading") {
  CHECK(markdown_text("1. first") == "&#49;. first");
  CHECK(markdown_text("- item") == "\\- item");
  CHECK(markdown_text("# big") == "\\#<!-- --> big");
}

TEST_CASE("nobody is called and nothing is linked") {
  CHECK(markdown_text("@team fixes #12") == "@<!-- -->team fixes \\#<!-- -->12");
  CHECK(markdown_text("www.example.com http://example.com") ==
        "www<!-- -->.example.com http:<!-- -->//example.com");
}
