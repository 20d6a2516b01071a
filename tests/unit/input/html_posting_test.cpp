#include "input/html_posting.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rapport;

namespace {

std::string html_of(const std::string& json) {
  return posting_html(std::vector{json});
}

}  // namespace

TEST_CASE("a posting is found in a graph, in a list and under several types") {
  const std::string expected = "<h1>Cashier</h1>";
  CHECK(html_of(R"({"@type": "JobPosting", "title": "Cashier"})") == expected);
  CHECK(html_of(R"([{"@type": "WebSite"}, {"@type": ["JobPosting"], "title": "Cashier"}])") ==
        expected);
  CHECK(html_of(R"({"@graph": [{"@type": "JobPosting", "title": "Cashier"}]})") == expected);
}

TEST_CASE("what is no posting, or no JSON, gives nothing") {
  CHECK(html_of(R"({"@type": "Recipe", "title": "Soup"})").empty());
  CHECK(html_of("{").empty());
  CHECK(html_of(std::string(200'000, '[')).empty());
  CHECK(posting_html({}).empty());
}

TEST_CASE("a description is HTML, HTML escaped once more, or plain lines") {
  const auto description = [](const std::string& text) {
    return html_of(R"({"@type": "JobPosting", "description": ")" + text + "\"}");
  };
  CHECK(description("<p>Calm</p>") == "<div><p>Calm</p></div>");
  CHECK(description("&lt;p&gt;Calm&lt;/p&gt;") == "<div><p>Calm</p>\n</div>");
  CHECK(description("a\\nb & c") ==
        "<div><div style='white-space:pre-line'>a\nb &amp; c</div></div>");
}

TEST_CASE("qualifications come under a heading, as a list where they are one") {
  CHECK(html_of(R"({"@type": "JobPosting", "qualifications": ["<b>Calm</b>", 5]})") ==
        "<h2>Qualifications</h2><div><li><b>Calm</b></li></div>");
  CHECK(html_of(R"({"@type": "JobPosting", "skills": {"a": "b"}})").empty());
}

TEST_CASE("a title is text, not markup") {
  CHECK(html_of(R"({"@type": "JobPosting", "title": "<b>R&D"})") == "<h1>&lt;b>R&amp;D</h1>");
}
