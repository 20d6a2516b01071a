#include "report/display.hpp"

#include <doctest/doctest.h>

using namespace rapport;

TEST_CASE("escape sequences and other control characters lose their power") {
  CHECK(printable("red \033[31mtext\a\177") == "red [31mtext");
  CHECK(printable("C1 \xC2\x9B"
                  "31m") == "C1 31m");
}

TEST_CASE("direction overrides and invisible characters are left out, emoji stay whole") {
  CHECK(printable("a\u202Eb\u2066c\u200Bd\uFEFFe\U000E0041f") == "abcdef");
  CHECK(printable("\U0001F468\u200D\U0001F33E") == "\U0001F468\u200D\U0001F33E");
}

TEST_CASE("whitespace of any kind becomes one blank") {
  CHECK(printable("a \n\t b\u00A0\u2028c\r\n") == "a b c ");
}

TEST_CASE("long stretches of plain text hide nothing that stands in or behind them") {
  CHECK(printable("Kept calm  when   guests\tcomplained ~ {ok}") ==
        "Kept calm when guests complained ~ {ok}");
  CHECK(printable("plain\u202Etext \u00A0 and\033[2J more") == "plaintext and[2J more");
  CHECK(printable("a e\u0301\u0301b c") == "a e\u0301\u0301b c");
  CHECK(printable(" \u00A0 a") == " a");
}

TEST_CASE("broken UTF-8 becomes the replacement character") {
  CHECK(printable("a\xFF"
                  "b\xE2\x80") == "a\uFFFDb\uFFFD\uFFFD");
}

TEST_CASE("a letter buried in accents keeps six") {
  std::string buried = "e";
  for (int i = 0; i < 500; ++i) buried += "\u0301";
  CHECK(printable(buried).size() == 1 + 6 * 2);
}

TEST_CASE("masking keeps the number of code points and the lines") {
  CHECK(masked("a\033b\nc\u202E") == "a\uFFFDb\nc\uFFFD");
}

TEST_CASE("width is counted in columns, not in bytes") {
  CHECK(display_width("Zoë") == 3);
  CHECK(display_width("日本") == 4);
  CHECK(fitting("日本語", 5) == "日本");
  CHECK(shortened("Zoë Example", 5) == "Zoë …");
  CHECK(shortened("Zoë", 3) == "Zoë");
  CHECK(padded("日本", 6) == "日本  ");
}
