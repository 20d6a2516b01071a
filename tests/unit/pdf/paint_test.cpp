#include "pdf/paint.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "pdf_builder.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// Without the transparent state that pdf_of() declares for those who use it.
std::string plain(const std::string& content) {
  std::string pdf = pdf_of({content});
  const std::string state = "/ExtGState<</T<</ca 0>>>>";
  pdf.erase(pdf.find(state), state.size());
  return pdf;
}

bool may_hide(const std::string& content) {
  return scan_paint(plain(content)).may_hide;
}

std::string sample(const std::string& name) {
  const auto path = std::filesystem::path(RAPPORT_SOURCE_DIR) / "samples" / name;
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("an ordinary page need not be drawn, whatever its own colours") {
  CHECK_FALSE(may_hide(resume_page));
  CHECK_FALSE(may_hide("0.2 0.3 0.5 rg\n" + resume_page));
  CHECK_FALSE(may_hide("1 g 0 0 612 792 re f 0 g\n" + resume_page));
  CHECK_FALSE(may_hide("0.1 0.2 0.5 rg 0 700 612 92 re f 0 g\n" + resume_page));
  CHECK_FALSE(may_hide(resume_page + "0 g 50 500 400 0.8 re f\n"));
  CHECK_FALSE(may_hide("(a \\) string with 1 g in it) pop\n" + resume_page));
}

TEST_CASE("text in the colour of the paper or of a filled area is reason to look") {
  CHECK(may_hide("1 g\n" + resume_page));
  CHECK(may_hide("0.9 0.95 0.9 rg\n" + resume_page));
  CHECK(may_hide("0.1 0.2 0.5 rg 0 0 612 792 re f\n" + resume_page));
}

TEST_CASE("so are invisible modes, patterns, gradients, transparency and areas over text") {
  CHECK(may_hide("BT 3 Tr /F 9 Tf (x) Tj ET"));
  CHECK(scan_paint(plain("BT 3 Tr /F 9 Tf (x) Tj ET")).only_invisible);
  CHECK_FALSE(scan_paint(plain(resume_page + "BT 3 Tr /F 9 Tf (x) Tj ET")).only_invisible);
  CHECK(may_hide("/Pattern cs /P0 scn\n" + resume_page));
  CHECK(may_hide("/S0 sh\n" + resume_page));
  CHECK(may_hide(resume_page + "0.5 g 0 0 600 100 re f\n"));
  CHECK(scan_paint(pdf_of({resume_page})).may_hide);
}

TEST_CASE("what cannot be looked into is reason to look") {
  CHECK(scan_paint(plain(resume_page) + "trailer<</Encrypt 9 0 R>>").may_hide);
  CHECK(scan_paint(plain(resume_page) +
                   "9 0 obj<</Filter/ASCII85Decode/Length 4>>stream\nabcd\nendstream endobj")
            .may_hide);
}

TEST_CASE("real files of three producers: those with white words are drawn, plain ones are not") {
  for (const char* name : {"call-center-agent/resume.pdf", "hotel-front-desk/resume.pdf",
                           "retail-associate/cover-letter.pdf"}) {
    INFO(name);
    CHECK_FALSE(scan_paint(sample(name)).may_hide);
  }
  CHECK(scan_paint(sample("hidden-text/stuffed.pdf")).may_hide);
  CHECK(scan_paint(sample("hidden-text/clean.pdf")).may_hide);
}

TEST_CASE("a picture of a page is large, and no bytes are no trouble") {
  CHECK(scan_paint("9 0 obj<</Subtype/Image/Width 1200/Height 1600>>stream\n").has_large_picture);
  CHECK_FALSE(
      scan_paint("9 0 obj<</Subtype/Image/Width 200/Height 300>>stream\n").has_large_picture);
  CHECK_FALSE(scan_paint("").may_hide);
}
