#include "base/whole_file.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;

using rapport::WholeFile;
using rapport::write_whole_file;

namespace {

// An empty folder that goes with the test.
struct Folder {
  std::string path = fs::temp_directory_path() / "rapport-whole-file-XXXXXX";

  Folder() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  [[nodiscard]] std::string file() const { return path + "/report.html"; }
  [[nodiscard]] std::ptrdiff_t entries() const {
    return std::distance(fs::directory_iterator(path), fs::directory_iterator());
  }
  [[nodiscard]] std::string text() const {
    std::ifstream stream(file());
    return {std::istreambuf_iterator<char>(stream), {}};
  }
};

}  // namespace

TEST_CASE("a file is there when it is whole, and its former self until then") {
  const Folder folder;
  REQUIRE(write_whole_file(folder.file(), "first"));
  CHECK(folder.entries() == 1);
  auto file = WholeFile::begin(folder.file());
  REQUIRE(file);
  REQUIRE(file->write("second"));
  CHECK(folder.text() == "first");
  REQUIRE(file->commit());
  CHECK(folder.text() == "second");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file that is given up leaves nothing behind") {
  const Folder folder;
  {
    auto file = WholeFile::begin(folder.file());
    REQUIRE(file);
    REQUIRE(file->write("half"));
  }
  CHECK(folder.entries() == 0);
}

TEST_CASE("a process that is killed while it writes leaves nothing behind") {
  const Folder folder;
  const auto probe = WholeFile::begin(folder.file());
  REQUIRE(probe);
  if (!probe->temporary().empty()) return;  // the file system has no files without a name
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto file = WholeFile::begin(folder.file());
    if (file) static_cast<void>(file->write("half"));
    ::_exit(0);  // as if killed: nothing is tidied up
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(folder.entries() == 0);
}

TEST_CASE("where a file cannot be, the error says so") {
  const Folder folder;
  const auto nowhere = write_whole_file(folder.path + "/missing/report.html", "text");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().remedy == "make the folder first");
  fs::create_directory(folder.file());
  CHECK_FALSE(write_whole_file(folder.file(), "text"));
  CHECK(folder.entries() == 1);
}
