#include "input/zip.hpp"

#include <doctest/doctest.h>

#include <array>

#include "docx_builder.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

std::string read_all(ZipStream& stream) {
  std::string result;
  std::array<char, 7> buffer{};
  for (std::ptrdiff_t got = 0; (got = stream.read(buffer)) > 0;) {
    result.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return result;
}

ZipFault fault_of(const std::string& bytes) {
  const auto archive = ZipArchive::open(bytes, 1'000);
  REQUIRE_FALSE(archive.has_value());
  return archive.error();
}

}  // namespace

TEST_CASE("a part of an archive is read by its name in any spelling of it") {
  const std::string bytes = make_zip({{"Word\\A.xml", "first part"}, {"b", "second"}});
  auto archive = ZipArchive::open(bytes, 1'000);
  REQUIRE(archive.has_value());
  CHECK(archive->has("/word/a.XML"));
  CHECK(archive->has_folder("word/"));
  CHECK_FALSE(archive->has("word/"));
  CHECK_FALSE(archive->has_folder("xl/"));
  auto stream = archive->stream("word/a.xml");
  REQUIRE(stream.has_value());
  CHECK(read_all(*stream) == "first part");
  CHECK_FALSE(stream->fault().has_value());
  CHECK(archive->stream("c").error() == ZipFault::missing);
}

TEST_CASE("all parts of an archive share one budget of inflated bytes") {
  const std::string bytes = make_zip({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}});
  auto archive = ZipArchive::open(bytes, 1'000);
  auto first = archive->stream("a");
  CHECK(read_all(*first).size() == 600);
  auto second = archive->stream("b");
  second->drain();
  CHECK(second->fault() == ZipFault::too_large);
}

TEST_CASE("a checksum that does not fit is a fault even when the bytes were read") {
  std::string bytes = make_zip({{"a", "content", ZIP_CM_STORE}});
  bytes[bytes.find("content")] = 'k';
  auto archive = ZipArchive::open(bytes, 1'000);
  auto stream = archive->stream("a");
  stream->drain();
  CHECK(stream->fault() == ZipFault::damaged);
}

TEST_CASE("packing methods that may ask for gigabytes are not used") {
  const std::string bytes = make_zip({{"a", std::string(500, 'a'), ZIP_CM_BZIP2}});
  auto archive = ZipArchive::open(bytes, 1'000);
  CHECK(archive->stream("a").error() == ZipFault::unsupported);
}

TEST_CASE("what is no archive is told apart from a cut one") {
  const std::string whole = make_zip({{"a", "content"}});
  CHECK(fault_of("") == ZipFault::not_zip);
  CHECK(fault_of("Jane Example") == ZipFault::not_zip);
  CHECK(fault_of(whole.substr(0, whole.size() - 10)) == ZipFault::damaged);
}

TEST_CASE("a directory of a hundred megabytes is refused before it is loaded") {
  std::string bytes = make_zip({{"a", "content"}});
  const std::size_t end = bytes.rfind("PK\5\6");
  bytes.replace(end + 12, 4, std::string("\0\0\0\x06", 4));
  CHECK(fault_of(bytes) == ZipFault::too_many);
}

// libzip loads the directory once for each end record that it finds, which took minutes.
TEST_CASE("an archive with thousands of end records is refused at once") {
  std::vector<ZipPart> parts;
  for (int i = 0; i < 200; ++i) parts.push_back({std::to_string(i), "content"});
  std::string bytes = make_zip(parts);
  const std::string end = bytes.substr(bytes.rfind("PK\5\6"));
  for (int i = 0; i < 2'900; ++i) bytes += end;
  CHECK(fault_of(bytes) == ZipFault::too_many);
}
