#include "batch/collect.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "batch/path_pattern.hpp"

namespace rapport {

namespace {

namespace fs = std::filesystem;

// ".." stays: behind a link it may lead elsewhere than its name says. "./-" stays too, since "-" is
// standard input.
std::string tidy(const std::string& path) {
  std::string out = path.starts_with('/') ? "/" : "";
  for (const std::string& part : path_parts(path)) {
    if (!out.empty() && out.back() != '/') out += '/';
    out += part;
  }
  if (out.empty()) return ".";
  return out == "-" && path != "-" ? "./-" : out;
}

bool passed_over(const std::string& name) {
  return name.starts_with('.') || name.starts_with("~$");
}

Error unreadable(const fs::path& folder, const std::error_code& code) {
  return {.subject = folder.string(),
          .message = "cannot be read: " + code.message(),
          .remedy = "check its permissions"};
}

std::vector<PathPattern> patterns_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

// Walks the folders below one root.
class Walk {
 public:
  Walk(const CollectOptions& options, Collected& collected)
      : include_(patterns_of(options.include)),
        exclude_(patterns_of(options.exclude)),
        follow_links_(options.follow_links),
        collected_(collected) {}

  void below(const std::string& root) {
    root_ = root;
    parts_.clear();
    folder(root == "." ? fs::path() : fs::path(root));
  }

 private:
  void folder(const fs::path& path) {
    const fs::path real = path.empty() ? fs::path(".") : path;
    if (is_known(real)) return;
    std::error_code code;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(real, code);
    for (; !code && at != fs::directory_iterator(); at.increment(code)) entries.push_back(*at);
    if (code) collected_.errors.push_back(unreadable(real, code));
    // In order, so that of two ways to a folder always the same one is gone.
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) visit(path, entry);
  }

  void visit(const fs::path& folder_path, const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (passed_over(name)) return;
    std::error_code ignored;
    const bool is_folder = entry.is_directory(ignored);
    if (!is_folder && !entry.is_regular_file(ignored)) return;
    parts_.push_back(name);
    if (is_wanted(is_folder)) take(folder_path / name, entry, is_folder);
    parts_.pop_back();
  }

  void take(const fs::path& path, const fs::directory_entry& entry, bool is_folder) {
    std::error_code ignored;
    if (entry.is_symlink(ignored) && !follow_links_) {
      ++collected_.links;
    } else if (is_folder) {
      folder(path);
    } else {
      collected_.files.push_back({.path = path.string(), .root = root_});
    }
  }

  [[nodiscard]] bool is_wanted(bool is_folder) const {
    const auto excludes = [&](const PathPattern& p) { return p.matches(parts_, is_folder); };
    if (std::any_of(exclude_.begin(), exclude_.end(), excludes)) return false;
    const auto includes = [&](const PathPattern& p) { return p.covers(parts_); };
    return is_folder || include_.empty() || std::any_of(include_.begin(), include_.end(), includes);
  }

  // A loop needs a link, so folders are remembered only where links are followed.
  bool is_known(const fs::path& path) {
    struct stat status {};
    if (!follow_links_ || ::stat(path.c_str(), &status) != 0) return false;
    return !visited_.emplace(status.st_dev, status.st_ino).second;
  }

  std::vector<PathPattern> include_;
  std::vector<PathPattern> exclude_;
  bool follow_links_;
  Collected& collected_;
  std::string root_{};
  std::vector<std::string> parts_{};  // of the path below the root
  std::set<std::pair<dev_t, ino_t>> visited_{};
};

// A file that was named outright and found below a folder counts as found, below the outermost.
void sort_and_drop_repeats(std::vector<FoundFile>& files) {
  std::sort(files.begin(), files.end(), [](const FoundFile& a, const FoundFile& b) {
    const auto rank = [](const FoundFile& file) {
      return std::make_pair(file.root.empty(), file.root.size());
    };
    return a.path != b.path ? a.path < b.path : rank(a) < rank(b);
  });
  const auto same = [](const FoundFile& a, const FoundFile& b) { return a.path == b.path; };
  files.erase(std::unique(files.begin(), files.end(), same), files.end());
}

}  // namespace

Collected collect_files(const std::vector<std::string>& paths, const CollectOptions& options) {
  Collected collected;
  Walk walk(options, collected);
  for (const std::string& given : paths) {
    const std::string path = tidy(given);
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      walk.below(path);
    } else {
      collected.files.push_back({.path = path});  // whether it can be read, reading it will tell
    }
  }
  sort_and_drop_repeats(collected.files);
  return collected;
}

Result<std::vector<std::string>> read_file_list(std::istream& list, const std::string& name) {
  const std::string text{std::istreambuf_iterator<char>(list), {}};
  if (list.bad())
    return fail(Error{.subject = name, .message = "the list of files cannot be read"});
  const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
  std::vector<std::string> paths;
  std::unordered_set<std::string_view> seen;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    std::string_view path = std::string_view(text).substr(at, end - at);
    if (separator == '\n' && path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty() && seen.insert(path).second) paths.emplace_back(path);
    at = end + 1;
  }
  return paths;
}

}  // namespace rapport
