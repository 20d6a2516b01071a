#include "batch/extractor.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "batch/wire.hpp"

using namespace rapport;

namespace {

// More than a program needs, which forks before it has threads: see fork_server_test.cpp.
constexpr ChildLimits roomy{.memory = std::size_t{4} << 30U};

std::vector<Input> samples() {
  std::vector<Input> inputs;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(RAPPORT_SOURCE_DIR "/samples")) {
    if (!entry.is_regular_file()) continue;
    if (auto input = load(entry.path().string())) inputs.push_back(std::move(*input));
  }
  return inputs;
}

}  // namespace

TEST_CASE("a process of its own reads what this one reads, errors and findings alike") {
  const auto isolated = IsolatedExtractor::make(roomy);
  REQUIRE(isolated);
  const auto inputs = samples();
  CHECK(inputs.size() > 30);
  for (const Input& input : inputs) {
    CAPTURE(input.name);
    CHECK(pack((*isolated)->extract(input, Pictures::leave_out)) ==
          pack(direct_extractor().extract(input, Pictures::leave_out)));
  }
}

TEST_CASE("pages are drawn there too") {
  const auto isolated = IsolatedExtractor::make(roomy);
  REQUIRE(isolated);
  const auto input = load(RAPPORT_SOURCE_DIR "/samples/retail-associate/resume.pdf");
  REQUIRE(input);
  const auto extracted = (*isolated)->extract(*input, Pictures::draw);
  REQUIRE(extracted);
  REQUIRE_FALSE(extracted->images.empty());
  CHECK(extracted->images.front().png.starts_with("\x89PNG"));
}

TEST_CASE("a file that could not be read within its limits is told by its name") {
  const auto isolated = IsolatedExtractor::make({.memory = roomy.memory, .answer = 1000});
  REQUIRE(isolated);
  const auto input = load(RAPPORT_SOURCE_DIR "/samples/retail-associate/resume.pdf");
  REQUIRE(input);
  const auto extracted = (*isolated)->extract(*input, Pictures::leave_out);
  REQUIRE_FALSE(extracted);
  CHECK(extracted.error().subject == input->name);
  CHECK(extracted.error().message.find("MiB of text") != std::string::npos);
}
