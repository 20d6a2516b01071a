// A lock on a folder of results: one batch at a time. It dies with the process, however that ends,
// and children do not inherit it.
#pragma once

#include <string>

#include "rapport/result.hpp"

namespace rapport {

class FolderLock {
 public:
  // Makes the folder, too. Error: it cannot be made or written, or another process has the lock.
  [[nodiscard]] static Result<FolderLock> take(const std::string& folder);

  FolderLock(FolderLock&& other) noexcept : descriptor_(other.descriptor_) {
    other.descriptor_ = -1;
  }
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace rapport
