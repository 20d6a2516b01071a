#include "report/html_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

TEST_CASE("Markup in a text becomes text") {
  CHECK(html_text("<script>alert(1)</script> & </style>") ==
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;/style&gt;");
  CHECK(html_text("&lt;b&gt;") == "&amp;lt;b&amp;gt;");
}

TEST_CASE("A text cannot leave a double-quoted attribute") {
  CHECK(html_text(R"(" onload="alert(1))") == "&quot; onload=&quot;alert(1)");
}

TEST_CASE("HTML text is one line without control characters, overrides or broken UTF-8") {
  CHECK(html_text("a\r\n\tb") == "a b");
  CHECK(html_text(std::string_view("a\0b", 3)) == "ab");
  CHECK(html_text("\x1B[31mred\u202Eder\u202C\u200B") == "[31mredder");
  CHECK(html_text("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("Html escapes strings, and passes numbers and Html on") {
  Html inner;
  inner.put("<b>{}</b>", "1 < 2");
  Html html;
  html.put("<p id=\"p{}\" title=\"{}\">{}</p>", 7, std::string("\"quoted\""), inner);
  CHECK(html.text() == "<p id=\"p7\" title=\"&quot;quoted&quot;\"><b>1 &lt; 2</b></p>");
}
