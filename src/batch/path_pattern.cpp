#include "batch/path_pattern.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cstddef>

namespace rapport {

namespace {

bool is_name(const std::string& pattern, const std::string& name) {
  return ::fnmatch(pattern.c_str(), name.c_str(), FNM_CASEFOLD) == 0;
}

// Row by row, so that no number of "**" makes it slow: after each part of the pattern, which
// beginnings of the path are used up by what was so far.
bool match_parts(const std::vector<std::string>& pattern, const std::vector<std::string>& path,
                 std::size_t length) {
  std::vector<char> reached(length + 1, 0);
  reached[0] = 1;
  for (const std::string& part : pattern) {
    std::vector<char> next(length + 1, 0);
    for (std::size_t i = 0; i <= length; ++i) {
      if (part == "**") {
        next[i] = static_cast<char>(reached[i] != 0 || (i > 0 && next[i - 1] != 0));
      } else if (i > 0 && reached[i - 1] != 0) {
        next[i] = static_cast<char>(is_name(part, path[i - 1]));
      }
    }
    reached = std::move(next);
  }
  return reached[length] != 0;
}

}  // namespace

std::vector<std::string> path_parts(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (!part.empty() && part != ".") parts.emplace_back(part);
    at = end + 1;
  }
  return parts;
}

PathPattern::PathPattern(std::string_view pattern)
    : parts_(path_parts(pattern)), folders_only_(pattern.ends_with('/')) {
  if (parts_.empty()) parts_ = {""};  // is the name of nothing
  const std::size_t slash = pattern.find('/');
  const bool anywhere = slash == std::string_view::npos || slash + 1 == pattern.size();
  if (anywhere) parts_.insert(parts_.begin(), "**");
}

bool PathPattern::matches(const std::vector<std::string>& parts, bool is_folder) const {
  return (is_folder || !folders_only_) && match_parts(parts_, parts, parts.size());
}

bool PathPattern::covers(const std::vector<std::string>& parts) const {
  for (std::size_t length = 1; length < parts.size(); ++length)
    if (match_parts(parts_, parts, length)) return true;
  return matches(parts, false);
}

}  // namespace rapport
