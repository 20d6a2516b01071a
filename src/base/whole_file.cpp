#include "base/whole_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/descriptor.hpp"

namespace rapport {

namespace {

namespace fs = std::filesystem;

const char* remedy_for(int code) {
  switch (code) {
    case ENOENT:
      return "make the folder first";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "make room, then run the same command again";
    case EACCES:
    case EPERM:
    case EROFS:
      return "check the permissions of its folder, or name another place";
    case EISDIR:
    case ENOTDIR:
    case EEXIST:
      return "something else stands in its place: remove it, or name another place";
    default:
      return "";
  }
}

Error unwritable(const std::string& path, int code) {
  return {.kind = ErrorKind::output,
          .subject = path,
          .message = fmt::format("cannot be written: {}", std::strerror(code)),
          .remedy = remedy_for(code)};
}

// The permissions that the file has, or those that a new one would get.
mode_t mode_for(const std::string& target) {
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777;
  // Can only be asked by setting it, for all threads: once, then.
  static const mode_t mask = [] {
    const mode_t found = ::umask(077);
    ::umask(found);
    return found;
  }();
  return 0666 & ~mask;
}

// What names a file that has none.
std::string link_to(int descriptor) {
  return fmt::format("/proc/self/fd/{}", descriptor);
}

// -1 where there is no such thing.
int open_nameless(const std::string& target) {
  const std::string folder = fs::path(target).parent_path().string();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(),
                                O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0 || ::access(link_to(descriptor).c_str(), F_OK) == 0) return descriptor;
  ::close(descriptor);
  return -1;
}

}  // namespace

WholeFile::WholeFile(std::string path, std::string target, std::string temporary, int descriptor)
    : path_(std::move(path)),
      target_(std::move(target)),
      temporary_(std::move(temporary)),
      descriptor_(descriptor) {}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

WholeFile::~WholeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

tl::unexpected<Error> WholeFile::failed(int code) const {
  return fail(unwritable(path_, code));
}

Result<WholeFile> WholeFile::begin(const std::string& path) {
  std::error_code ignored;
  const fs::path resolved = fs::weakly_canonical(path, ignored);
  const std::string target = resolved.empty() ? path : resolved.string();
  if (const int nameless = open_nameless(target); nameless >= 0)
    return WholeFile(path, target, "", nameless);
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return fail(unwritable(path, errno));
  return WholeFile(path, target, std::move(temporary), descriptor);
}

Result<void> WholeFile::write(std::string_view text) {
  if (const int code = write_all(descriptor_, text); code != 0) return failed(code);
  return {};
}

// Only a new name can be given, so it is a temporary one; the file is whole by then.
bool WholeFile::give_name() {
  static std::atomic<unsigned> given{0};
  const std::string link = link_to(descriptor_);
  do {
    temporary_ = fmt::format("{}.{}-{}", target_, ::getpid(), ++given);
    if (::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, temporary_.c_str(), AT_SYMLINK_FOLLOW) == 0)
      return true;
  } while (errno == EEXIST);
  temporary_.clear();
  return false;
}

Result<void> WholeFile::commit(Flush flush) {
  if (::fchmod(descriptor_, mode_for(target_)) != 0) return failed(errno);
  // Some file systems know no such thing; they say EINVAL.
  if (flush == Flush::first && ::fsync(descriptor_) != 0 && errno != EINVAL) return failed(errno);
  if (temporary_.empty() && !give_name()) return failed(errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) return failed(errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failed(errno);
  temporary_.clear();
  return {};
}

Result<void> write_whole_file(const std::string& path, std::string_view text,
                              WholeFile::Flush flush) {
  auto file = WholeFile::begin(path);
  if (!file) return fail(std::move(file.error()));
  return file->write(text).and_then([&] { return file->commit(flush); });
}

}  // namespace rapport
