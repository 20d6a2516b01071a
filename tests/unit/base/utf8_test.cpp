#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace rapport;

TEST_CASE("decoding walks over good and bad bytes alike and never stands still") {
  const std::string text = "a\xC3\xA9\xFF\xE2\x82";
  CHECK(utf8::decode(text, 0).code == U'a');
  CHECK(utf8::decode(text, 1).code == U'é');
  CHECK(utf8::decode(text, 1).length == 2);
  CHECK_FALSE(utf8::decode(text, 3).valid);
  CHECK(utf8::decode(text, 4).length == 1);
  CHECK(utf8::count(text) == 5);
}

TEST_CASE("decoding backwards gives the character that ends there") {
  const std::string text = "x\xE2\x80\xA2";
  CHECK(utf8::decode_before(text, 4).code == U'•');
  CHECK(utf8::decode_before(text, 1).code == U'x');
  CHECK_FALSE(utf8::decode_before("\xA2", 1).valid);
}

TEST_CASE("surrogates and overlong forms are no UTF-8") {
  CHECK_FALSE(utf8::is_valid("\xED\xA0\x80"));
  CHECK_FALSE(utf8::is_valid("\xC0\xAF"));
  CHECK(utf8::is_valid("na\xC3\xAFve"));
}

TEST_CASE("each bad byte is replaced by one replacement character") {
  CHECK(utf8::replace_invalid("a\xFF\xFE") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("words are made of letters, marks and numbers of any script") {
  CHECK(utf8::is_word(U'ë'));
  CHECK(utf8::is_word(U'٣'));
  CHECK(utf8::is_word(0x0301));
  CHECK_FALSE(utf8::is_word(U'-'));
  CHECK_FALSE(utf8::is_letter(U'3'));
  CHECK(utf8::is_digit(U'3'));
}

TEST_CASE("width counts columns: wide characters twice, combining marks not at all") {
  CHECK(utf8::width("abc") == 3);
  CHECK(utf8::width("e\xCC\x81") == 1);
  CHECK(utf8::width("\xE6\xBC\xA2") == 2);
}

TEST_CASE("lower case works beyond ASCII") {
  CHECK(utf8::lower("ZOË") == "zoë");
}
