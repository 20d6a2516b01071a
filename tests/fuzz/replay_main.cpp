// Runs a target on files, built by any compiler: what once crashed must not do so again.
//
//     fuzz_replay TARGET PATHS…    files, and all files of folders
//     fuzz_replay --list
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void replay(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  // Before the target runs: where it ends the process, the last line tells by which file.
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::size_t replay_all(const fs::path& path) {
  if (!fs::is_directory(path)) return replay(path), 1;
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (!entry.is_regular_file()) continue;
    replay(entry.path());
    ++count;
  }
  return count;
}

int list() {
  for (const rapport::fuzz::Target& target : rapport::fuzz::targets())
    std::printf("%s\n", std::string(target.name).c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "--list";
  if (first == "--list") return list();
  if (rapport::fuzz::find_target(first) == nullptr) {
    std::fprintf(stderr, "%s: no such target\n", argv[1]);
    return 2;
  }
  ::setenv("RAPPORT_FUZZ_TARGET", argv[1], 1);
  std::size_t count = 0;
  for (int i = 2; i < argc; ++i) count += replay_all(argv[i]);
  std::printf("%s: %zu inputs\n", argv[1], count);
  return count > 0 ? 0 : 1;
}
