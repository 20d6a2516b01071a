#include "pdf/quality.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapport;

namespace {

std::vector<std::vector<PrintedLine>> page_of(const std::string& text, int times = 1) {
  PrintedLine line;
  for (int i = 0; i < times; ++i) line.text += text + ' ';
  for (std::size_t begin = 0; begin < line.text.size();) {
    const std::size_t end = line.text.find(' ', begin);
    if (end > begin) line.words.push_back({.begin = begin, .end = end});
    begin = end + 1;
  }
  return {{line}};
}

}  // namespace

TEST_CASE("text is good, in any script") {
  CHECK(quality_of(page_of("Calmed anxious patients", 30)) == TextQuality::good);
  CHECK(quality_of(page_of("我在客户服务部门工作了八年并且解决了许多投诉我在客户服务部门工作",
                           30)) == TextQuality::good);
}

TEST_CASE("an address is no sign of lost blanks") {
  CHECK(quality_of(page_of("Portfolio https://example.com/" + std::string(300, 'a'))) ==
        TextQuality::good);
}

TEST_CASE("a scanner's stamp is no text") {
  CHECK(quality_of(page_of("Scanned by CamScanner")) == TextQuality::none);
  CHECK(quality_of({}) == TextQuality::none);
}

TEST_CASE("glyphs that stand for nothing are unreadable") {
  CHECK(quality_of(page_of("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 10)) == TextQuality::unreadable);
  CHECK(quality_of(page_of("\x01\x02\x03\x04", 10)) == TextQuality::unreadable);
  CHECK(quality_of(page_of("!\"#$%&'()*+,-./", 10)) == TextQuality::unreadable);
  CHECK(quality_of(page_of("words and words \xEF\xBF\xBD\xEF\xBF\xBD", 10)) ==
        TextQuality::partly_unreadable);
}

TEST_CASE("bullets in private codes are few and do not make a text unreadable") {
  CHECK(quality_of(page_of("\xEF\x82\xB7 Calmed anxious patients", 20)) == TextQuality::good);
}

TEST_CASE("lost blanks and shattered words are told") {
  CHECK(quality_of(page_of(std::string(200, 'a'))) == TextQuality::glued);
  CHECK(quality_of(page_of("C a l m e d", 20)) == TextQuality::shattered);
}

TEST_CASE("a heading in glyphs without meaning is found among readable lines, icons are not") {
  const auto line = [](const std::string& text) {
    PrintedLine printed;
    printed.text = text;
    return printed;
  };
  const std::string glyphs = "\uE001\uE002\uE003\uE004\uE005\uE006";
  const std::vector<PrintedLine> page = {line("Jane Example"), line("\uF095 555-0101 \uF0E0"),
                                         line(glyphs), line("Calmed upset guests")};
  CHECK(unreadable_line(page) == &page[2]);
  const PrintedLine stars = line("\uE001\uE001\uE001\uE001\uE002");
  const std::vector<PrintedLine> fine = {page[0], page[1], page[3], stars};
  CHECK(unreadable_line(fine) == nullptr);
}
