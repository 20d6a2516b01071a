#include "input/html_page.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace rapport;

namespace {

// Lines of the page with a mark for what they are: "# " a heading, "* " a list item, "| " a cell;
// an empty line stands before each paragraph but the first.
std::string shown(std::string_view html) {
  std::string text;
  for (const StoryLine& line : read_page(html).story.lines) {
    if (!text.empty()) text += line.is_first ? "\n\n" : "\n";
    if (line.heading_level > 0)
      text += std::string(static_cast<std::size_t>(line.heading_level), '#') + ' ';
    if (line.role == BlockRole::list_item) text += "* ";
    if (line.role == BlockRole::table_cell) text += "| ";
    text += line.text;
  }
  return text;
}

}  // namespace

TEST_CASE("blanks of any number and kind are one, none at the ends of a line") {
  CHECK(shown("<p>  Calmed \n\t <b> upset </b>callers  </p>") == "Calmed upset callers");
  CHECK(shown("<p>un<b>believ</b>able</p>") == "unbelievable");
  CHECK(shown("<p>a</p> \n <p>b</p>") == "a\n\nb");
}

TEST_CASE("headings, paragraphs and soup of divisions are paragraphs of their own") {
  CHECK(shown("<h1>Cashier</h1><p>one<p>two<div>three<div>four</div>five</div>") ==
        "# Cashier\n\none\n\ntwo\n\nthree\n\nfour\n\nfive");
}

TEST_CASE("list items are told, with or without end tags; their further paragraphs are none") {
  CHECK(shown("<ul><li>one<li><p>two</p><p>more</p><li>three<ul><li>nested</ul></ul>") ==
        "* one\n\n* two\n\nmore\n\n* three\n\n* nested");
}

TEST_CASE("a line break makes a line, two a paragraph") {
  CHECK(shown("<p><b>Needs</b><br>patience<br><br>humor") == "Needs\npatience\n\nhumor");
  const HtmlPage page = read_page("<p><b>Needs</b><br>patience");
  CHECK(page.story.lines.at(0).bold);
  CHECK_FALSE(page.story.lines.at(1).bold);
}

TEST_CASE("cells of a table are read one by one, lists in them as lists") {
  CHECK(shown("<table><tr><th>Shift<td>Night<tr><td><ul><li>calls</ul></table>after") ==
        "| Shift\n\n| Night\n\n* calls\n\nafter");
}

TEST_CASE("preformatted text keeps its lines, which may go on, and its blanks") {
  CHECK(shown("<pre>one\n  two\n\nthree</pre>") == "one\n  two\n\nthree");
  CHECK(read_page("<pre>one</pre>").story.lines.at(0).may_wrap);
  CHECK(shown("<div style='white-space: pre-line'>one\ntwo</div>") == "one\ntwo");
  CHECK_FALSE(read_page("<div style='white-space:pre-wrap'>a\nb</div>").story.lines.at(0).may_wrap);
}

TEST_CASE("what is no text of the page is left out") {
  CHECK(shown("<title>Jobs</title><style>p{}</style><script>if (a<b) x('</p>');</script>"
              "<nav>Home</nav><div role=navigation>Menu</div><noscript>Enable it</noscript>"
              "<template><p>t</p></template><svg><text>s</text></svg><button>Apply</button>"
              "<select><option>o</select><textarea>t</textarea><iframe>f</iframe>"
              "<div id='cookie-banner'>We value your privacy</div><p>text") == "text");
}

TEST_CASE("hidden elements are left out, by attribute and by inline style, and noticed") {
  CHECK(shown("<p hidden>a</p><p style='DISPLAY: none !important'>b</p><dialog>c</dialog>"
              "<span style='visibility:hidden'>d</span><span style='font-size:0px'>e</span>"
              "<p style='opacity:0.5'>f</p><dialog open>g</dialog>") == "f\n\ng");
  const HtmlPage page = read_page("<p>seen</p><div hidden><p>a</p><p>b</p></div>");
  REQUIRE(page.story.hidden.size() == 1);
  CHECK(page.story.hidden[0].text == "a b ");
  CHECK(page.story.hidden[0].place == Place{.paragraph = 1});
  CHECK(read_page("<p hidden> </p>").story.hidden.empty());
}

TEST_CASE("an icon is left out, a page behind an open dialog is not") {
  CHECK(shown("<p><i aria-hidden=true>expand_more</i>More</p>") == "More");
  CHECK(shown("<main aria-hidden=true><p>text</p></main><div role=dialog>Log in</div>") == "text");
}

TEST_CASE("bold and large text are told apart, in elements and in styles") {
  const HtmlPage page = read_page(
      "<p><strong>a</strong></p><p><span style='font-weight:700'>b</span></p>"
      "<p><b style='font-weight:normal'>c</b></p><p style='font-size:14pt'>d</p>"
      "<p style='font-size:16px'>e</p>");
  const auto& lines = page.story.lines;
  CHECK(lines.at(0).bold);
  CHECK(lines.at(1).bold);
  CHECK_FALSE(lines.at(2).bold);
  CHECK(lines.at(3).half_points == 28);
  CHECK(lines.at(4).half_points == 24);
}

TEST_CASE("a list item as Word writes it has its bullet taken off") {
  CHECK(shown("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
              "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Answered\n"
              "60 calls<o:p></o:p></p><p>after</p>") == "* Answered 60 calls\n\nafter");
}

TEST_CASE("entities and characters by number are what they stand for") {
  CHECK(shown("<p>R&amp;D &ndash; caf&eacute; &#8217; &#x2019; &nbsp;x &unknown; AT&T</p>") ==
        "R&D \u2013 caf\u00E9 \u2019 \u2019 \u00A0x &unknown; AT&T");
}

TEST_CASE("data for search engines is kept apart, other scripts are not kept") {
  const HtmlPage page =
      read_page("<script type='application/ld+json'>{\"a\": 1}</script><script>x</script>");
  REQUIRE(page.data.size() == 1);
  CHECK(page.data[0] == "{\"a\": 1}");
  CHECK(page.has_scripts);
}

TEST_CASE("paragraphs are counted, lines within one share its number") {
  const HtmlPage page = read_page("<p>a<br>b<p>c");
  CHECK(page.story.lines.at(1).paragraph == 1);
  CHECK(page.story.lines.at(2).paragraph == 2);
}
