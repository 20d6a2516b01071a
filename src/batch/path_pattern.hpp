// Path patterns: what .gitignore understands, over a path below some root.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// The parts of a path, without empty ones and those that are ".".
[[nodiscard]] std::vector<std::string> path_parts(std::string_view path);

class PathPattern {
 public:
  explicit PathPattern(std::string_view pattern);

  // Whether it holds of the path itself.
  [[nodiscard]] bool matches(const std::vector<std::string>& parts, bool is_folder) const;
  // Whether it holds of a file or of a folder that it is in.
  [[nodiscard]] bool covers(const std::vector<std::string>& parts) const;

 private:
  std::vector<std::string> parts_{};  // "**" stands for any number of folders
  bool folders_only_ = false;
};

}  // namespace rapport
