#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/interrupt.hpp"

namespace rapport::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failed(const std::string& path, int code) {
  return fail(Error{.kind = ErrorKind::output,
                    .subject = path,
                    .message = fmt::format("cannot be written: {}", std::strerror(code)),
                    .remedy = code == ENOENT ? "make the folder first" : ""});
}

// Zero, or the errno that stopped it.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int close_checked(int descriptor, int earlier) {
  const int status = ::close(descriptor);
  return earlier != 0 || status == 0 ? earlier : errno;
}

Result<void> write_directly(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(path, errno);
  const int code = close_checked(descriptor, write_all(descriptor, text));
  if (code != 0 && code != EPIPE) return failed(path, code);
  return {};
}

// The permissions that the file has, or those that a new one would get.
mode_t mode_for(const std::string& target) {
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

Result<void> replace(const std::string& path, std::string_view text) {
  std::error_code ignored;
  // A link stays a link: what it points to is replaced.
  const fs::path resolved = fs::weakly_canonical(path, ignored);
  const std::string target = resolved.empty() ? path : resolved.string();
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return failed(path, errno);
  const RemoveOnInterrupt guard(temporary);
  int code = write_all(descriptor, text);
  if (code == 0 && ::fchmod(descriptor, mode_for(target)) != 0) code = errno;
  code = close_checked(descriptor, code);
  if (code == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) code = errno;
  if (code == 0) return {};
  ::unlink(temporary.c_str());
  return failed(path, code);
}

bool is_special(const std::string& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status);
}

}  // namespace

bool is_standard_output(const std::string& path) {
  return path.empty() || path == "-";
}

Result<void> check_output(const std::string& path) {
  if (is_standard_output(path)) return {};
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return failed(path, EISDIR);
  if (is_special(path)) return {};
  const fs::path folder = fs::path(path).parent_path();
  const std::string place = folder.empty() ? "." : folder.string();
  if (::access(place.c_str(), W_OK | X_OK) != 0) return failed(path, errno);
  return {};
}

Result<void> write_output(const std::string& path, std::string_view text) {
  if (is_standard_output(path)) return print(text).map([](Reader) {});
  return is_special(path) ? write_directly(path, text) : replace(path, text);
}

Result<void> append_output(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return failed(path, errno);
  const int code = close_checked(descriptor, write_all(descriptor, text));
  if (code != 0) return failed(path, code);
  return {};
}

Result<Reader> print(std::string_view text) {
  const int code = write_all(STDOUT_FILENO, text);
  if (code == EPIPE) return Reader::gone;
  if (code != 0) return failed("standard output", code);
  return Reader::listening;
}

}  // namespace rapport::cli
