#include "input/pdf.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "../pdf/pdf_builder.hpp"

#if defined(__SANITIZE_ADDRESS__)
// fontconfig, which poppler asks for fonts that are not embedded, never gives back its tables.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}
#endif

using namespace rapport;
using namespace rapport::test;

namespace {

Result<Extracted> read_pdf(std::string bytes) {
  return pdf_reader().read({.name = "cv.pdf", .bytes = std::move(bytes)});
}

std::string slice(const Extracted& extracted, const Block& block) {
  return extracted.text.substr(block.begin, block.end - block.begin);
}

}  // namespace

TEST_CASE("a page becomes one block a line, with its place and its look") {
  const auto read = read_pdf(pdf_of({resume_page}));
  REQUIRE(read);
  CHECK(read->format == "pdf");
  CHECK(read->text ==
        "Experience\nHarbor Coffee\t2016 - 2019\n• Calmed upset guests at the counter and\n"
        "offered each of them a way out.");
  REQUIRE(read->blocks.size() == 4);
  CHECK(read->blocks[0].emphasised);
  CHECK(read->blocks[0].starts_paragraph);
  CHECK(read->blocks[2].role == BlockRole::list_item);
  CHECK_FALSE(read->blocks[3].starts_paragraph);
  CHECK(read->blocks[3].may_wrap);
  CHECK(read->blocks[3].place.page == 1);
  CHECK(read->blocks[3].place.line == 4);
  REQUIRE(read->blocks[3].place.box);
  CHECK(read->blocks[3].place.box->left == doctest::Approx(60));
  CHECK(read->blocks[3].place.box->bottom > 792 - 674);
  REQUIRE(read->pages.size() == 1);
  CHECK(read->pages[0].width == doctest::Approx(612));
  CHECK(read->findings.empty());
}

TEST_CASE("words cover the text of their blocks, in order") {
  const auto read = read_pdf(pdf_of({resume_page}));
  REQUIRE(read);
  REQUIRE(read->words.size() == 21);
  CHECK(read->text.substr(read->words[1].begin, 6) == "Harbor");
  CHECK(read->words[1].page == 1);
  CHECK(std::is_sorted(read->words.begin(), read->words.end(),
                       [](const Word& a, const Word& b) { return a.end <= b.begin; }));
}

TEST_CASE("a sentence may go on at the top of the next page, past a page number") {
  const std::string more = at(50, 700, "which kept all of them coming back for years");
  const auto read = read_pdf(
      pdf_of({at(50, 60, "Calmed upset guests at the counter every day,") + at(300, 20, "1"),
              more + at(50, 688, "and brought in friends.") + at(300, 20, "2")}));
  REQUIRE(read);
  REQUIRE(read->blocks.size() == 5);
  CHECK(read->blocks[1].role == BlockRole::footer);
  CHECK(slice(*read, read->blocks[2]).starts_with("which kept"));
  CHECK_FALSE(read->blocks[2].starts_paragraph);
}

TEST_CASE("a PDF is recognised by its content, and by its name when that says nothing") {
  const Reader& reader = pdf_reader();
  CHECK(reader.recognise({"cv.doc", "junk\n%PDF-1.4"}) == Recognition::by_content);
  CHECK(reader.recognise({"CV.PDF", "PK\x03\x04"}) == Recognition::by_name);
  CHECK(reader.recognise({"cv.txt", "About the %PDF format"}) == Recognition::no);
  CHECK(reader.recognise({"cv.txt", std::string(2000, ' ') + "%PDF-1.4"}) == Recognition::no);
}

TEST_CASE("what is no PDF, or half of one, is damaged") {
  for (const std::string& bytes :
       {std::string(), std::string("%PDF-1.4"), std::string("<html>log in</html>"), pdf_of({}),
        pdf_of({resume_page}).substr(0, 300)}) {
    const auto read = read_pdf(bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::input);
    CHECK(read.error().subject == "cv.pdf");
    CHECK(read.error().message.find("damaged") != std::string::npos);
    CHECK_FALSE(read.error().remedy.empty());
  }
}

TEST_CASE("pages of images alone are told apart from an empty resume") {
  for (const std::string& content :
       {std::string("0 0 100 100 re f"), at(200, 20, "Scanned with CamScanner")}) {
    const auto read = read_pdf(pdf_of({content}));
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("applicant-tracking") != std::string::npos);
    CHECK(read.error().remedy.find("OCR") != std::string::npos);
  }
}

TEST_CASE("a page without text among others is a finding") {
  const auto read = read_pdf(pdf_of({resume_page, "0 0 100 100 re f"}));
  REQUIRE(read);
  REQUIRE(read->findings.size() == 1);
  CHECK(read->findings[0].id == "page-without-text");
  CHECK(read->findings[0].place.page == 2);
}

TEST_CASE("a heading spaced out letter by letter is put together and told") {
  const auto read = read_pdf(pdf_of({at(50, 740, "E X P E R I E N C E", "G 14") + resume_page}));
  REQUIRE(read);
  CHECK(read->text.starts_with("EXPERIENCE\n"));
  REQUIRE(read->findings.size() == 1);
  CHECK(read->findings[0].id == "letter-spaced-text");
}

TEST_CASE("too many pages are cut off, and a finding says so") {
  const auto read = read_pdf(pdf_of(std::vector<std::string>(70, resume_page)));
  REQUIRE(read);
  CHECK(read->pages.size() == 60);
  REQUIRE(read->findings.size() == 1);
  CHECK(read->findings[0].id == "truncated");
}

TEST_CASE("several threads may read at once") {
  const std::string bytes = pdf_of({resume_page});
  const auto expected = read_pdf(bytes);
  REQUIRE(expected);
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::string& text : texts) {
    threads.emplace_back([&] {
      if (const auto read = read_pdf(bytes)) text = read->text;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) CHECK(text == expected->text);
}

TEST_CASE("pages are drawn as PNG, in their own proportions and of a modest size") {
  const Input input{.name = "cv.pdf", .bytes = pdf_of({resume_page, ""})};
  const auto images = draw(input);
  REQUIRE(images);
  REQUIRE(images->size() == 2);
  const PageImage& first = images->front();
  CHECK(first.width > 800);
  CHECK(first.height * 612 == doctest::Approx(first.width * 792).epsilon(0.01));
  CHECK(first.png.starts_with("\x89PNG"));
  CHECK(first.png.size() > images->back().png.size());
  CHECK(first.png.size() < 20'000);
}

TEST_CASE(
    "a font that the file does not hold is found when the page is drawn, also after reading") {
  const auto png = [](const std::string& content) {
    const Input input{.name = "cv.pdf", .bytes = pdf_of({content})};
    (void)read(input);
    const auto images = draw(input);
    REQUIRE(images);
    REQUIRE(images->size() == 1);
    return images->front().png.size();
  };
  CHECK(png(resume_page) > 2 * png("0 0 m"));
}

TEST_CASE("a page of a mile is drawn small, and no file is drawn past its first pages") {
  std::string mile = pdf_of({resume_page});
  const std::string box = "[0 0 612 792]";
  mile.replace(mile.find(box), box.size(), "[0 0 14400 14400]");
  const auto images = draw({.name = "cv.pdf", .bytes = mile});
  REQUIRE(images);
  CHECK(images->front().width > 100);
  CHECK(images->front().width * images->front().height < 5'000'000);
  const auto many =
      draw({.name = "cv.pdf", .bytes = pdf_of(std::vector<std::string>(70, resume_page))});
  REQUIRE(many);
  CHECK(many->size() < 70);
}

TEST_CASE("what cannot be opened is not drawn, and what has no pages has no pictures") {
  CHECK_FALSE(draw({.name = "cv.pdf", .bytes = "%PDF-1.4 and nothing more"}));
  const auto text = draw({.name = "cv.txt", .bytes = "Calm under pressure"});
  REQUIRE(text);
  CHECK(text->empty());
}
