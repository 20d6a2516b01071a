#include "batch/folder_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace rapport {

namespace {

constexpr const char* lock_file = ".lock";

Error unwritable(const std::string& folder, int code) {
  return {.kind = ErrorKind::output,
          .subject = folder,
          .message = fmt::format("cannot be written: {}", std::strerror(code)),
          .remedy = code == ENOSPC ? "make room" : "check its permissions, or name another folder"};
}

Error no_folder(const std::string& path) {
  return {.kind = ErrorKind::output,
          .subject = path,
          .message = "is a file, and results need a folder",
          .remedy = "name a folder, or one that is to be made"};
}

Error in_use(const std::string& folder, const struct flock& holder) {
  return {.kind = ErrorKind::output,
          .subject = folder,
          .message = fmt::format("another batch writes here (process {})", holder.l_pid),
          .remedy = "wait until it has ended, or name another folder"};
}

struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::string& folder) {
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  std::error_code unknown;
  const auto found = std::filesystem::status(folder, unknown);
  if (std::filesystem::exists(found) && !std::filesystem::is_directory(found))
    return fail(no_folder(folder));
  if (code) return fail(unwritable(folder, code.value()));
  const std::string path = (std::filesystem::path(folder) / lock_file).string();
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (descriptor < 0) return fail(unwritable(folder, errno));
  FolderLock taken(descriptor);
  // Not flock(): that lock would live on in every child that was forked since.
  struct flock lock = whole_file();
  if (::fcntl(descriptor, F_SETLK, &lock) == 0) return taken;
  const int refused = errno;
  struct flock holder = whole_file();
  if ((refused == EACCES || refused == EAGAIN) && ::fcntl(descriptor, F_GETLK, &holder) == 0)
    return fail(in_use(folder, holder));
  return fail(unwritable(folder, refused));
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace rapport
