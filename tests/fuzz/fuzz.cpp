#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "targets.hpp"

namespace rapport::fuzz {

std::span<const Target> targets() {
#define RAPPORT_ROW(name) Target{#name, fuzz_##name},
  static constexpr std::array all = {RAPPORT_FUZZ_TARGETS(RAPPORT_ROW)};
  return all;
}

const Target* find_target(std::string_view name) {
  const auto all = targets();
  const auto found = std::ranges::find(all, name, &Target::name);
  return found == all.end() ? nullptr : &*found;
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void require_none(std::string_view fault) {
  require(fault.empty(), std::string(fault).c_str());
}

std::string_view take(std::string_view& bytes, std::size_t size) {
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(taken.size());
  return taken;
}

}  // namespace rapport::fuzz
