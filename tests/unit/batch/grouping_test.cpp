#include "batch/grouping.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "batch/name_words.hpp"

using namespace rapport;

namespace {

std::vector<FoundFile> below(const std::string& root, const std::vector<std::string>& paths) {
  std::vector<FoundFile> files;
  for (const std::string& path : paths) files.push_back({.path = root + '/' + path, .root = root});
  return files;
}

using Groups = std::map<std::string, std::size_t>;

Groups groups(const char* how, const std::vector<FoundFile>& files) {
  auto grouping = Grouping::make(how, files);
  REQUIRE(grouping);
  Groups sizes;
  for (const ApplicationFiles& application : group_files(files, *grouping))
    sizes[application.name] = application.paths.size();
  return sizes;
}

std::string rule_for(const std::vector<FoundFile>& files) {
  return std::string(Grouping::make("auto", files)->rule());
}

}  // namespace

TEST_CASE("the words of a file's name tell whose it is and what") {
  const auto check = [](const char* file, const char* name, bool resume, bool letter) {
    CAPTURE(file);
    const NameWords words = name_words(file);
    CHECK(words.name == name);
    CHECK(words.resume == resume);
    CHECK(words.letter == letter);
  };
  check("name-resume.pdf", "name", true, false);
  check("name-letter.docx", "name", false, true);
  check("Smith_CV.pdf", "smith", true, false);
  check("smith cover letter.docx", "smith", false, true);
  check("resume-smith.pdf", "smith", true, false);
  check("SMITH.RESUME.PDF", "smith", true, false);
  check("JaneDoeResume.pdf", "jane-doe", true, false);
  check("JaneDoeCV.pdf", "jane-doe", true, false);
  check("Jane Doe - Cover Letter (final).docx", "jane-doe", false, true);
  check("janedoe_coverletter.odt", "janedoe", false, true);
  check("McDonald-resume.pdf", "mcdonald", true, false);
  check("mcdonald_letter_of_interest.pdf", "mcdonald", false, true);
  check("O'Brien Résumé.pdf", "o'brien", true, false);
  check("Jose\xCC\x81 Re\xCC\x81sume\xCC\x81.pdf", "josé", true, false);
  check("Smith CL.pdf", "smith", false, true);
  check("Anna Curriculum Vitae.pdf", "anna", true, false);
  check("resume.pdf", "", true, false);
  check("Cover Letter.docx", "", false, true);
  check("smith.pdf", "smith", false, false);
  check("smith", "smith", false, false);
  check("張偉_resume.pdf", "張偉", true, false);
}

TEST_CASE("names that differ in a figure or in a byte are different people") {
  CHECK(name_words("applicant-2001-resume.pdf").name == "applicant-2001");
  CHECK(name_words("resume (1).pdf").name != name_words("resume (2).pdf").name);
  CHECK(name_words("M\xFCller.pdf").name != name_words("M\xE9ller.pdf").name);
  CHECK(name_words("Covert.pdf").name == "covert");
  CHECK(name_words("Letterman resume.pdf").name == "letterman");
}

TEST_CASE("by folder, a folder that holds documents is an applicant") {
  const auto files = below("in", {"smith/cv.pdf", "smith/letter.docx", "b/jones/cv.pdf", "x.pdf"});
  CHECK(groups("folder", files) == Groups{{"smith", 2}, {"b/jones", 1}, {"in", 1}});
}

TEST_CASE("by prefix, names count without what they say of the kind, folder by folder") {
  const auto files = below("in", {"Smith_CV.pdf", "smith cover letter.docx", "jones.pdf",
                                  "late/smith-resume.pdf", "doe/resume.pdf", "doe/letter.pdf"});
  CHECK(groups("prefix", files) ==
        Groups{{"smith", 2}, {"jones", 1}, {"late/smith", 1}, {"doe", 2}});
}

TEST_CASE("by none, each file is an application") {
  const auto files = below("in", {"a/cv.pdf", "a/letter.pdf"});
  CHECK(groups("none", files) == Groups{{"a/cv.pdf", 1}, {"a/letter.pdf", 1}});
}

TEST_CASE("by an expression, the first group or the whole match is the name") {
  const auto files = below("in", {"2024-123456-cv.pdf", "letters/2024-123456.pdf", "other.pdf"});
  CHECK(groups("-([0-9]{6})", files) == Groups{{"123456", 2}, {"other.pdf", 1}});
  CHECK(groups("[0-9]{6}", files) == Groups{{"123456", 2}, {"other.pdf", 1}});
  const auto wrong = Grouping::make("([0-9]", files);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().kind == ErrorKind::usage);
  CHECK(wrong.error().subject == "([0-9]");
}

TEST_CASE("names of several roots begin with what tells the roots apart") {
  auto files = below("a/in", {"smith.pdf"});
  const auto others = below("b/in", {"smith.pdf"});
  CHECK(groups("prefix", files) == Groups{{"smith", 1}});
  files.insert(files.end(), others.begin(), others.end());
  CHECK(groups("prefix", files) == Groups{{"a/in/smith", 1}, {"b/in/smith", 1}});
  files.push_back({.path = "smith.pdf"});
  CHECK(groups("prefix", files).size() == 3);
}

TEST_CASE("folders that are named one by one are applicants") {
  auto files = below("in/smith", {"cv.pdf", "letter.pdf"});
  const auto others = below("in/jones", {"resume.pdf"});
  files.insert(files.end(), others.begin(), others.end());
  CHECK(groups("auto", files) == Groups{{"smith", 2}, {"jones", 1}});
}

TEST_CASE("auto is by folder where most folders could be one applicant's") {
  CHECK(rule_for(below("in", {"a/cv.pdf", "a/letter.pdf", "b/resume.pdf", "c/x.pdf"})) == "folder");
  CHECK(rule_for(below("in", {"a-cv.pdf", "a-letter.pdf", "b.pdf"})) == "prefix");
  CHECK(rule_for(below("in", {"spring/a.pdf", "spring/b.pdf", "fall/c.pdf", "fall/d.pdf"})) ==
        "prefix");
  CHECK(rule_for(below("in", {"spring/a-cv.pdf", "spring/b-cv.pdf"})) == "prefix");
  CHECK(rule_for({}) == "prefix");
  const auto loose = below("in", {"a/cv.pdf", "b/cv.pdf", "late-cv.pdf", "later-cv.pdf"});
  CHECK(groups("auto", loose) == Groups{{"a", 1}, {"b", 1}, {"late", 1}, {"later", 1}});
  CHECK(Grouping::make("auto", loose)->why() ==
        "each folder is an application: 2 of 2 folders hold what could be one application");
}

TEST_CASE("files that were named outright keep their folders in their names") {
  const std::vector<FoundFile> files{{.path = "/data/smith/cv.pdf"}, {.path = "jones-cv.pdf"}};
  CHECK(groups("folder", files) == Groups{{"data/smith", 1}, {"jones", 1}});
  CHECK(groups("prefix", files) == Groups{{"data/smith", 1}, {"jones", 1}});
}

TEST_CASE("more documents than an application has are told, with what to do") {
  ApplicationFiles application{.name = "class", .paths = std::vector<std::string>(12, "x")};
  CHECK_FALSE(overcrowded(application));
  application.paths.emplace_back("y");
  CHECK(overcrowded(application)->to_string() ==
        "class: 13 documents are no single application (choose another --group-by)");
}
