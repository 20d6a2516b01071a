#include "batch/read_ahead.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "batch/wire.hpp"

using namespace rapport;

namespace {

// More than a program needs, which forks before it has threads: see fork_server_test.cpp.
constexpr ChildLimits roomy{.memory = std::size_t{4} << 30U};

const std::vector<std::string> files = {RAPPORT_SOURCE_DIR "/samples/retail-associate/resume.pdf",
                                        RAPPORT_SOURCE_DIR "/samples/first-job-student/resume.md"};

std::unique_ptr<const IsolatedExtractor> isolated() {
  auto made = IsolatedExtractor::make(roomy);
  REQUIRE(made);
  return std::move(*made);
}

}  // namespace

TEST_CASE("what was read ahead is what would be read when its turn comes") {
  const ReadAhead ahead(isolated(), files, Pictures::leave_out);
  for (const std::string& file : files) {
    const auto input = load(file);
    REQUIRE(input);
    const auto first = ahead.extract(*input, Pictures::leave_out);
    REQUIRE(first);
    CHECK(pack(first) == pack(direct_extractor().extract(*input, Pictures::leave_out)));
    CHECK(pack(ahead.extract(*input, Pictures::leave_out)) == pack(first));
  }
}

TEST_CASE("a file that has changed since, or of which more is wanted, is read again") {
  const ReadAhead ahead(isolated(), files, Pictures::leave_out);
  const auto changed = ahead.extract({files.back(), "Calmed upset guests."}, Pictures::leave_out);
  REQUIRE(changed);
  CHECK(changed->text == "Calmed upset guests.");
  const auto drawn = ahead.extract(*load(files.front()), Pictures::draw);
  REQUIRE(drawn);
  CHECK_FALSE(drawn->images.empty());
}

TEST_CASE("a file that cannot be loaded is left to whoever asks for it") {
  const std::vector<std::string> none = {"no-such-file.pdf"};
  const ReadAhead ahead(isolated(), none, Pictures::leave_out);
  CHECK(ahead.extract(*load(files.back()), Pictures::leave_out));
}
