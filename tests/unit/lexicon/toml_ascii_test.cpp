#include "lexicon/toml_ascii.hpp"

#include <doctest/doctest.h>

using rapport::stray_character;

TEST_CASE("strings and comments may hold any character") {
  CHECK_FALSE(
      stray_character("a = \"é\" # é\nb = 'é'\nc = \"\"\"\"é\"\n\\\"\"\"é\"\"\"\nd = '''é'''"));
  CHECK_FALSE(stray_character("a = \"\\\"é\""));
  CHECK_FALSE(stray_character("a = '\\' # é"));
  CHECK_FALSE(stray_character("\"é\" = 1"));
  CHECK_FALSE(
      stray_character("\xEF\xBB\xBF"
                      "a = 1"));
  CHECK_FALSE(stray_character(""));
}

TEST_CASE("elsewhere the first that is not ASCII is found") {
  CHECK(stray_character("é = 1") == 0);
  CHECK(stray_character("a = 'b' \xC2\xA0") == 8);
  CHECK(stray_character("a = \"\"\"b\"\"\"\"\" ¤") == 14);
  CHECK(stray_character("a = \"\"\"b\\é\"\"\"") == 9);
  CHECK(stray_character("a = \"\"\"\\\n  é\"\"\"") == 11);
  CHECK(stray_character("a = 0\"é\"") == 6);
  CHECK(stray_character("a = \"never closed\n¤") == 18);
}
