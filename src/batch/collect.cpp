#include "batch/collect.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace rapport {

namespace {

namespace fs = std::filesystem;

bool passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");
}

Error unreadable(const fs::path& folder, const std::error_code& code) {
  return {.subject = folder.string(),
          .message = "cannot be read: " + code.message(),
          .remedy = "check its permissions"};
}

void collect_below(const fs::path& folder, Collected& collected) {
  std::error_code code;
  fs::directory_iterator entries(folder, code);
  for (; !code && entries != fs::directory_iterator(); entries.increment(code)) {
    const fs::directory_entry& entry = *entries;
    if (passed_over(entry.path())) continue;
    std::error_code ignored;
    if (entry.is_regular_file(ignored)) {
      collected.files.push_back(entry.path().string());
    } else if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
      collect_below(entry.path(), collected);
    }
  }
  if (code) collected.errors.push_back(unreadable(folder, code));
}

}  // namespace

Collected collect_files(const std::vector<std::string>& paths) {
  Collected collected;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      collect_below(path, collected);
    } else {
      collected.files.push_back(path);  // whether it can be read, reading it will tell
    }
  }
  std::sort(collected.files.begin(), collected.files.end());
  collected.files.erase(std::unique(collected.files.begin(), collected.files.end()),
                        collected.files.end());
  return collected;
}

}  // namespace rapport
