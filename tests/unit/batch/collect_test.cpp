#include "batch/collect.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "batch/path_pattern.hpp"
#include "scratch.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

// Paths below the scratch folder's own.
std::vector<std::string> found(const Scratch& scratch, const CollectOptions& options = {}) {
  std::vector<std::string> paths;
  for (const FoundFile& file : collect_files({scratch.path()}, options).files) {
    CHECK(file.root == scratch.path());
    paths.push_back(file.path.substr(scratch.path().size() + 1));
  }
  return paths;
}

using Paths = std::vector<std::string>;

bool holds(const char* pattern, const char* path) {
  return PathPattern(pattern).covers(path_parts(path));
}

}  // namespace

TEST_CASE("folders are walked in order, without hidden files and the locks of word processors") {
  const Scratch scratch;
  for (const char* name : {"b/cv.pdf", "a.pdf", "b/c/d/letter.docx", ".hidden", ".git/config",
                           "b/~$letter.docx", "b/.~lock.letter.docx#"})
    scratch.file(name);
  CHECK(found(scratch) == Paths{"a.pdf", "b/c/d/letter.docx", "b/cv.pdf"});
}

TEST_CASE("a file that is named in several ways is there once") {
  const Scratch scratch;
  const std::string file = scratch.file("in/cv.pdf");
  const auto collected =
      collect_files({scratch / "in//./cv.pdf", scratch / "in/", scratch / "./in", file});
  REQUIRE(collected.files.size() == 1);
  CHECK(collected.files[0] == FoundFile{.path = file, .root = scratch / "in"});
  CHECK(collect_files({"-"}).files[0].path == "-");
  CHECK(collect_files({"./-"}).files[0].path == "./-");
}

TEST_CASE("what is named outright is taken whatever the patterns say, and told when it is read") {
  const Scratch scratch;
  const std::string file = scratch.file("cv.txt");
  const CollectOptions options{.include = {"*.pdf"}, .exclude = {"cv.*"}};
  const auto collected = collect_files({file, scratch / "nowhere.pdf"}, options);
  REQUIRE(collected.files.size() == 2);
  CHECK(collected.files[0].root.empty());
  CHECK(collected.errors.empty());
}

TEST_CASE("patterns choose files, and leave out whole folders") {
  const Scratch scratch;
  for (const char* name :
       {"a/cv.PDF", "a/cv.docx", "a/drafts/cv.pdf", "b/drafts/x/cv.pdf", "b/old.pdf", "drafts.pdf"})
    scratch.file(name);
  CHECK(found(scratch, {.include = {"*.pdf"}, .exclude = {"drafts/"}}) ==
        Paths{"a/cv.PDF", "b/old.pdf", "drafts.pdf"});
  CHECK(found(scratch, {.include = {"a/*"}}) == Paths{"a/cv.PDF", "a/cv.docx", "a/drafts/cv.pdf"});
  CHECK(found(scratch, {.include = {"a/*", "old.pdf"}, .exclude = {"a/**/cv.pdf"}}) ==
        Paths{"a/cv.docx", "b/old.pdf"});
}

TEST_CASE("patterns mean what they mean in .gitignore") {
  CHECK(holds("*.pdf", "a/b/cv.pdf"));
  CHECK(holds("/*.pdf", "cv.pdf"));
  CHECK_FALSE(holds("/*.pdf", "a/cv.pdf"));
  CHECK_FALSE(holds("a/*.pdf", "a/b/cv.pdf"));
  CHECK(holds("a/**/*.pdf", "a/cv.pdf"));
  CHECK(holds("a/**/*.pdf", "a/b/c/cv.pdf"));
  CHECK(holds("**/b", "a/b/cv.pdf"));
  CHECK(holds("b/", "a/b/cv.pdf"));
  CHECK_FALSE(holds("b/", "a/b"));
  CHECK(holds("cv-[0-9].pdf", "cv-7.pdf"));
  CHECK_FALSE(holds("cv", "cv.pdf"));
  CHECK_FALSE(holds("", "cv.pdf"));
}

TEST_CASE("no pattern is slow, however many folders it may span") {
  std::string pattern, path;
  for (int i = 0; i < 200; ++i) pattern += "**/a/", path += "a/";
  CHECK_FALSE(holds((pattern + "b").c_str(), (path + "c").c_str()));
}

TEST_CASE("links are not followed unless that is wished, and then no folder twice") {
  const Scratch scratch;
  scratch.file("in/a/cv.pdf");
  scratch.file("out/far.pdf");
  std::filesystem::create_directory_symlink("..", scratch / "in/a/loop");
  std::filesystem::create_directory_symlink(scratch / "out", scratch / "in/out");
  std::filesystem::create_symlink("a/cv.pdf", scratch / "in/link.pdf");
  std::filesystem::create_symlink("nowhere", scratch / "in/broken.pdf");
  const auto strict = collect_files({scratch / "in"});
  CHECK(strict.files.size() == 1);
  CHECK(strict.links == 3);
  const auto all = collect_files({scratch / "in"}, {.follow_links = true});
  Paths paths;
  for (const FoundFile& file : all.files) paths.push_back(file.path);
  CHECK(paths ==
        Paths{scratch / "in/a/cv.pdf", scratch / "in/link.pdf", scratch / "in/out/far.pdf"});
  // A link that is named outright is meant.
  CHECK(collect_files({scratch / "in/out"}).files.size() == 1);
}

TEST_CASE("pipes and devices in folders are no documents") {
  const Scratch scratch;
  scratch.file("cv.pdf");
  REQUIRE(::mkfifo((scratch / "pipe.pdf").c_str(), 0600) == 0);
  CHECK(found(scratch) == Paths{"cv.pdf"});
}

TEST_CASE("a folder that may not be read is an error, and the others are walked") {
  const Scratch scratch;
  scratch.file("shut/cv.pdf");
  scratch.file("z/cv.pdf");
  std::filesystem::permissions(scratch.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(scratch / "shut", std::filesystem::perms(0));
  const pid_t child = ::fork();
  if (child == 0) {
    if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
    const auto collected = collect_files({scratch.path()});
    const bool told =
        collected.errors.size() == 1 &&
        collected.errors[0].to_string() ==
            scratch / "shut" + ": cannot be read: Permission denied (check its permissions)";
    ::_exit(told && collected.files.size() == 1 ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  std::filesystem::permissions(scratch / "shut", std::filesystem::perms(0755));
}

TEST_CASE("a list of files is parted by NUL where there is one, otherwise by lines") {
  const auto list = [](const std::string& text) {
    std::istringstream stream(text);
    return read_file_list(stream, "list").value();
  };
  CHECK(list("b.pdf\na b.pdf\r\n\nb.pdf\nc") == Paths{"b.pdf", "a b.pdf", "c"});
  CHECK(list(std::string("new\nline.pdf\0b.pdf\0", 19)) == Paths{"new\nline.pdf", "b.pdf"});
  CHECK(list("").empty());
}
