#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "rapport/reader.hpp"

using namespace rapport;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::path(RAPPORT_BINARY_DIR) / ("load_test_" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a file is loaded whole, under the name that was given") {
  const Folder folder;
  const std::string bytes(200'000, 'x');
  const auto input = load(folder.file("cv.txt", bytes));
  REQUIRE(input.has_value());
  CHECK(input->bytes == bytes);
  CHECK(input->name == folder.path() + "/cv.txt");
}

TEST_CASE("what cannot be loaded is refused with what to do") {
  const Folder folder;
  CHECK(load(folder.path() + "/none.txt").error().message == "does not exist");
  CHECK(load(folder.path()).error().message == "is a folder");
  CHECK(load(folder.path()).error().remedy.find("rapport batch") != std::string::npos);
  CHECK(load(folder.file("empty.txt", "")).error().message == "is empty");
  CHECK(load("/dev/null").error().message == "is not a regular file");
}

TEST_CASE("a FIFO without a writer is refused at once") {
  const Folder folder;
  const std::string fifo = folder.path() + "/pipe";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(load(fifo).error().message == "is not a regular file");
}

TEST_CASE("a file over the limit is refused before it is read") {
  const Folder folder;
  const std::string path = folder.file("huge.txt", "x");
  fs::resize_file(path, (64ULL << 20U) + 1);
  CHECK(load(path).error().message == "is larger than 64 MiB");
}
