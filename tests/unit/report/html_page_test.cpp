#include "report/html_page.hpp"

#include <doctest/doctest.h>

#include <string>

#include "report/base64.hpp"

using namespace rapport;

TEST_CASE("Base64 pads, and keeps zero bytes") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64(std::string_view("\0\0\0", 3)) == "AAAA");
}

TEST_CASE("A policy names a text by its SHA-256") {
  CHECK(csp_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("A page lets its own style and script pass, and nothing else") {
  const std::string page = html_page("Title", Html(), "p{}", "let a;");
  CHECK(page.find("default-src &apos;none&apos;") == std::string::npos);
  CHECK(page.find("content=\"default-src 'none'; img-src data:; style-src '" + csp_hash("p{}") +
                  "'; script-src '" + csp_hash("let a;") +
                  "'; base-uri 'none'; form-action 'none'\"") != std::string::npos);
  CHECK(page.find("<style>p{}</style>") != std::string::npos);
  CHECK(page.find("<script>let a;</script>") != std::string::npos);
  CHECK(page.find("unsafe") == std::string::npos);
}

TEST_CASE("A page without a script allows none") {
  const std::string page = html_page("Title", Html(), "p{}");
  CHECK(page.find("script") == std::string::npos);
}

TEST_CASE("A page's title is escaped") {
  CHECK(html_page("</title><script>", Html(), "").find("</title><script>") == std::string::npos);
}

TEST_CASE("The style and script that come with the program do not end their elements") {
  REQUIRE(html_assets().size() >= 2);
  for (const EmbeddedFile& file : html_assets()) {
    CAPTURE(file.name);
    CHECK_FALSE(file.text.empty());
    CHECK(file.text.find("</") == std::string_view::npos);
    CHECK(file.text.find('\r') == std::string_view::npos);
  }
  CHECK_FALSE(html_asset("report.css").empty());
  CHECK_FALSE(html_asset("report.js").empty());
  CHECK(html_asset("none.css").empty());
}
