// Which files a batch is about.
//
//     rapport batch applications/ late/smith.pdf --exclude 'drafts/' --include '*.pdf'
//
// Folders are walked; what is named outright is taken as it is, whatever the patterns say.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/result.hpp"

namespace rapport {

struct FoundFile {
  std::string path{};
  std::string root{};  // the folder that it was found below, as given; empty when it was named
  friend bool operator==(const FoundFile&, const FoundFile&) = default;
};

struct Collected {
  std::vector<FoundFile> files{};  // sorted by path, each once
  std::vector<Error> errors{};     // folders that may not be read
  std::size_t links = 0;           // symbolic links below the folders that were not followed
};

// As in .gitignore, but for case, which does not matter: a pattern without a slash is of a name at
// any depth, one with a slash of the path below the root; a slash at its end means folders, and all
// below them; `**` spans folders, `*` none.
struct CollectOptions {
  std::vector<std::string> include{};  // files of which at least one holds; empty: all
  std::vector<std::string> exclude{};  // files and folders of which one holds are passed over
  bool follow_links = false;           // to files and folders; no folder is walked twice
};

// Files as they are named, and every regular file below a folder. Hidden files, and the lock files
// that word processors leave beside a document, are passed over in folders. Of a path, `.` and
// doubled slashes are dropped, so that each file has one.
[[nodiscard]] Collected collect_files(const std::vector<std::string>& paths,
                                      const CollectOptions& options = {});

// A list of paths (`--files-from`): separated by NUL where there is one, otherwise by newlines.
// Empty entries are none. Each path once, in the order of the list. Error: a list that cannot be
// read.
[[nodiscard]] Result<std::vector<std::string>> read_file_list(std::istream& list,
                                                              const std::string& name);

}  // namespace rapport
