#include "cli/checkout.hpp"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

namespace rapport::cli {

namespace fs = std::filesystem;

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The folder with its links resolved, when `inner` lies in it; empty otherwise.
fs::path around(std::string_view outer, const fs::path& inner) {
  std::error_code failed;
  if (outer.empty()) return {};
  const fs::path root = fs::canonical(fs::path(outer), failed);
  if (failed) return {};
  const fs::path inside = inner.lexically_relative(root);
  return inside.empty() || *inside.begin() == ".." ? fs::path() : root;
}

}  // namespace

Checkout find_checkout() {
  std::error_code failed;
  const fs::path folder = fs::current_path(failed);
  if (failed) return {};
  for (const char* name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    const fs::path root = around(variable(name), folder);
    if (!root.empty()) return {.folder = folder.string(), .root = root.string()};
  }
  return {.folder = folder.string(), .root = folder.string()};
}

long long report_time() {
  const std::string_view given = variable("SOURCE_DATE_EPOCH");
  long long seconds = 0;
  const auto [end, code] = std::from_chars(given.data(), given.data() + given.size(), seconds);
  constexpr long long latest = 253402300799;  // the last second of the year 9999
  const bool whole = code == std::errc() && end == given.data() + given.size();
  if (!given.empty() && whole && seconds >= 0 && seconds <= latest) return seconds;
  return static_cast<long long>(std::time(nullptr));
}

}  // namespace rapport::cli
