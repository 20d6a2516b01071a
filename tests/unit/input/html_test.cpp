#include "input/html.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

using namespace rapport;

namespace {

Result<Extracted> read_page_file(std::string bytes, std::string name = "posting.html") {
  return html_reader().read({.name = std::move(name), .bytes = std::move(bytes)});
}

Extracted page_ok(std::string bytes) {
  auto result = read_page_file(std::move(bytes));
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().to_string()));
  return std::move(*result);
}

std::string page_error(std::string bytes) {
  const auto result = read_page_file(std::move(bytes));
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().subject == "posting.html");
  CHECK_FALSE(result.error().remedy.empty());
  return result.error().message;
}

bool has(const Extracted& extracted, std::string_view id) {
  return std::ranges::find(extracted.findings, id, &Finding::id) != extracted.findings.end();
}

Recognition recognise(std::string name, std::string bytes) {
  return html_reader().recognise({.name = std::move(name), .bytes = std::move(bytes)});
}

std::string format_of(std::string name, std::string bytes) {
  const auto any = read({.name = std::move(name), .bytes = std::move(bytes)});
  return any ? any->format : any.error().message;
}

}  // namespace

TEST_CASE("a page is known by how it begins, whatever its name") {
  CHECK(recognise("-", "<!DOCTYPE html><p>a</p>") == Recognition::by_content);
  CHECK(recognise("a.txt", " \n<HTML><body>a") == Recognition::by_content);
  CHECK(recognise("a", "<!-- saved from url=(0020)x --><html>") == Recognition::by_content);
  CHECK(recognise("a", "<?xml version='1.0'?><html xmlns='x'>") == Recognition::by_content);
  CHECK(recognise("-", "<div>\n<p>a</p></div>") == Recognition::by_content);
  CHECK(recognise("a", "<?xml version='1.0'?><note/>") == Recognition::no);
  CHECK(recognise("a.txt", "<5 years of experience") == Recognition::no);
}

TEST_CASE(
    "Markdown that begins with an element, and text that is called a page, stay what they are") {
  CHECK(format_of("resume.md", "<p align=\"center\">Jane</p>\n\n# Skills") == "text");
  CHECK(format_of("resume.html", "Jane Example\nno markup at all") == "text");
  CHECK(format_of("resume.htm", "Jane <b>Example</b>") == "html");
}

TEST_CASE("a web archive is refused by what it is") {
  CHECK(format_of("a.mhtml", "From: <Saved by Blink>\nContent-Type: multipart/related;") ==
        "is a web archive, which is not read");
}

TEST_CASE("the encoding is the declared one, unless the bytes are UTF-8 all the same") {
  CHECK(page_ok("<meta charset=\"utf-8\"><p>caf\xC3\xA9</p>").text == "caf\u00E9");
  CHECK(page_ok("<meta charset=windows-1252><p>caf\xC3\xA9</p>").text == "caf\u00E9");
  CHECK(page_ok("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>"
                "<p>\x93"
                "caf\xE9\x94</p>")
            .text == "\u201Ccaf\u00E9\u201D");
  CHECK(page_ok("<?xml version='1.0' encoding='ISO-8859-2'?><html><p>\xB3\xF3\x64\xBC</p></html>")
            .text == "\u0142\u00F3d\u017A");
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<p>a</p>")) utf16.append({c, '\0'});
  CHECK(page_ok(utf16).text == "a");
}

TEST_CASE("an encoding that is nowhere declared is guessed, and the user is told") {
  const Extracted guessed = page_ok("<p>caf\xE9</p>");
  CHECK(guessed.text == "caf\u00E9");
  CHECK(has(guessed, "guessed-encoding"));
  CHECK(page_ok("<meta charset=\"../../evil\"><p>caf\xE9</p>").text == "caf\u00E9");
}

TEST_CASE("a page without text is an error that says why") {
  CHECK(page_error("<html><body><p> &nbsp; </p></body></html>") == "has no text");
  CHECK(page_error("<html><body><img src=x></body></html>") == "has no text, only images");
  CHECK(page_error("<html><body><div id=app></div><script>run()</script></body></html>") ==
        "holds no text: what the page shows is drawn by scripts");
}

TEST_CASE("a posting that scripts would draw is read from the page's data, and only then") {
  const std::string data =
      "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Cashier\", "
      "\"description\": \"<p>Greet guests, calm callers.</p>\"}</script>";
  const Extracted drawn = page_ok("<body><div>Loading</div>" + data + "</body>");
  CHECK(drawn.text == "Cashier\nGreet guests, calm callers.");
  CHECK(has(drawn, "text-from-data"));
  std::string words;
  for (int i = 0; i < 50; ++i) words += "visible ";
  const Extracted shown = page_ok("<body><p>" + words + "</p>" + data + "</body>");
  CHECK(shown.text.starts_with("visible"));
  CHECK_FALSE(has(shown, "text-from-data"));
}

TEST_CASE("what is hidden on a page is left out with a note, no more: it is usual there") {
  const Extracted page = page_ok("<p>seen</p><p hidden>unseen</p>");
  CHECK(page.text == "seen");
  REQUIRE(has(page, "hidden-text"));
  CHECK(page.findings[0].severity == Severity::note);
}

TEST_CASE("a page beyond all bounds is refused, or read as far as it goes") {
  std::string deep = "<p>before</p>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const Extracted cut = page_ok(deep + "inner");
  CHECK(cut.text == "before");
  CHECK(has(cut, "damaged-part"));
  std::string items;
  for (int i = 0; i < 100'001; ++i) items += "<li>x";
  CHECK(page_error(items) == "holds far more than a resume or a letter");
}
