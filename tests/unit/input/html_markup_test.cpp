#include "input/html_markup.hpp"

#include <doctest/doctest.h>

#include <string>

using rapport::html::prepare;

TEST_CASE("comments go, also the odd ones, and what stands behind them stays") {
  CHECK(prepare("a<!-- x > y -->b").text == "ab");
  CHECK(prepare("a<!-->b").text == "ab");
  CHECK(prepare("a<!--->b").text == "ab");
  CHECK(prepare("a<!-- open").text == "a");
  CHECK(prepare("a<!--[if mso]><p>x</p><![endif]-->b").text == "ab");
}

TEST_CASE("conditions that Word writes go, what they hold stays") {
  CHECK(prepare("<![if !supportLists]>x<![endif]>y").text == "xy");
  CHECK(prepare("<![endless").text.empty());
}

TEST_CASE("scripts are left as they are, comments and conditions in them too") {
  const std::string script = "<script>a('<!-- '); b('<![x]>')</script><p>text";
  CHECK(prepare(script).text == script);
  CHECK(prepare("<STYLE>a<!--b").text == "<STYLE>a<!--b");
}

TEST_CASE("an angle bracket in quotes ends no tag, one in text begins none") {
  CHECK(prepare("<p title='a > b' x=\"<!--\">c").text == "<p title='a > b' x=\"<!--\">c");
  CHECK(prepare("1 < 2 <").text == "1 < 2 <");
}

TEST_CASE("zeros are blanks") {
  CHECK(prepare(std::string("a\0b", 3)).text == "a b");
}

TEST_CASE("markup ends before a tag with too many attributes, however they are written") {
  const auto repeated = [](const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
  };
  CHECK_FALSE(prepare("<p " + repeated("a=1 ", 900) + ">x").is_cut);
  for (const char* attribute : {"a ", "a=1\n", "a=\"<\""}) {
    const auto bomb = prepare("<b>kept</b><p " + repeated(attribute, 1'100) + ">lost");
    CHECK(bomb.is_cut);
    CHECK(bomb.text == "<b>kept</b>");
  }
}
