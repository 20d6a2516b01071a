// Which files a batch is about.
#pragma once

#include <string>
#include <vector>

#include "rapport/result.hpp"

namespace rapport {

struct Collected {
  std::vector<std::string> files{};  // sorted, each once
  std::vector<Error> errors{};       // paths that do not exist, folders that may not be read
};

// Files as they are named, and every regular file below a folder. Hidden files, and the lock files
// that word processors leave beside a document, are passed over in folders; links to folders are
// not followed.
[[nodiscard]] Collected collect_files(const std::vector<std::string>& paths);

}  // namespace rapport
