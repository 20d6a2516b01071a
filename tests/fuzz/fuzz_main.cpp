// What libFuzzer calls. RAPPORT_FUZZ_TARGET names the target.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz.hpp"

namespace {

const rapport::fuzz::Target& chosen() {
  const char* name = std::getenv("RAPPORT_FUZZ_TARGET");
  const auto* target = rapport::fuzz::find_target(name == nullptr ? "" : name);
  if (target == nullptr) {
    std::fputs("RAPPORT_FUZZ_TARGET names no target; `./dev fuzz list` prints them\n", stderr);
    std::exit(2);
  }
  return *target;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const rapport::fuzz::Target& target = chosen();
  target.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
