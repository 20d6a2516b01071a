#include "report/artifact_path.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace rapport {

namespace fs = std::filesystem;

std::string artifact_path(const std::string& name, const ReportOptions& options) {
  if (name == "-") return "stdin";
  const fs::path given(name);
  if (options.root.empty()) return given.lexically_normal().generic_string();
  const fs::path whole = (fs::path(options.folder) / given).lexically_normal();
  const fs::path inside = whole.lexically_relative(fs::path(options.root).lexically_normal());
  if (inside.empty() || *inside.begin() == "..") return whole.generic_string();
  return inside.generic_string();
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace rapport
